using Cornerstone.Features.SupportMeasures;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.SupportMeasures;

/// <summary>Each formula of domain handbook §5.8 on a worked example.</summary>
public sealed class MeasuresTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 30, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Money_agreed_by_the_owner_counts_whole_money_claimed_by_the_partner_half() =>
        Assert.Equal(new Percentage(0.5m), AlignmentShare.Of([(40m, AlignmentWord.AgreedByOwner), (20m, AlignmentWord.ByPartnerOnly), (40m, AlignmentWord.None)]));

    [Fact]
    public void Nothing_disbursed_has_no_share() => Assert.Null(AlignmentShare.Of([(0m, AlignmentWord.AgreedByOwner)]));

    [Fact]
    public void What_nobody_said_of_money_is_told_apart_from_no()
    {
        var share = FlagShare.Of([(60m, true), (30m, false), (10m, null)]);

        Assert.Equal((new Percentage(0.6m), new Percentage(0.1m)), (share.Yes, share.Unknown));
    }

    [Fact]
    public void A_gap_is_cost_less_what_is_bound_and_pledges_stand_beside_it()
    {
        var gap = FinancingGap.Of(100m, national: 30m, committed: 45m, [new(20m, 0.5m), new(10m, 0.3m)]);

        Assert.Equal((25m, 13m, 12m), (gap.Gap, gap.WeightedPipeline, gap.GapIfPledgesCome));
        Assert.Equal(new Percentage(0.75m), gap.Covered);
        Assert.Equal(-5m, FinancingGap.Of(100m, 60m, 45m, []).Gap);
    }

    [Theory]
    [InlineData(100.0, 9.99, Attention.Orphan)]
    [InlineData(100.0, 10, Attention.Ordinary)]
    [InlineData(100.0, 120, Attention.Ordinary)]
    [InlineData(100.0, 120.01, Attention.Darling)]
    [InlineData(0.0, 50, Attention.Unknown)]
    [InlineData(null, 50, Attention.Unknown)]
    public void Orphans_have_less_than_a_tenth_of_their_cost_and_darlings_more_than_six_fifths(double? cost, double committed, Attention attention) =>
        Assert.Equal(attention, new AttentionBounds().Of((decimal?)cost, (decimal)committed));

    [Fact]
    public void Shares_of_a_half_three_tenths_and_a_fifth_are_as_good_as_two_and_six_tenths_partners()
    {
        var spread = Concentration.Of([50m, 30m, 20m])!;

        Assert.Equal((0.38m, 0.62m, 2.63m), (spread.Index, spread.Fragmentation, decimal.Round(spread.EffectivePartners, 2)));
        Assert.Equal(1m, Concentration.Of([7m, -2m])!.Index);
        Assert.Null(Concentration.Of([]));
    }

    [Fact]
    public void A_relation_counts_when_the_donor_is_among_the_ninety_per_cent_or_gives_here_what_it_gives_in_the_world()
    {
        (string, decimal)[] here = [("A", 60m), ("B", 25m), ("C", 6m), ("D", 5m), ("E", 4m)];

        Assert.Equal(["A", "B", "C", "E"], SignificantRelations.Of(here, new Dictionary<string, decimal> { ["D"] = 0.10m, ["E"] = 0.03m }));
    }

    [Fact]
    public void Three_leads_in_one_cell_overlap_and_two_do_not()
    {
        var objective = Guid.CreateVersion7();
        PlacedActivity At(string region, Guid lead) => new(Guid.CreateVersion7(), objective, region, 2026, 2, lead);
        var (one, two, three) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

        var overlaps = Overlap.In([At("N", one), At("N", two), At("N", three), At("S", one), At("S", two), At("S", two)]);

        var overlap = Assert.Single(overlaps);
        Assert.Equal(("N", 3, 3, false), (overlap.Region, overlap.Leads.Count, overlap.Activities.Count, overlap.IsSameOutput));
    }

    [Fact]
    public void Two_activities_that_do_the_same_for_the_same_group_overlap()
    {
        var objective = Guid.CreateVersion7();
        PlacedActivity At(string? output, string? group) => new(Guid.CreateVersion7(), objective, null, 2026, 2, Guid.CreateVersion7(), output, group);

        Assert.True(Assert.Single(Overlap.In([At("Training", "Police officers"), At("Training", "Police officers")])).IsSameOutput);
        Assert.Empty(Overlap.In([At("Training", "Police officers"), At("Training", "Judges")]));
        Assert.Empty(Overlap.In([At(null, "Judges"), At(null, "Judges")]));
    }

    [Fact]
    public void Money_that_came_is_held_against_what_was_scheduled_by_days_of_the_year()
    {
        var year = new FiscalYear(2025, new FiscalYearStart(7, 1));
        var scheduled = Reliability.ScheduledIn(year, 730m, Period.Parse("2025-01-01/2026-12-31", null));

        Assert.Equal(365m, scheduled);
        Assert.Equal(new Percentage(0.8m), Reliability.Predictability(292m, scheduled));
        Assert.Null(Reliability.Predictability(292m, 0m));
    }

    [Fact]
    public void Freshness_is_days_since_a_partner_last_told_anything()
    {
        Assert.Equal(30, Reliability.Freshness(Now.AddDays(-30), Now));
        Assert.Null(Reliability.Freshness(null, Now));
    }

    [Fact]
    public void Oversight_and_management_are_the_governance_share() =>
        Assert.Equal(new Percentage(0.3m), GovernanceShare.Of([("OVS", 10m), ("MGT", 20m), ("DEF", 60m), (null, 10m)]));
}
