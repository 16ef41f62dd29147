using System.Globalization;
using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Charts.Tests;

public sealed class WaterfallTests
{
    private static readonly Arbitrary<(int[] Steps, int Width)> Cases = (
        from steps in Gen.Choose(-1_000_000, 1_000_000).NonEmptyListOf()
        from width in Gen.Choose(120, 1280)
        select (steps.Take(20).ToArray(), width)).ToArbitrary();

    [Fact]
    public void Steps_lead_from_the_whole_to_what_is_left()
    {
        var table = FlowSamples.Waterfall(rtl: false, 16_400_000m).Draw(Samples.Options()).Table;

        Assert.Equal(["48,000,000", "-16,400,000", "-14,200,000", "-4,000,000", "n/a", "", "-3,500,000", ""], table.Rows.Select(r => r.Cells[0].Text));
        Assert.Equal(["48,000,000", "31,600,000", "17,400,000", "13,400,000", "13,400,000", "13,400,000", "9,900,000", "9,900,000"], table.Rows.Select(r => r.Cells[1].Text));
    }

    [Fact]
    public void After_an_unknown_step_nobody_knows_what_is_left()
    {
        var chart = FlowSamples.Waterfall(rtl: false, ChartValue.Unknown).Draw(Samples.Options());

        Assert.Equal(["48,000,000", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown", "unknown"], chart.Table.Rows.Select(r => r.Cells[1].Text));
        Assert.Equal(["National allocation: unknown", "Gap: unknown", "Gap if they come: unknown"], chart.Read().WithClass("chart-heat-unknown").Select(b => b.Tooltip()));
        Assert.Single(chart.Read().WithClass("chart-step-way"), w => !w.Attribute("class")!.Value.Contains("unsure", StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_that_may_not_come_looks_unlike_one_that_did()
    {
        var steps = FlowSamples.Waterfall(rtl: false, 16_400_000m).Draw(Samples.Options()).Read().WithClass("chart-step").ToList();

        Assert.Equal("Pledges, as likely as they are: -3,500,000", steps.Single(s => s.Attribute("class")!.Value.Contains("chart-perhaps", StringComparison.Ordinal)).Tooltip());
    }

    [Fact]
    public void Steps_are_as_long_as_their_amounts_and_begin_where_the_one_before_ended() => Prop.ForAll(Cases, c =>
    {
        var svg = Of(c.Steps).Draw(Samples.Options(width: c.Width)).Read();

        var bars = svg.WithClass("chart-step").Select(b => (Amount: double.Parse(b.Tooltip().Split(": ")[1], NumberStyles.Number, CultureInfo.InvariantCulture), From: b.Number("x"), To: b.Number("x") + b.Number("width"))).ToList();
        var longest = bars.MaxBy(b => Math.Abs(b.Amount));
        var scale = longest.Amount == 0 ? 0 : (longest.To - longest.From) / Math.Abs(longest.Amount);
        Assert.Equal(c.Steps.Length + 2, bars.Count);
        Assert.All(bars, b => Assert.Equal(Math.Abs(b.Amount) * scale, b.To - b.From, 0.4));
        Assert.All(bars.Zip(bars.Skip(1)).SkipLast(1), p => Assert.Equal(p.First.Amount < 0 && p.First != bars[0] ? p.First.From : p.First.To, p.Second.Amount < 0 ? p.Second.To : p.Second.From, 0.4));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_leaves_the_frame_and_the_table_ends_with_the_sum() => Prop.ForAll(Cases, c =>
    {
        var chart = Of(c.Steps).Draw(Samples.Options(width: c.Width));

        Assert.All(chart.Read().WithClass("chart-step"), r => Assert.InRange(r.Number("x"), 0, c.Width + 0.2 - r.Number("width")));
        Assert.All(chart.Read().WithClass("chart-step"), r => Assert.InRange(r.Number("y"), 0, chart.Read().Number("height") - r.Number("height")));
        Assert.Equal((1_000_000m + c.Steps.Sum(s => (decimal)s)).ToString("#,##0", CultureInfo.InvariantCulture), chart.Table.Rows[^1].Cells[1].Text);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_waterfall_in_which_nothing_is_known_says_so() =>
        Assert.Contains((FlowSamples.Waterfall(rtl: false, 1m) with { Rows = [new("Cost", WaterfallKind.Start, ChartValue.Unknown), new("Gap", WaterfallKind.Total)] }).Draw(Samples.Options()).Read().Named("text"), t => t.Words() == "No data to show yet.");

    private static WaterfallChart Of(int[] steps) => new(
        new("Title", "Description", "Step"), new("Amount", "What is left", "Whole", "Step", "Perhaps"),
        [new("Cost", WaterfallKind.Start, 1_000_000m), .. steps.Select((s, i) => new WaterfallRow($"Step {i}", i % 5 == 4 ? WaterfallKind.Perhaps : WaterfallKind.Step, s)), new("Gap", WaterfallKind.Total)]);
}
