using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Features.SupportLedger;
using FsCheck;
using FsCheck.Fluent;
using static Cornerstone.Tests.Features.CountedSupport.GivenSupportInMemory;

namespace Cornerstone.Tests.Features.CountedSupport;

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
        var (money, ledger, plan) = given;
        decimal Left(ExclusionReason reason) => ledger.LeftOut(question with { Reason = reason }, plan).Sum(s => s.Amount ?? 0m);
        var whole = money.Count(question.Stage).Of(question.View).Counted.Sum(c => c.Amount) - Left(ExclusionReason.OtherCountry) - Left(ExclusionReason.CountryNotSaid);
        var unreported = ledger.Total(question.With(LedgerAxis.Beside, nameof(OdaBeside.EligibleUnreported)), plan);
        var calledOtherwise = ledger.Sums(question.With(LedgerAxis.Verdict, nameof(OdaVerdict.Eligible)), plan, LedgerAxis.FlowType).Where(s => s.Values[0] is "21" or LedgerQuestion.Undeclared).Sum(s => s.Amount ?? 0m);
        return unreported == calledOtherwise && LedgerAxis.All.All(axis => ledger.Sums(question, plan, axis) is var sums && sums.Sum(s => s.Amount ?? 0m) == whole
            && sums.All(s => question.With(axis, s.Values[0]) is var narrower && ledger.Total(narrower, plan) == s.Amount && ledger.LatestRows(narrower, plan, int.MaxValue) is var rows && rows.Total == s.Amount && rows.Count == s.Flows))
            && ledger.Sums(question, plan, LedgerAxis.Objective, LedgerAxis.Sector).Sum(s => s.Amount ?? 0m) == whole
            && ledger.Rows(question, plan).Sum(r => r.Amount ?? 0m) == whole;
    })).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void What_served_an_objective_that_is_gone_serves_none_and_the_others_not_more()
    {
        var activity = Activity("A");
        var objectives = Objectives(Ledger(Known([activity], [Paid(activity, 100m)], serves: [Serves(activity, Output, 40m), Serves(activity, Gone, 60m)])), Tree);

        var rows = objectives.Rows(new(LedgerView.Spending, MoneyStage.Paid, "USD")).ToDictionary(r => r.Objective, r => r.Amount);

        Assert.Equal([(First.Lineage.ToString(), 40m), (LedgerQuestion.Undeclared, 60m)], rows.Select(r => (r.Key, r.Value!.Value)).OrderBy(r => r.Item2));
        Assert.Equal((40m, 100m), objectives.Alignment());
    }

    [Fact]
    public void A_refund_takes_from_what_serves_the_plan_and_what_only_the_partner_says_counts_half()
    {
        var (agreed, claimed, none) = (Activity("A"), Activity("B"), Activity("C"));
        var objectives = Objectives(Ledger(Known([agreed, claimed, none], [Paid(agreed, 100m), Paid(agreed, -20m), Paid(claimed, 50m), Paid(none, 30m)], serves: [Serves(agreed, First, 50m), Serves(agreed, Second, 10m, AlignmentState.Proposed), Serves(claimed, First, null, AlignmentState.Proposed)])), Tree);

        // 80 × (half agreed, a tenth claimed) + 50 claimed.
        Assert.Equal((44m + 25m, 160m), objectives.Alignment());
        Assert.Equal(69m, objectives.Rows(new(LedgerView.Spending, MoneyStage.Paid, "USD") { Weigh = Weighing.Alignment }).Sum(r => r.Amount));
    }

    [Fact]
    public void Several_objectives_without_shares_are_in_none_of_them_and_still_serve_the_plan()
    {
        var activity = Activity("A");
        var objectives = Objectives(Ledger(Known([activity], [Paid(activity, 100m)], serves: [Serves(activity, First), Serves(activity, Second)])), Tree);

        Assert.Equal(LedgerQuestion.Shared, Assert.Single(objectives.Rows(new(LedgerView.Spending, MoneyStage.Paid, "USD"))).Objective);
        Assert.Equal((100m, 100m), objectives.Alignment());
    }

    private static IEnumerable<LedgerQuestion> Questions() =>
        from view in Enum.GetValues<LedgerView>() from stage in Enum.GetValues<MoneyStage>() select new LedgerQuestion(view, stage, "USD");

    private static Gen<(KnownMoney, CountedLedger, PlanObjectives)> Registers() =>
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

    private static Gen<(int Activity, decimal Cents, TransactionType Type, int Year, CodedShare? Sector, string? Country, SupportForm? Form, string? Flow)> Payments() =>
        from activity in Gen.Choose(0, 100)
        from cents in Gen.Frequency((6, Gen.Choose(1, 9_999_999)), (1, Gen.Choose(-99_999, -1)), (2, Gen.Choose(1, 7)))
        from type in Gen.Elements(TransactionType.Disbursement, TransactionType.Expenditure, TransactionType.IncomingFunds, TransactionType.OutgoingCommitment)
        from year in Gen.Choose(2023, 2026)
        from sector in Gen.Frequency((4, Gen.Constant<CodedShare?>(null)), (1, Shares(Sectors).Select(CodedShare? (s) => s)))
        from country in Gen.Frequency((6, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("XS", "XY")))
        from form in Gen.Elements<SupportForm?>(null, SupportForm.Equipment, SupportForm.Stipends, SupportForm.Training)
        from flow in Gen.Elements(null, "10", "21", "30")
        select (activity, cents / 100m, type, year, sector, country, form, flow);

    private static Gen<CodedShare> Shares(params string?[] codes) => from code in Gen.Elements(codes) from percentage in Percentages() select new CodedShare(code!, null, percentage);

    private static Gen<decimal?> Percentages() => Gen.Frequency((1, Gen.Constant<decimal?>(null)), (5, Gen.Choose(1, 1200).Select(n => (decimal?)n / 12m)));

    private static (KnownMoney, CountedLedger, PlanObjectives) Build(
        List<(Activity Activity, List<ActivityAlignment> Serves)> activities, List<(int Activity, decimal Cents, TransactionType Type, int Year, CodedShare? Sector, string? Country, SupportForm? Form, string? Flow)> payments)
    {
        var transactions = payments.ConvertAll(p =>
        {
            var paid = Paid(activities[p.Activity % activities.Count].Activity, p.Cents, p.Type, p.Year);
            (paid.Sectors, paid.RecipientCountry, paid.Form, paid.FlowType) = (p.Sector is { } sector ? [sector] : [], p.Country, p.Form, p.Flow);
            return paid;
        });
        var money = Known([.. activities.Select(a => a.Activity)], transactions, Partners, activities.SelectMany(a => a.Serves));
        return (money, Ledger(money), ObjectiveMoney.ObjectivesOf(Tree));
    }
}
