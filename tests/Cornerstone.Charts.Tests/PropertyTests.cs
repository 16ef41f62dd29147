using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Charts.Tests;

/// <summary>What holds for any figures and any words.</summary>
public sealed class PropertyTests
{
    // Coordinates are rounded to a tenth of a pixel.
    private const double Rounding = 0.11;

    private static readonly Arbitrary<int[]> Amounts = Gen.Choose(-1_000_000, 1_000_000).NonEmptyListOf().Select(l => l.Take(20).ToArray()).ToArbitrary();
    private static readonly Arbitrary<string[]> AnyWords = Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(c => new string(c)).NonEmptyListOf()
        .Select(l => l.Take(6).ToArray()).ToArbitrary();

    [Fact]
    public void Heights_of_bars_are_proportional_to_their_amounts() => Prop.ForAll(Amounts, amounts =>
    {
        var bars = Bars(amounts).Draw(Samples.Options()).Read().Bars();

        var tallest = amounts.Select(Math.Abs).Max();
        var full = bars.Max(b => b.Number("height"));
        Assert.Equal(amounts.Length, bars.Count);
        Assert.All(bars.Zip(amounts), p => Assert.Equal(tallest == 0 ? 0 : full * Math.Abs(p.Second) / tallest, p.First.Number("height"), 2 * Rounding));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Parts_of_a_stack_add_up_to_its_total() => Prop.ForAll(Amounts, amounts =>
    {
        var positive = amounts.Select(a => Math.Abs(a)).ToArray();
        var series = positive.Select((a, i) => new Series($"{i}", [a])).ToList();
        var stacked = new BarChart(Text, ["all"], series, BarLayout.Stacked).Draw(Samples.Options());
        var single = new BarChart(Text, ["all"], [new("sum", [positive.Sum(a => (decimal)a)])]).Draw(Samples.Options() with { Height = 300 });

        var bars = stacked.Read().Bars();
        var steps = bars.OrderByDescending(b => b.Number("y")).ToList();

        Assert.Equal(positive.Sum(a => (decimal)a).ToString("#,##0", CultureInfo.InvariantCulture), (positive.Length > 1 ? stacked : single).Table.Rows[0].Cells[^1].Text);
        Assert.All(bars.Zip(bars.Skip(1)), p => Assert.Equal(p.First.Number("y"), p.Second.Number("y") + p.Second.Number("height"), Rounding * 2));
        Assert.Equal(bars.Max(b => b.Number("y") + b.Number("height")) - bars.Min(b => b.Number("y")), bars.Sum(b => b.Number("height")), Rounding * (steps.Count + 1));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Right_to_left_is_the_mirror_image() => Prop.ForAll(Amounts, amounts =>
    {
        var forward = Bars(amounts).Draw(Samples.Options()).Read();
        var mirrored = Bars(amounts).Draw(Samples.Options() with { RightToLeft = true }).Read();

        Assert.Equal("rtl", mirrored.Attribute("direction")?.Value);
        Assert.All(forward.Bars().Zip(mirrored.Bars()), p => Assert.Equal(720 - p.First.Number("x") - p.First.Number("width"), p.Second.Number("x"), Rounding));
        Assert.All(forward.Named("text").Zip(mirrored.Named("text")), p => Assert.Equal(720 - p.First.Number("x"), p.Second.Number("x"), Rounding));
        Assert.All(forward.Named("line").Zip(mirrored.Named("line")), p => Assert.Equal(720 - p.First.Number("x1"), p.Second.Number("x1"), Rounding));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_words_give_well_formed_drawings() => Prop.ForAll(AnyWords, words =>
    {
        foreach (var chart in ChartsOf(words))
        {
            var svg = chart.Read();

            Assert.Equal("svg", svg.Name.LocalName);
            Assert.DoesNotContain("NaN", svg.DescendantsAndSelf().Attributes().Where(a => a.Name.LocalName is "x" or "y" or "d" or "width" or "height").Select(a => a.Value));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_leaves_the_drawing_sideways() => Prop.ForAll(Amounts, amounts =>
    {
        foreach (var chart in new[] { Bars(amounts), Bars(amounts) with { Direction = BarDirection.Horizontal } })
        {
            var svg = chart.Draw(Samples.Options(width: 360)).Read();

            Assert.NotEmpty(svg.Bars());
            Assert.All(svg.Bars(), b => Assert.InRange(b.Number("x"), 0, 360 - b.Number("width") + Rounding));
            Assert.All(svg.Named("text"), t => Assert.InRange(t.Number("x"), 0, 360));
        }
    }).QuickCheckThrowOnFailure();

    private static ChartText Text => new("Title", "Description", "Category");

    private static BarChart Bars(int[] amounts) =>
        new(Text, [.. amounts.Select((_, i) => $"c{i}")], [new("series", [.. amounts.Select(a => (ChartValue)a)])]);

    private static IEnumerable<Chart> ChartsOf(string[] words)
    {
        var options = Samples.Options() with { Labels = new(words[0], words[^1], words[0], words[0], words[^1]) };
        var text = new ChartText(words[0], words[^1], words[0], words[^1]);
        var series = new Series(words[^1], [.. words.Select((_, i) => i % 3 == 1 ? ChartValue.Unknown : i)]);
        yield return new LineChart(text, words, [series, series]).Draw(options);
        yield return new BarChart(text, words, [series, series], BarLayout.Stacked).Draw(options);
        yield return new BarChart(text, words, [series], Direction: BarDirection.Horizontal).Draw(options);
        yield return new Sparkline(text, words, series).Draw(options);
        yield return new HeatMap(text, words, [.. words.Select(w => new HeatRow(w, [new(1m, w)]))]).Draw(options);
        yield return new RelationGraph(text, new(words[0], words[^1], words[0]), [.. words.Select((w, i) => new RelationNode($"{i}", w, w))],
            [.. words.Select((w, i) => new RelationEdge($"{i}", "0", w))]).Draw(options);
    }
}
