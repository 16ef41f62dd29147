using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>One outcome of the plan and the support that serves it: what it costs, what is bound, what is missing, and on how many shoulders it rests.</summary>
/// <param name="Cost">Null where nobody wrote one: then there is no gap to speak of.</param>
/// <param name="Spent">Where money was last seen.</param>
public sealed record ObjectiveLine(TreeNode Node, decimal? Cost, decimal National, decimal Committed, decimal Spent, Concentration? Givers, Attention Attention)
{
    public decimal? Gap => Cost is { } cost ? FinancingGap.Of(cost, National, Committed, []).Gap : null;
}

/// <summary>Support beside the plan. An activity's money goes to what the owner of an objective agreed it serves, in the shares agreed; several without shares are not divided.</summary>
public sealed class ObjectiveMoney
{
    private readonly KnownMoney money;
    private readonly PlanTree tree;
    private readonly ILookup<Guid, ActivityAlignment> alignments;

    private ObjectiveMoney(KnownMoney money, PlanTree tree, IEnumerable<ActivityAlignment> alignments) =>
        (this.money, this.tree, this.alignments) = (money, tree, alignments.ToLookup(a => a.ActivityId));

    public static async Task<ObjectiveMoney> ReadAsync(AppDb db, KnownMoney money, PlanTree tree, string country, CancellationToken ct) =>
        new(money, tree, await db.Alignments.AsNoTracking().Where(a => a.Country == country).ToListAsync(ct));

    public IEnumerable<ObjectiveLine> Lines => tree.All.Where(b => b.Node.Level == PlanLevel.Outcome).Select(LineOf);

    /// <summary>Counted amounts that serve an objective or anything below it.</summary>
    public IEnumerable<LedgerRow> RowsOf(Guid lineage, LedgerQuestion question)
    {
        var within = tree.All.Where(b => b.Node.Lineage == lineage || b.Path.Any(p => p.Node.Lineage == lineage)).Select(b => b.Node.Lineage.ToString()).ToHashSet();
        return from row in LedgerRows.Counted(money, question)
               let part = SharesOf(row.Activity.Id).Where(s => s.Code is { } code && within.Contains(code)).Sum(s => s.Part)
               where part > 0m
               select row with { Amount = row.Amount * part };
    }

    /// <summary>Paid money weighed by how far it serves the plan (domain handbook §5.8).</summary>
    public Percentage? Alignment => AlignmentShare.Of(LedgerRows.Counted(money, Question(LedgerView.Spending, MoneyStage.Paid)).Where(r => r.Amount > 0m).Select(r => (r.Amount ?? 0m, WordOf(r.Activity.Id))));

    /// <summary>Outcomes, regions and quarters of a year with several lead partners.</summary>
    public IReadOnlyList<Overlap> Overlaps(int year) => Overlap.In(
        from activity in money.Activities.Values
        where activity.Status is ActivityStatus.Implementation or ActivityStatus.Finalisation
        from outcome in OutcomesOf(activity.Id)
        from region in money.RegionsOf(activity.Id).Select(string? (r) => r).DefaultIfEmpty(null)
        from quarter in Enumerable.Range(1, 4)
        where Covers(activity, year, quarter)
        select new PlacedActivity(activity.Id, outcome, region, year, quarter, money.Partners.Of(activity.ReporterId)?.Id));

    private static LedgerQuestion Question(LedgerView view, MoneyStage stage) => new(view, stage, "");

    private ObjectiveLine LineOf(PlanBranch branch)
    {
        var figures = branch.Figures.FirstOrDefault(f => f.Currency == money.Currency);
        var committed = RowsOf(branch.Node.Lineage, Question(LedgerView.Funding, MoneyStage.Committed)).ToList();
        var spent = RowsOf(branch.Node.Lineage, Question(LedgerView.Spending, MoneyStage.Paid)).Sum(r => r.Amount ?? 0m);
        var sum = Cents.Round(committed.Sum(r => r.Amount ?? 0m));
        return new(branch.Node, figures?.Cost, figures?.National ?? 0m, sum, Cents.Round(spent),
            Concentration.Of(committed.GroupBy(r => r.Partner).Select(g => g.Sum(r => r.Amount ?? 0m))), new AttentionBounds().Of(figures?.Cost, sum));
    }

    private IReadOnlyList<LedgerShare> SharesOf(Guid activity) =>
        LedgerShares.Of(alignments[activity].Where(a => a.State == AlignmentState.Agreed).Select(a => (a.Lineage.ToString(), a.Share)));

    private AlignmentWord WordOf(Guid activity) => alignments[activity].Any(a => a.State == AlignmentState.Agreed) ? AlignmentWord.AgreedByOwner
        : alignments[activity].Any(a => a.State == AlignmentState.Proposed) ? AlignmentWord.ByPartnerOnly
        : AlignmentWord.None;

    private IEnumerable<Guid> OutcomesOf(Guid activity) => alignments[activity].Where(a => a.State == AlignmentState.Agreed)
        .Select(a => tree.All.FirstOrDefault(b => b.Node.Lineage == a.Lineage))
        .Select(b => b is null ? null : b.Path.Append(b).FirstOrDefault(p => p.Node.Level == PlanLevel.Outcome))
        .OfType<PlanBranch>().Select(b => b.Node.Lineage).Distinct();

    private static bool Covers(Activity activity, int year, int quarter)
    {
        var from = new DateOnly(year, (3 * quarter) - 2, 1);
        return activity.Starts is { } starts && starts < from.AddMonths(3) && (activity.Ends is null || activity.Ends >= from);
    }
}
