using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Features.SupportMeasures;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>
/// Support beside the plan. An activity's money goes to what the owner of an objective agreed it serves, in the shares agreed; several
/// without shares are not divided. An objective is an outcome with everything below it; what serves a goal as a whole stands at the goal.
/// </summary>
/// <param name="agreed">Activities that serve something by agreement, and what.</param>
public sealed class ObjectiveMoney(CountedLedger ledger, PlanObjectives plan, IReadOnlyList<Activity> activities, ILookup<Guid, Guid> agreed)
{
    /// <summary>Amounts alone: where activities overlap is not told.</summary>
    public static ObjectiveMoney Of(CountedLedger ledger, PlanTree tree) => new(ledger, ObjectivesOf(tree), [], Array.Empty<Guid>().ToLookup(id => id));

    public static async Task<ObjectiveMoney> ReadAsync(AppDb db, CountedLedger ledger, PlanTree tree, CancellationToken ct)
    {
        var alignments = await db.Alignments.AsNoTracking().Where(a => a.Country == ledger.Country && a.State == AlignmentState.Agreed).Select(a => new { a.ActivityId, a.Lineage }).ToListAsync(ct);
        var serving = db.Alignments.Where(a => a.Country == ledger.Country && a.State == AlignmentState.Agreed).Select(a => a.ActivityId);
        var activities = await db.Activities.AsNoTracking().Where(a => a.Country == ledger.Country && serving.Contains(a.Id)).ToListAsync(ct);
        return new(ledger, ObjectivesOf(tree), activities, alignments.ToLookup(a => a.ActivityId, a => a.Lineage));
    }

    /// <summary>Each node of a plan with the outcome it belongs to.</summary>
    public static PlanObjectives ObjectivesOf(PlanTree tree) =>
        new(tree.All.ToDictionary(b => b.Node.Lineage, b => (b.Path.Append(b).FirstOrDefault(p => p.Node.Level == PlanLevel.Outcome) ?? b).Node.Lineage));

    /// <summary>Counted amounts, divided to the cent by what they serve, or weighed; of a span of days, the part that is for it.</summary>
    public IEnumerable<LedgerRow> Rows(LedgerQuestion question) => ledger.Rows(question, plan);

    /// <summary>Of the paid money that was last seen here, what serves the plan, and all of it.</summary>
    public (decimal Serving, decimal All) Alignment()
    {
        var spent = new LedgerQuestion(LedgerView.Spending, MoneyStage.Paid, ledger.Currency.Code);
        return (Rows(spent with { Weigh = Weighing.Alignment }).Sum(r => r.Amount ?? 0m), ledger.Total(spent, plan));
    }

    /// <summary>Outcomes, regions and quarters of a year with several lead partners.</summary>
    public IReadOnlyList<Overlap> Overlaps(int year) => Overlap.In(
        from activity in AtWork()
        let places = ledger.Ground.Regions.Of(activity)
        where !places.IsNowhere
        from outcome in OutcomesOf(activity.Id)
        from region in places.IsWholeCountry ? [null] : places.Regions.Select(string? (r) => r)
        from quarter in Enumerable.Range(1, 4)
        where Covers(activity, year, quarter)
        select new PlacedActivity(activity.Id, outcome, region, year, quarter, ledger.Partners.Of(activity.ReporterId)?.Id));

    /// <summary>At work for the plan in a year, and nobody knows where: no overlap can be told of them.</summary>
    public IReadOnlyList<Activity> Nowhere(int year) =>
        [.. AtWork().Where(a => ledger.Ground.Regions.Of(a).IsNowhere && Enumerable.Range(1, 4).Any(q => Covers(a, year, q)) && OutcomesOf(a.Id).Any()).OrderBy(a => a.Identifier, StringComparer.Ordinal)];

    public IReadOnlyDictionary<Guid, Activity> Activities { get; } = activities.ToDictionary(a => a.Id);

    private IEnumerable<Activity> AtWork() => Activities.Values.Where(a => a.Status is ActivityStatus.Implementation or ActivityStatus.Finalisation);

    private IEnumerable<Guid> OutcomesOf(Guid activity) => agreed[activity].Select(plan.Of).OfType<Guid>().Distinct();

    private static bool Covers(Activity activity, int year, int quarter)
    {
        var from = new DateOnly(year, (3 * quarter) - 2, 1);
        return activity.Starts is { } starts && starts < from.AddMonths(3) && (activity.Ends is null || activity.Ends >= from);
    }
}
