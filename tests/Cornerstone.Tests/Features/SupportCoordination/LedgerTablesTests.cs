using Cornerstone.Features.Partners;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Features.SupportLedger;
using FsCheck;
using FsCheck.Fluent;
using static Cornerstone.Tests.Features.SupportCoordination.GivenSupportInMemory;

namespace Cornerstone.Tests.Features.SupportCoordination;

/// <summary>Whatever was declared, by partner, by objective, by component and by year the ledger comes to the same, to the cent.</summary>
public sealed class LedgerTablesTests
{
    private static readonly string?[] Sectors = ["15132", "15134", "15210", "15137"];
    private static readonly TreeNode Goal = Node(PlanLevel.Goal, "G1");
    private static readonly TreeNode First = Node(PlanLevel.Outcome, "G1.O1", Goal);
    private static readonly TreeNode Output = Node(PlanLevel.Output, "G1.O1.1", First);
    private static readonly TreeNode Second = Node(PlanLevel.Outcome, "G1.O2", Goal);
    private static readonly TreeNode Gone = Node(PlanLevel.Outcome, "G9.O9");
    private static readonly PlanTree Tree = PlanTree.Of(new PlanContents([Goal, First, Output, Second]));
    private static readonly PartnerEntry[] Partners = [Partner("One"), Partner("Two"), Partner("Three")];

    [Fact]
    public void All_tables_add_up_to_the_ledger_to_the_cent() => Prop.ForAll(Registers().ToArbitrary(), given => Questions().All(question =>
    {
        var (money, objectives) = given;
        var counted = LedgerRows.Counted(money, question).ToList();
        var whole = money.Count(question.Stage).Of(question.View).Counted.Sum(c => c.Amount) - LedgerRows.LeftOut(money, question with { Reason = ExclusionReason.OtherCountry }).Sum(r => r.Amount)
            - LedgerRows.LeftOut(money, question with { Reason = ExclusionReason.CountryNotSaid }).Sum(r => r.Amount);
        decimal? By<TKey>(IEnumerable<LedgerRow> rows, Func<LedgerRow, TKey> key, Func<TKey, LedgerQuestion> narrower, Func<LedgerQuestion, IEnumerable<LedgerRow>> ask) =>
            rows.GroupBy(key).Sum(g => ask(narrower(g.Key)).Sum(r => r.Amount) == g.Sum(r => r.Amount) && decimal.Round(g.Sum(r => r.Amount ?? 0m), 2) == g.Sum(r => r.Amount) ? g.Sum(r => r.Amount) : null);
        var components = By(counted, r => r.Component, c => question with { Component = c ?? LedgerQuestion.Undeclared }, q => LedgerRows.Counted(money, q));
        var years = By(counted, r => r.Flow.Date?.Year, y => question with { Year = y }, q => LedgerRows.Counted(money, q));
        var partners = counted.GroupBy(r => r.Partner).Sum(g => g.Sum(r => r.Amount));
        var served = By(objectives.Rows(question), r => r.Objective, o => question with { Objective = o }, objectives.Rows);
        return new[] { components, years, partners, served }.All(sum => sum == whole);
    })).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void What_served_an_objective_that_is_gone_serves_none_and_the_others_not_more()
    {
        var activity = Activity("A");
        var objectives = new ObjectiveMoney(Money([activity], [Paid(activity, 100m)]), Tree, [Serves(activity, Output, 40m), Serves(activity, Gone, 60m)]);

        var rows = objectives.Rows(new(LedgerView.Spending, MoneyStage.Paid, "USD")).ToDictionary(r => r.Objective!, r => r.Amount);

        Assert.Equal([(First.Lineage.ToString(), 40m), (LedgerQuestion.Undeclared, 60m)], rows.Select(r => (r.Key, r.Value!.Value)).OrderBy(r => r.Item2));
        Assert.Equal((40m, 100m), objectives.Alignment());
    }

