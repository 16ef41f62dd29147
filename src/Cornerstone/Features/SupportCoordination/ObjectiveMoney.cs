using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>One outcome of the plan and the support that serves it: what it costs, what is bound, what is missing, and on how many shoulders it rests.</summary>
/// <param name="Cost">Null where nobody wrote one: then there is no gap to speak of.</param>
/// <param name="Spent">Where money was last seen.</param>
public sealed record ObjectiveLine(TreeNode Node, decimal? Cost, decimal National, decimal Committed, decimal Spent, Concentration? Givers, Attention Attention)
{
    public decimal? Gap => Cost is { } cost ? FinancingGap.Of(cost, National, Committed, []).Gap : null;
}

/// <summary>
/// Support beside the plan. An activity's money goes to what the owner of an objective agreed it serves, in the shares agreed; several
/// without shares are not divided. An objective is an outcome with everything below it; what serves a goal as a whole stands at the goal.
/// </summary>
public sealed class ObjectiveMoney
{
    private readonly KnownMoney money;
    private readonly PlanTree tree;
    private readonly Dictionary<Guid, Guid> objectives;
    private readonly Dictionary<Guid, ObjectiveShares> shares;
    private readonly ILookup<Guid, Guid> agreed;

    internal ObjectiveMoney(KnownMoney money, PlanTree tree, IEnumerable<ActivityAlignment> alignments)
    {
        (this.money, this.tree) = (money, tree);
        objectives = tree.All.ToDictionary(b => b.Node.Lineage, b => (b.Path.Append(b).FirstOrDefault(p => p.Node.Level == PlanLevel.Outcome) ?? b).Node.Lineage);
        var all = alignments.ToList();
        shares = all.GroupBy(a => a.ActivityId).ToDictionary(g => g.Key, g => ObjectiveShares.Of(g, objectives));
        agreed = all.Where(a => a.State == AlignmentState.Agreed).ToLookup(a => a.ActivityId, a => a.Lineage);
    }

    public static async Task<ObjectiveMoney> ReadAsync(AppDb db, KnownMoney money, PlanTree tree, string country, CancellationToken ct) =>
        new(money, tree, await db.Alignments.AsNoTracking().Where(a => a.Country == country).ToListAsync(ct));

    public IReadOnlyList<ObjectiveLine> Lines
    {
        get
        {
            var committed = Rows(Question(LedgerView.Funding, MoneyStage.Committed)).ToLookup(r => r.Objective);
            var spent = Rows(Question(LedgerView.Spending, MoneyStage.Paid)).GroupBy(r => r.Objective!).ToDictionary(g => g.Key, g => g.Sum(r => r.Amount ?? 0m));
            return [.. tree.All.Where(b => b.Node.Level == PlanLevel.Outcome).Select(b => LineOf(b, [.. committed[b.Node.Lineage.ToString()]], spent.GetValueOrDefault(b.Node.Lineage.ToString())))];
        }
    }

    /// <summary>Counted amounts, divided to the cent by what they serve; or what of them serves the plan.</summary>
    public IEnumerable<LedgerRow> Rows(LedgerQuestion question) => question.Serves
        ? from row in LedgerRows.Counted(money, question)
          let weighed = row with { Amount = Cents.Round((row.Amount ?? 0m) * SharesOf(row).Weight) }
          where weighed.Amount != 0m
          select weighed
        : from row in LedgerRows.Counted(money, question)
          from part in Divided(row)
          where question.Objective is null || part.Objective == question.Objective
          select part;

    /// <summary>Of the paid money that was last seen here, what serves the plan, and all of it.</summary>
    public (decimal Serving, decimal All) Alignment()
    {
        var all = LedgerRows.Counted(money, Question(LedgerView.Spending, MoneyStage.Paid)).ToList();
        return (Rows(Question(LedgerView.Spending, MoneyStage.Paid) with { Serves = true }).Sum(r => r.Amount ?? 0m), all.Sum(r => r.Amount ?? 0m));
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

    private IEnumerable<LedgerRow> Divided(LedgerRow row)
    {
        var parts = SharesOf(row).Agreed;
        var amounts = Cents.Apportion(row.Amount ?? 0m, [.. parts.Select(p => p.Part)]);
        return parts.Select((p, i) => row with { Amount = amounts[i], Objective = p.Code ?? (p.Kind == ShareKind.Undivided ? LedgerQuestion.Shared : LedgerQuestion.Undeclared) }).Where(r => r.Amount != 0m);
    }

    private ObjectiveShares SharesOf(LedgerRow row) => shares.GetValueOrDefault(row.Activity.Id, ObjectiveShares.None);

    private ObjectiveLine LineOf(PlanBranch branch, List<LedgerRow> committed, decimal spent)
    {
        var figures = branch.Figures.FirstOrDefault(f => f.Currency == money.Currency);
        var sum = committed.Sum(r => r.Amount ?? 0m);
        return new(branch.Node, figures?.Cost, figures?.National ?? 0m, sum, spent,
            Concentration.Of(committed.GroupBy(r => r.Partner).Select(g => g.Sum(r => r.Amount ?? 0m))), new AttentionBounds().Of(figures?.Cost, sum));
    }

    private IEnumerable<Activity> AtWork() => money.Activities.Values.Where(a => a.Status is ActivityStatus.Implementation or ActivityStatus.Finalisation);

    private IEnumerable<Guid> OutcomesOf(Guid activity) =>
        agreed[activity].Select(lineage => objectives.TryGetValue(lineage, out var objective) ? objective : (Guid?)null).OfType<Guid>().Distinct();

    private static bool Covers(Activity activity, int year, int quarter)
    {
        var from = new DateOnly(year, (3 * quarter) - 2, 1);
        return activity.Starts is { } starts && starts < from.AddMonths(3) && (activity.Ends is null || activity.Ends >= from);
    }
}
