using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Features.SupportMeasures;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>
/// Support beside the plan. An activity's money goes to what the owner of an objective agreed it serves, in the shares agreed; several
/// without shares are not divided. An objective is an outcome with everything below it; what serves a goal as a whole stands at the goal.
/// </summary>
public sealed class ObjectiveMoney
{
    private readonly KnownMoney money;
    private readonly Dictionary<Guid, Guid> objectives;
    private readonly Dictionary<Guid, ObjectiveShares> shares;
    private readonly ILookup<Guid, Guid> agreed;

    internal ObjectiveMoney(KnownMoney money, PlanTree tree, IEnumerable<ActivityAlignment> alignments)
    {
        this.money = money;
        objectives = tree.All.ToDictionary(b => b.Node.Lineage, b => (b.Path.Append(b).FirstOrDefault(p => p.Node.Level == PlanLevel.Outcome) ?? b).Node.Lineage);
        var all = alignments.ToList();
        shares = all.GroupBy(a => a.ActivityId).ToDictionary(g => g.Key, g => ObjectiveShares.Of(g, objectives));
        agreed = all.Where(a => a.State == AlignmentState.Agreed).ToLookup(a => a.ActivityId, a => a.Lineage);
    }

    public static async Task<ObjectiveMoney> ReadAsync(AppDb db, KnownMoney money, PlanTree tree, string country, CancellationToken ct) =>
        new(money, tree, await db.Alignments.AsNoTracking().Where(a => a.Country == country).ToListAsync(ct));

    /// <summary>Counted amounts, divided to the cent by what they serve, or weighed; of a span of days, the part that is for it.</summary>
    public IEnumerable<LedgerRow> Rows(LedgerQuestion question) =>
        from row in LedgerRows.Counted(money, question)
        from part in question.Weigh == Weighing.Alignment ? [Weighed(row, SharesOf(row).Weight)] : Divided(row)
        where question.Objective is null || part.Objective == question.Objective
        let weighed = question.Weigh == Weighing.Probability ? Weighed(part, part.Activity.PledgeProbability ?? 0m) : part
        let within = Within(weighed, question.Window)
        where within.Amount != 0m
        select within;

    /// <summary>The part of a commitment or pledge that is for a span of days.</summary>
    public static LedgerRow Within(LedgerRow row, Period? window) => window is null ? row
        : row with { Amount = SpreadAmount.Of(row.Flow.Date, row.Activity) is { } spread ? SpreadAmount.Within(row.Amount ?? 0m, spread, window) : 0m };

    /// <summary>Of the paid money that was last seen here, what serves the plan, and all of it.</summary>
    public (decimal Serving, decimal All) Alignment()
    {
        var all = LedgerRows.Counted(money, Question(LedgerView.Spending, MoneyStage.Paid)).ToList();
        return (Rows(Question(LedgerView.Spending, MoneyStage.Paid) with { Weigh = Weighing.Alignment }).Sum(r => r.Amount ?? 0m), all.Sum(r => r.Amount ?? 0m));
    }

    /// <summary>Outcomes, regions and quarters of a year with several lead partners.</summary>
    public IReadOnlyList<Overlap> Overlaps(int year) => Overlap.In(
        from activity in AtWork()
        let places = money.PlacesOf(activity.Id)
        where !places.IsNowhere
        from outcome in OutcomesOf(activity.Id)
        from region in places.IsWholeCountry ? [null] : places.Regions.Select(string? (r) => r)
        from quarter in Enumerable.Range(1, 4)
        where Covers(activity, year, quarter)
        select new PlacedActivity(activity.Id, outcome, region, year, quarter, money.Partners.Of(activity.ReporterId)?.Id));

    /// <summary>At work for the plan in a year, and nobody knows where: no overlap can be told of them.</summary>
    public IReadOnlyList<Activity> Nowhere(int year) =>
        [.. AtWork().Where(a => money.PlacesOf(a.Id).IsNowhere && Enumerable.Range(1, 4).Any(q => Covers(a, year, q)) && OutcomesOf(a.Id).Any()).OrderBy(a => a.Identifier, StringComparer.Ordinal)];

    private static LedgerQuestion Question(LedgerView view, MoneyStage stage) => new(view, stage, "");

    private static LedgerRow Weighed(LedgerRow row, decimal weight) => row with { Amount = Cents.Round((row.Amount ?? 0m) * weight) };

    private IEnumerable<LedgerRow> Divided(LedgerRow row)
    {
        var parts = SharesOf(row).Agreed;
        var amounts = Cents.Apportion(row.Amount ?? 0m, [.. parts.Select(p => p.Part)]);
        return parts.Select((p, i) => row with { Amount = amounts[i], Objective = p.Code ?? (p.Kind == ShareKind.Undivided ? LedgerQuestion.Shared : LedgerQuestion.Undeclared) }).Where(r => r.Amount != 0m);
    }

    private ObjectiveShares SharesOf(LedgerRow row) => shares.GetValueOrDefault(row.Activity.Id, ObjectiveShares.None);

    private IEnumerable<Activity> AtWork() => money.Activities.Values.Where(a => a.Status is ActivityStatus.Implementation or ActivityStatus.Finalisation);

    private IEnumerable<Guid> OutcomesOf(Guid activity) =>
        agreed[activity].Select(lineage => objectives.TryGetValue(lineage, out var objective) ? objective : (Guid?)null).OfType<Guid>().Distinct();

    private static bool Covers(Activity activity, int year, int quarter)
    {
        var from = new DateOnly(year, (3 * quarter) - 2, 1);
        return activity.Starts is { } starts && starts < from.AddMonths(3) && (activity.Ends is null || activity.Ends >= from);
    }
}
