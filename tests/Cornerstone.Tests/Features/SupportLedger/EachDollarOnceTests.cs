using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Tests.Features.SupportLedger;

public sealed class EachDollarOnceTests
{
    // Domain handbook §5.7: 10.00 to a fund, 1 per cent to its agent, 5.94 and 3.96 to two agencies, 8.00 spent so far.
    private static GivenLedger Chain() => new GivenLedger()
        .Activity("D").Activity("Fund", fee: 0.01m).Activity("A").Activity("B")
        .Pays("D", 10.00m, to: "Fund").Receives("Fund", 10.00m, from: "D")
        .Pays("Fund", 5.94m, to: "A").Receives("A", 5.94m, from: "Fund")
        .Pays("Fund", 3.96m, to: "B").Receives("B", 3.96m, from: "Fund")
        .Spends("A", 4.84m).Spends("B", 3.16m);

    [Fact]
    public void The_chain_of_the_handbook_is_ten_in_and_eight_out_with_its_fee_and_its_pipeline()
    {
        var given = Chain();

        var count = given.Count();

        Assert.Equal(27.90m, given.Flows.Where(f => f.Type != TransactionType.IncomingFunds).Sum(f => f.Amount));
        Assert.Equal(10.00m, count.Funding.Total);
        Assert.Equal(8.00m, count.Spending.Total);
        Assert.Equal(1.90m, count.Pipeline);
        Assert.Equal(0.10m, count.Fees);
        Assert.Equal(0m, count.Balances.Single(b => b.Activity == GivenLedger.Id("Fund")).Held);
    }

    [Fact]
    public void What_the_chain_leaves_out_is_listed_with_its_reason()
    {
        var count = Chain().Count();

        Assert.Equal(["PassedOn 17.90", "ReportedByProvider 19.90"], Reasons(count.Funding));
        Assert.Equal(["Receipt 19.90", "SpentFurtherOn 19.90"], Reasons(count.Spending));
        Assert.All(count.Funding.Excluded, e => Assert.NotEmpty(e.Because));
    }

    [Fact]
    public void A_chain_that_only_one_side_reports_is_the_same_money()
    {
        var said = new GivenLedger().Activity("D").Activity("A").Pays("D", 10m).Receives("A", 10m, from: "D").Spends("A", 7m).Count();
        var sent = new GivenLedger().Activity("D").Activity("A").Pays("D", 10m, to: "A").Spends("A", 7m).Count();

        Assert.All([said, sent], c => Assert.Equal((10m, 7m, 3m), (c.Funding.Total, c.Spending.Total, c.Pipeline)));
    }

    [Fact]
    public void A_fund_whose_giver_is_not_in_the_ledger_is_funded_where_it_reports_to_receive()
    {
        var count = new GivenLedger().Activity("Fund").Activity("A")
            .Receives("Fund", 5m, fromOrganisation: "Elsewhere").Pays("Fund", 4m, to: "A").Spends("A", 4m).Count();

        Assert.Equal((5m, 4m), (count.Funding.Total, count.Spending.Total));
    }

    [Fact]
    public void What_is_paid_beyond_what_came_in_is_the_reporters_own_money()
    {
        var count = new GivenLedger().Activity("D").Activity("A").Pays("D", 4m, to: "A").Spends("A", 10m).Count();

        Assert.Equal((10m, 10m), (count.Funding.Total, count.Spending.Total));
        Assert.Equal(6m, count.Balances.Single(b => b.Activity == GivenLedger.Id("A")).Own);
    }

    [Fact]
    public void A_difference_of_rates_is_nobodys_own_money()
    {
        var count = new GivenLedger().Activity("D").Activity("A").Pays("D", 9.95m, to: "A").Receives("A", 9.95m, from: "D").Spends("A", 10m).Count();

        Assert.Equal(9.95m, count.Funding.Total);
    }

    [Fact]
    public void Giver_and_receiver_who_name_each_others_organisation_tell_of_one_movement()
    {
        var count = new GivenLedger().Activity("D").Activity("A", reporter: "Agency")
            .Pays("D", 10m, toOrganisation: "Agency").Receives("A", 8m, fromOrganisation: "D").Spends("A", 8m).Count();

        Assert.Equal((10m, 10m), (count.Funding.Total, count.Spending.Total));
        Assert.Equal(["ReportedByProvider 8", "PassedOn 8"], count.Funding.Excluded.Select(e => $"{e.Reason} {e.Amount:0}"));
        Assert.Equal(2m, count.Spending.Counted.Single(c => c.Flow.Type == TransactionType.Disbursement).Amount);
    }

    [Fact]
    public void An_agency_that_names_its_funder_and_reports_no_receipt_spends_that_funders_money()
    {
        var count = new GivenLedger().Activity("D").Activity("A", reporter: "Agency", funders: ["D"])
            .Pays("D", 10m, toOrganisation: "Agency").Spends("A", 6m).Count();

        Assert.Equal((10m, 10m), (count.Funding.Total, count.Spending.Total));
        Assert.Equal(6m, Assert.Single(count.Edges).Received);
    }

    [Fact]
    public void Money_to_somebody_outside_the_ledger_is_spent()
    {
        var count = new GivenLedger().Activity("D").Pays("D", 10m, toOrganisation: "Ministry").Count();

        Assert.Equal((10m, 10m), (count.Funding.Total, count.Spending.Total));
    }