    [Fact]
    public void A_refund_takes_from_what_serves_the_plan_and_what_only_the_partner_says_counts_half()
    {
        var (agreed, claimed, none) = (Activity("A"), Activity("B"), Activity("C"));
        var money = Money([agreed, claimed, none], [Paid(agreed, 100m), Paid(agreed, -20m), Paid(claimed, 50m), Paid(none, 30m)]);
        var objectives = new ObjectiveMoney(money, Tree, [Serves(agreed, First, 50m), Serves(agreed, Second, 10m, AlignmentState.Proposed), Serves(claimed, First, null, AlignmentState.Proposed)]);

        // 80 × (half agreed, a tenth claimed) + 50 claimed.
        Assert.Equal((44m + 25m, 160m), objectives.Alignment());
        Assert.Equal(69m, objectives.Rows(new(LedgerView.Spending, MoneyStage.Paid, "USD") { Weigh = Weighing.Alignment }).Sum(r => r.Amount));
    }

    [Fact]
    public void Several_objectives_without_shares_are_in_none_of_them_and_still_serve_the_plan()
    {
        var activity = Activity("A");
        var objectives = new ObjectiveMoney(Money([activity], [Paid(activity, 100m)]), Tree, [Serves(activity, First), Serves(activity, Second)]);

        Assert.Equal(LedgerQuestion.Shared, Assert.Single(objectives.Rows(new(LedgerView.Spending, MoneyStage.Paid, "USD"))).Objective);
        Assert.Equal((100m, 100m), objectives.Alignment());
    }

    private static IEnumerable<LedgerQuestion> Questions() =>
        from view in Enum.GetValues<LedgerView>() from stage in Enum.GetValues<MoneyStage>() select new LedgerQuestion(view, stage, "USD");

    private static Gen<(KnownMoney, ObjectiveMoney)> Registers() =>
        from activities in Activities().NonEmptyListOf()
        from payments in Payments().ListOf()
        select Build(activities, payments);

    private static Gen<(Activity Activity, List<ActivityAlignment> Serves)> Activities() =>
        from number in Gen.Choose(0, 9999)
        from reporter in Gen.Elements(Partners)
        from sectors in Shares(Sectors).ListOf()
        from countries in Shares("XS", "XY", "XZ").ListOf()
        from serves in (from node in Gen.Elements(Goal, First, Output, Second, Gone) from share in Percentages() from state in Gen.Elements(AlignmentState.Agreed, AlignmentState.Proposed) select (node, share, state)).ListOf()
        let activity = Activity($"A{number}", a => (a.ReporterId, a.Sectors, a.Countries) = (reporter.Id, [.. sectors], [.. countries]))
        select (activity, serves.Select(s => Serves(activity, s.node, s.share, s.state)).ToList());

    private static Gen<(int Activity, decimal Cents, TransactionType Type, int Year, CodedShare? Sector, string? Country)> Payments() =>
        from activity in Gen.Choose(0, 100)
        from cents in Gen.Frequency((6, Gen.Choose(1, 9_999_999)), (1, Gen.Choose(-99_999, -1)), (2, Gen.Choose(1, 7)))
        from type in Gen.Elements(TransactionType.Disbursement, TransactionType.Expenditure, TransactionType.IncomingFunds, TransactionType.OutgoingCommitment)
        from year in Gen.Choose(2023, 2026)
        from sector in Gen.Frequency((4, Gen.Constant<CodedShare?>(null)), (1, Shares(Sectors).Select(CodedShare? (s) => s)))
        from country in Gen.Frequency((6, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("XS", "XY")))
        select (activity, cents / 100m, type, year, sector, country);

    private static Gen<CodedShare> Shares(params string?[] codes) => from code in Gen.Elements(codes) from percentage in Percentages() select new CodedShare(code!, null, percentage);

    private static Gen<decimal?> Percentages() => Gen.Frequency((1, Gen.Constant<decimal?>(null)), (5, Gen.Choose(1, 1200).Select(n => (decimal?)n / 12m)));

    private static (KnownMoney, ObjectiveMoney) Build(
        List<(Activity Activity, List<ActivityAlignment> Serves)> activities, List<(int Activity, decimal Cents, TransactionType Type, int Year, CodedShare? Sector, string? Country)> payments)
    {
        var transactions = payments.ConvertAll(p =>
        {
            var paid = Paid(activities[p.Activity % activities.Count].Activity, p.Cents, p.Type, p.Year);
            (paid.Sectors, paid.RecipientCountry) = (p.Sector is { } sector ? [sector] : [], p.Country);
            return paid;
        });
        var money = Money([.. activities.Select(a => a.Activity)], transactions, Partners);
        return (money, new ObjectiveMoney(money, Tree, activities.SelectMany(a => a.Serves)));
    }
}
