using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.IndicatorValues.EntryCases;

namespace Cornerstone.Tests.Features.IndicatorValues;

/// <summary>Rules I1 to I9 of domain handbook §4.4.</summary>
public sealed class EntryRulesTests
{
    [Fact]
    public void A_value_that_agrees_with_everything_passes_without_a_word() =>
        Assert.Empty(EntryRules.Check(Facts(Card(), 42m)));

    [Fact]
    public void I1_a_card_read_in_another_unit_is_refused()
    {
        var facts = Facts(Card(), 42m) with { CardRead = Card(IndicatorUnit.Percent, number: 3) };

        Assert.Equal(["I1"], Rules(facts));
    }

    [Theory]
    [InlineData("101", "I2")]
    [InlineData("-1", "I2")]
    [InlineData("95-101", "I2")]
    [InlineData("100", null)]
    [InlineData("3-6", null)]
    [InlineData("<10", null)]
    public void I2_a_percentage_lies_between_0_and_100(string value, string? rule)
    {
        var facts = Facts(Card(IndicatorUnit.Percent), Figure.Parse(value));

        Assert.Equal(rule is null ? [] : [rule], Rules(facts));
    }

    [Fact]
    public void I3_a_part_is_not_greater_than_its_whole()
    {
        var facts = Facts(Card(IndicatorUnit.Percent), 100m) with { Numerator = 12m, Denominator = 10m };

        Assert.Contains(EntryRules.Check(facts), f => f is { Rule: "I3", Field: "Numerator", MayBeConfirmed: false });
    }

    [Theory]
    [InlineData("23.1", true)]
    [InlineData("23", true)]
    [InlineData("24", false)]
    public void I3_a_share_is_that_of_its_numbers_up_to_its_own_rounding(string share, bool isRight)
    {
        var facts = Facts(Card(IndicatorUnit.Percent), Figure.Parse(share)) with { Numerator = 231m, Denominator = 1_000m };

        Assert.Equal(isRight ? [] : ["I3"], Rules(facts));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void I3_nothing_is_divided_by_nothing(int denominator)
    {
        var facts = Facts(Card(IndicatorUnit.Percent), 10m) with { Numerator = 1m, Denominator = denominator };

        Assert.Equal(["I3"], Rules(facts));
    }

    [Fact]
    public void I5_a_change_by_more_than_half_asks_for_confirmation_and_no_more()
    {
        var facts = Facts(Card(), 160m) with { Series = [Point("2025", 100m)] };

        var finding = Assert.Single(EntryRules.Check(facts));

        Assert.Equal(("I5", true), (finding.Rule, finding.MayBeConfirmed));
        Assert.Empty(EntryRules.Check(facts with { Value = 150m }));
    }

    [Fact]
    public void I5_a_value_far_from_a_steady_series_asks_for_confirmation()
    {
        SeriesPoint[] steady = [Point("2020", 100m), Point("2021", 101m), Point("2022", 99m), Point("2023", 100m), Point("2024", 101m), Point("2025", 99m)];

        Assert.Equal(["I5"], Rules(Facts(Card(), 110m) with { Series = steady }));
        Assert.Empty(Rules(Facts(Card(), 102m) with { Series = steady }));
    }

    [Theory]
    [InlineData(Direction.Increase, 25, "I6")]
    [InlineData(Direction.Increase, 15, null)]
    [InlineData(Direction.Decrease, 15, "I6")]
    public void I6_a_baseline_lies_before_its_target(Direction direction, int baseline, string? rule)
    {
        var facts = Facts(Card(direction: direction), baseline) with { Targets = [Target(TargetKind.Baseline, 2026, baseline), Target(TargetKind.Target, 2030, 20m)] };

        Assert.Equal(rule is null ? [] : [rule], Rules(facts));
    }

    [Fact]
    public void I7_a_period_is_over_before_its_value_is_entered()
    {
        var facts = Facts(Card(), 42m);

        Assert.Equal(["I7"], Rules(facts with { Today = new(2026, 12, 31) }));
        Assert.Empty(Rules(facts with { Today = new(2027, 1, 1) }));
        Assert.Equal(["I7"], Rules(facts with { CollectedOn = facts.Today.AddDays(1) }));
    }

    [Fact]
    public void I7_a_stock_may_be_entered_on_the_day_it_is_counted()
    {
        var facts = Facts(Card(stock: StockOrFlow.Stock), 42m) with { Period = Period.Parse("2026-06-30"), Today = new(2026, 6, 30) };

        Assert.Empty(Rules(facts));
    }

    [Fact]
    public void I8_there_is_one_value_for_each_period_area_and_part()
    {
        var facts = Facts(Card(), 42m) with { SamePeriod = [Point("2026", 40m)] };

        Assert.Equal(["I8"], Rules(facts));
    }

    [Theory]
    [InlineData(IndicatorUnit.YesNo, "2", "I9")]
    [InlineData(IndicatorUnit.YesNo, "1", null)]
    [InlineData(IndicatorUnit.Ordinal, "1.5", "I9")]
    [InlineData(IndicatorUnit.Ordinal, "3", "I9")]
    [InlineData(IndicatorUnit.Ordinal, "2", null)]
    [InlineData(IndicatorUnit.Ordinal, "unknown", null)]
    public void I9_levels_and_answers_are_the_numbers_of_their_card(IndicatorUnit unit, string value, string? rule)
    {
        var facts = Facts(Card(unit), Figure.Parse(value));

        Assert.Equal(rule is null ? [] : [rule], Rules(facts));
    }

    [Fact]
    public void A_count_since_a_fixed_day_that_falls_is_asked_about()
    {
        var facts = Facts(Card(isCumulative: true), 130m) with { Series = [Point("2025", 137m)] };

        var finding = Assert.Single(EntryRules.Check(facts));

        Assert.Equal("values.falls", finding.Says.Code);
        Assert.True(finding.MayBeConfirmed);
    }

    [Fact]
    public void Unknown_is_no_number_and_breaks_no_rule_about_numbers()
    {
        var facts = Facts(Card(IndicatorUnit.Percent), Figure.Unknown) with { Series = [Point("2025", 10m)] };

        Assert.Empty(Rules(facts));
    }

    private static IEnumerable<string> Rules(EntryFacts facts) => EntryRules.Check(facts).Select(f => f.Rule);
}