    [Fact]
    public void Parents_count_only_what_their_parts_do_not_tell()
    {
        var count = new GivenLedger().Activity("P", "Org").Activity("C1", "Org", relations: (RelationKind.Parent, "P")).Activity("C2", "Org")
            .Pays("P", 100m).Pays("C1", 60m).Pays("C2", 25m).Count();
        var both = new GivenLedger().Activity("P", "Org", relations: [(RelationKind.Child, "C1"), (RelationKind.Child, "C2")]).Activity("C1", "Org").Activity("C2", "Org")
            .Pays("P", 100m).Pays("C1", 60m).Pays("C2", 25m).Count();

        Assert.Equal(125m, count.Funding.Total); // C2 is nobody's part: 60 + 40 beyond + 25.
        Assert.Equal(100m, both.Funding.Total); // 60 + 25 + 15 beyond.
        Assert.Equal(85m, both.Funding.Excluded.Single(e => e.Reason == ExclusionReason.CountedInParts).Amount);
        Assert.Equal(100m, both.Spending.Total);
    }

    [Fact]
    public void What_a_parent_pays_to_its_part_is_a_link_and_no_repetition()
    {
        var count = new GivenLedger().Activity("P", "Org").Activity("C", "Org", relations: (RelationKind.Parent, "P"))
            .Pays("P", 100m, to: "C").Spends("C", 60m).Count();

        Assert.Equal((100m, 60m), (count.Funding.Total, count.Spending.Total));
    }

    [Fact]
    public void Of_two_partners_who_report_the_same_payment_one_is_counted()
    {
        var count = new GivenLedger()
            .Activity("A", "One", relations: (RelationKind.CoFunded, "B")).Activity("B", "Two")
            .Pays("A", 100m).Pays("A", 50m, provider: "Two", day: "2024-05-01").Pays("B", 50.50m, day: "2024-05-20").Pays("B", 30m, day: "2024-09-01").Count();

        Assert.Equal(180m, count.Funding.Total);
        Assert.Equal("SaidTwice 50.50", Assert.Single(Reasons(count.Funding)));
    }

    [Fact]
    public void A_payment_three_partners_report_is_counted_once_and_each_uses_it_up_once()
    {
        var count = new GivenLedger()
            .Activity("A", "One", relations: [(RelationKind.CoFunded, "B"), (RelationKind.CoFunded, "C")]).Activity("B", "Two").Activity("C", "Three")
            .Pays("A", 10m, provider: "One").Pays("B", 10m, provider: "One").Pays("C", 10m, provider: "One").Count();

        Assert.Equal(10m, count.Funding.Total);
        Assert.Equal("SaidTwice 20.00", Assert.Single(Reasons(count.Funding)));
        Assert.Equal(20m, new GivenLedger().Activity("A", "One", relations: (RelationKind.CoFunded, "B")).Activity("B", "Two")
            .Pays("A", 10m).Pays("B", 10m, provider: "One").Pays("B", 10m, provider: "One").Count().Funding.Total);
    }

    [Fact]
    public void Shares_of_one_project_that_two_partners_report_each_for_itself_are_both_counted()
    {
        var count = new GivenLedger().Activity("A", "One", alsoKnownAs: ["P-77"]).Activity("B", "Two", alsoKnownAs: ["P-77"])
            .Pays("A", 100m).Pays("B", 100m).Count();

        Assert.Equal(200m, count.Funding.Total);
    }

    [Fact]
    public void A_record_another_source_stands_for_counts_nothing_and_its_links_lead_to_the_other()
    {
        var count = new GivenLedger().Activity("D").Activity("A").Activity("A in the register", sameAs: "A")
            .Pays("D", 10m, to: "A in the register").Spends("A", 8m).Spends("A in the register", 8m).Count();

        Assert.Equal((10m, 8m), (count.Funding.Total, count.Spending.Total));
        Assert.Contains(count.Spending.Excluded, e => e is { Reason: ExclusionReason.SameActivityElsewhere, Amount: 8m });
    }

    [Fact]
    public void A_refund_keeps_its_sign()
    {
        var count = new GivenLedger().Activity("D").Pays("D", 10m).Pays("D", -3m).Count();

        Assert.Equal((7m, 7m), (count.Funding.Total, count.Spending.Total));
    }

    [Fact]
    public void Commitments_are_counted_apart_from_payments()
    {
        var given = new GivenLedger().Activity("D").Activity("A")
            .Flow("D", TransactionType.OutgoingCommitment, 20m, "2024-01-01", receiverActivity: "A")
            .Flow("A", TransactionType.IncomingCommitment, 20m, "2024-01-01", providerActivity: "D")
            .Flow("D", TransactionType.OutgoingPledge, 500m, "2024-01-01")
            .Pays("D", 5m, to: "A");

        Assert.Equal(20m, given.Count(MoneyStage.Committed).Funding.Total);
        Assert.Equal(5m, given.Count().Funding.Total);
    }

    [Fact]
    public void An_amount_nobody_knows_is_listed_and_never_zero()
    {
        var count = new GivenLedger().Activity("D").Pays("D", null).Count();

        Assert.Empty(count.Funding.Counted);
        Assert.Null(Assert.Single(count.Funding.Excluded).Amount);
    }

    [Fact]
    public void A_circle_of_activities_ends()
    {
        var count = new GivenLedger()
            .Activity("A", "Org", relations: (RelationKind.Parent, "B")).Activity("B", "Org", relations: (RelationKind.Parent, "A")).Activity("C", sameAs: "E").Activity("E", sameAs: "C")
            .Pays("A", 10m, to: "B").Pays("B", 10m, to: "A").Pays("C", 1m).Pays("E", 1m).Count();

        Assert.Equal(0m, count.Spending.Counted.Where(c => c.Flow.Activity == GivenLedger.Id("A")).Sum(c => c.Amount));
    }

    private static List<string> Reasons(ViewCount view) =>
        [.. view.Excluded.GroupBy(e => e.Reason).Select(g => FormattableString.Invariant($"{g.Key} {g.Sum(e => e.Amount):0.00}")).Order()];
}
