using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Features.SupportMeasures;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.CountedSupport.GivenSupportInMemory;

namespace Cornerstone.Tests.Features.SupportCoordination;

/// <summary>Gap by objective and year on a worked example (domain handbook §5.8).</summary>
public sealed class ObjectiveGapsTests
{
    private static readonly DateOnly Today = new(2026, 1, 1);
    private static readonly TreeNode Outcome = Node(PlanLevel.Outcome, "O1");
    private static readonly TreeNode Output = Node(PlanLevel.Output, "O1.1", Outcome);
    private static readonly PlanTree Tree = PlanTree.Of(new PlanContents([Outcome, Output]));
    private static readonly Currency Crown = Currency.Parse("SLE", null);

    [Fact]
    public void A_commitment_of_two_years_is_spread_over_them_and_the_years_add_up_to_it()
    {
        var activity = Activity("A", a => (a.PlannedStart, a.PlannedEnd) = (new(2025, 7, 1), new(2027, 6, 30)));
        var line = Line([activity], [Commitment(activity, 730m, new(2025, 7, 1))], [Cost(Outcome, 2026, 1000m)], [National(Output, 2026, 200m)]);

        Assert.Equal([(2025, 184m), (2026, 365m), (2027, 181m)], line.Years.Select(y => (y.Window!.From.Year, y.Committed)));
        Assert.Equal((1000m - 200m - 365m, 70m), (line.Years[1].Gap, line.All.Gap));
        Assert.Equal((435m, Attention.Ordinary), (line.Next.Gap, line.Attention));
    }

    [Fact]
    public void Attention_looks_at_the_next_twelve_months_and_not_at_all_years()
    {
        var activity = Activity("A", a => (a.PlannedStart, a.PlannedEnd) = (new(2028, 1, 1), new(2028, 12, 31)));

        var line = Line([activity], [Commitment(activity, 900m, new(2025, 7, 1))], [Cost(Outcome, 2026, 500m), Cost(Outcome, 2028, 500m)], []);

        Assert.Equal((Attention.Orphan, 100m), (line.Attention, line.All.Gap));
    }

    [Fact]
    public void Pledges_stand_beside_the_gap_by_their_probability_and_those_without_one_are_told_apart()
    {
        var (judged, open) = (Activity("A", a => a.PledgeProbability = 0.6m), Activity("B"));
        var line = Line([judged, open], [Commitment(judged, 100m, new(2026, 5, 1), TransactionType.OutgoingPledge), Commitment(open, 40m, new(2026, 5, 1), TransactionType.OutgoingPledge)], [Cost(Outcome, 2026, 500m)], []);

        Assert.Equal((500m, 440m, 60m, 40m), (line.Next.Gap, line.Next.GapIfPledgesCome, line.Next.Pipeline, line.Next.Unweighed));
    }

    [Fact]
    public void A_cost_without_a_rate_is_named_and_leaves_no_gap_to_tell()
    {
        var line = Line([], [], [Cost(Outcome, 2026, 500m), Cost(Outcome, 2026, 70m, "XQD")], []);

        Assert.Null(line.All.Gap);
        Assert.Equal(70m, Assert.Single(line.WithoutRate).Amount);
    }

    [Fact]
    public void A_cost_in_another_currency_is_converted() =>
        Assert.Equal(500m + 40m, Line([], [], [Cost(Outcome, 2026, 500m), Cost(Output, 2026, 80m), Cost(Outcome, 2027, 80m, "SLE")], []).All.Gap);

    [Fact]
    public void Spans_laid_end_to_end_add_up_to_the_whole()
    {
        var spread = new Period(new(2025, 3, 1), new(2027, 11, 17));
        var months = Enumerable.Range(0, 36).Select(m => new DateOnly(2025, 1, 1).AddMonths(m)).Select(d => new Period(d, d.AddMonths(1).AddDays(-1)));

        Assert.Equal(100.01m, months.Sum(m => SpreadAmount.Within(100.01m, spread, m)));
    }

    private static ObjectiveLine Line(IReadOnlyList<Activity> activities, IReadOnlyList<Transaction> transactions, PlanCost[] costs, PlanFunding[] fundings)
    {
        var objectives = Objectives(Ledger(Known(activities, transactions, serves: activities.Select(a => Serves(a, Outcome)))), Tree);
        var plan = new PlanAmounts(costs.ToLookup(c => c.NodeId), fundings.ToLookup(f => f.NodeId), FiscalYearStart.Calendar, m => m.Currency == Currency.UsDollar ? m.Amount : m.Currency == Crown ? m.Amount / 2m : null);
        return Assert.Single(new ObjectiveGaps(objectives, Tree, plan, Today).Lines());
    }

    private static Transaction Commitment(Activity activity, decimal amount, DateOnly day, TransactionType type = TransactionType.OutgoingCommitment)
    {
        var transaction = Paid(activity, amount, type);
        transaction.Date = day;
        return transaction;
    }

    private static PlanCost Cost(TreeNode node, int year, decimal amount, string currency = "USD") => new()
    {
        Country = "XS",
        Classification = Classification.Public,
        VersionId = Guid.Empty,
        NodeId = node.Id,
        FiscalYear = year,
        EconomicType = EconomicType.Capital,
        Amount = amount,
        Currency = Currency.Parse(currency, null),
    };

    private static PlanFunding National(TreeNode node, int year, decimal amount) => new()
    {
        Country = "XS",
        Classification = Classification.Public,
        VersionId = Guid.Empty,
        NodeId = node.Id,
        Kind = FundingKind.National,
        Source = "Budget",
        FiscalYear = year,
        Amount = amount,
        Currency = Currency.UsDollar,
    };
}
