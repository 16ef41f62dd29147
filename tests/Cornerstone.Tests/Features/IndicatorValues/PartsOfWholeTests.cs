using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.IndicatorValues.EntryCases;

namespace Cornerstone.Tests.Features.IndicatorValues;

/// <summary>Rule I4 of domain handbook §4.4: parts add up to their total, or the rest is explicitly unknown.</summary>
public sealed class PartsOfWholeTests
{
    [Fact]
    public void Parts_that_give_their_total_pass()
    {
        Assert.Empty(EntryRules.Check(Total(100m, ("sex=F", 30m), ("sex=M", 60m), ("sex=unknown", 10m))));
    }

    [Fact]
    public void Parts_greater_than_their_total_are_refused()
    {
        var finding = Assert.Single(EntryRules.Check(Total(100m, ("sex=F", 60m), ("sex=M", 60m))));

        Assert.Equal(("I4", false), (finding.Rule, finding.MayBeConfirmed));
    }

    [Fact]
    public void A_rest_may_be_confirmed_while_parts_are_still_to_come()
    {
        var finding = Assert.Single(EntryRules.Check(Total(100m, ("sex=F", 30m))));

        Assert.Equal("values.I4-rest", finding.Says.Code);
        Assert.Equal(70m, finding.Says.Facts[3]);
        Assert.True(finding.MayBeConfirmed);
    }

    [Fact]
    public void Where_unknown_is_entered_the_parts_give_the_total_exactly()
    {
        var finding = Assert.Single(EntryRules.Check(Total(100m, ("sex=F", 30m), ("sex=M", 60m), ("sex=unknown", 5m))));

        Assert.False(finding.MayBeConfirmed);
    }

    [Fact]
    public void Each_dimension_is_held_to_the_total_by_itself()
    {
        var findings = EntryRules.Check(Total(100m, ("sex=F", 40m), ("sex=M", 60m), ("age=18-24", 90m), ("age=25-34", 20m)));

        Assert.Equal(["age"], findings.Select(f => f.Says.Facts[0]));
    }

    [Fact]
    public void A_part_that_makes_its_brothers_greater_than_the_total_is_refused()
    {
        var facts = Facts(Card(), 50m) with { Key = DimensionKey.Parse("sex=F"), SamePeriod = [Point("2026", 100m), Point("2026", 60m, "sex=M")] };

        var finding = Assert.Single(EntryRules.Check(facts));

        Assert.Equal(("I4", "Value"), (finding.Rule, finding.Field));
    }

    [Fact]
    public void Shares_are_never_added_up()
    {
        var facts = Facts(Card(IndicatorUnit.Percent), 20m) with { SamePeriod = [Point("2026", 30m, "sex=F"), Point("2026", 15m, "sex=M")] };

        Assert.Empty(EntryRules.Check(facts));
    }

    private static EntryFacts Total(decimal total, params (string Part, decimal Number)[] parts) =>
        Facts(Card(), total) with { SamePeriod = [.. parts.Select(p => Point("2026", Figure.Exact(p.Number), p.Part))] };
}
