using System.Globalization;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Charts.Tests;

/// <summary>What holds for any amounts on any way, in any width.</summary>
public sealed class SankeyPropertyTests
{
    // Coordinates are rounded to a tenth of a pixel.
    private const double Rounding = 0.21;

    private static readonly Arbitrary<Ways> Cases = (
        from ways in (from p in Gen.Choose(0, 20) from o in Gen.Choose(0, 5) from i in Gen.Choose(0, 9) from amount in Gen.Choose(1, 1_000_000) select (P: p, O: o, I: i, Amount: amount)).NonEmptyListOf()
        from width in Gen.Choose(80, 1280)
        from rtl in Gen.Elements(true, false)
        select new Ways([.. ways.Take(60)], width, rtl)).ToArbitrary();

    [Fact]
    public void Bars_of_a_layer_and_their_words_do_not_overlap() => Prop.ForAll(Cases, ways =>
    {
        var svg = ways.Draw().Read();

        foreach (var layer in Bars(svg).GroupBy(b => b.Number("x")))
        {
            var down = layer.OrderBy(b => b.Number("y")).ToList();
            Assert.All(down.Zip(down.Skip(1)), p => Assert.True(p.First.Number("y") + p.First.Number("height") < p.Second.Number("y")));
        }

        foreach (var column in svg.WithClass("chart-halo").GroupBy(t => t.Number("x")))
        {
            var lines = column.Select(t => t.Number("y")).Order().ToList();
            Assert.All(lines.Zip(lines.Skip(1)), p => Assert.True(p.Second - p.First >= 13.8, $"{p}"));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bars_and_bands_are_as_wide_as_their_amounts() => Prop.ForAll(Cases, ways =>
    {
        var svg = ways.Draw().Read();

        var total = ways.All.Sum(w => (double)w.Amount);
        var body = Bars(svg).GroupBy(b => b.Number("x")).First().Sum(b => b.Number("height"));
        var scale = (ways.Width < 480 ? 220 : 300) / total;
        Assert.Equal(scale * total, body, Rounding * 21);
        Assert.All(Bars(svg), b => Assert.Equal(Amount(b) * scale, b.Number("height"), Rounding));
        Assert.All(svg.WithClass("chart-flow"), b => Assert.Equal(Amount(b) * scale, SankeyTests.Ends(b).Width, Rounding));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_that_comes_leaves_and_nothing_is_made_up() => Prop.ForAll(Cases, ways =>
    {
        var svg = ways.Draw().Read();

        var total = ways.All.Sum(w => (double)w.Amount);
        Assert.Empty(svg.WithClass("chart-flow-unsaid"));
        Assert.All(Bars(svg).GroupBy(b => b.Number("x")), layer => Assert.Equal(total, layer.Sum(Amount)));
        Assert.Equal(2 * total, svg.WithClass("chart-flow").Sum(Amount));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bands_lie_within_the_bars_they_join() => Prop.ForAll(Cases, ways =>
    {
        var svg = ways.Draw().Read();

        var bars = Bars(svg).Select(b => (From: b.Number("y") - Rounding, To: b.Number("y") + b.Number("height") + Rounding)).ToList();
        Assert.All(svg.WithClass("chart-flow").Select(SankeyTests.Ends), e =>
        {
            Assert.Contains(bars, b => b.From <= e.Leave && e.Leave + e.Width <= b.To + Rounding);
            Assert.Contains(bars, b => b.From <= e.Come && e.Come + e.Width <= b.To + Rounding);
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Nothing_leaves_the_frame() => Prop.ForAll(Cases, ways =>
    {
        var svg = ways.Draw().Read();

        Assert.All(svg.Named("rect"), r => Assert.InRange(r.Number("x"), 0, ways.Width + 0.1 - r.Number("width")));
        Assert.All(svg.Named("rect"), r => Assert.InRange(r.Number("y"), 0, svg.Number("height") + 0.1 - r.Number("height")));
        Assert.All(svg.Named("text"), t => Assert.InRange(t.Number("x"), 0, ways.Width));
        Assert.All(svg.Named("text"), t => Assert.InRange(t.Number("y"), 0, svg.Number("height")));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_table_holds_every_amount_and_the_sum_of_every_node() => Prop.ForAll(Cases, ways =>
    {
        var chart = ways.Chart();
        var rows = chart.Draw(ways.Options).Table.Rows.Select(r => (r.Heading.Text, r.Cells[0].Text, r.Cells[1].Text)).ToHashSet();
        var names = chart.Nodes.ToDictionary(n => n.Id, n => n.Name);

        Assert.All(chart.Links, l => Assert.Contains((names[l.From], names[l.To], Written(l.Amount.Amount!.Value)), rows));
        Assert.All(ways.All.GroupBy(w => w.O), o => Assert.Contains(($"Objective {o.Key}", "Total", Written(o.Sum(w => (decimal)w.Amount))), rows));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Right_to_left_is_the_mirror_image() => Prop.ForAll(Cases, ways =>
    {
        var forward = (ways with { Rtl = false }).Draw().Read();
        var mirrored = (ways with { Rtl = true }).Draw().Read();

        Assert.All(Bars(forward).Zip(Bars(mirrored)), p => Assert.Equal(ways.Width - p.First.Number("x") - p.First.Number("width"), p.Second.Number("x"), Rounding));
        Assert.All(Bars(forward).Zip(Bars(mirrored)), p => Assert.Equal(p.First.Number("y"), p.Second.Number("y")));
    }).QuickCheckThrowOnFailure();

    private static List<XElement> Bars(XElement svg) => [.. svg.WithClass("chart-flow-bar")];

    private static double Amount(XElement mark) => double.Parse(mark.Tooltip().Split(": ")[^1].Trim('\u2068', '\u2069'), NumberStyles.Number, CultureInfo.InvariantCulture);

    private static string Written(decimal amount) => amount.ToString("#,##0", CultureInfo.InvariantCulture);

    public sealed record Ways((int P, int O, int I, int Amount)[] All, int Width, bool Rtl)
    {
        // The words are the same in both directions: only the layout is mirrored.
        public ChartOptions Options => Samples.Options(width: Width) with { RightToLeft = Rtl };

        public Chart Draw() => Chart().Draw(Options);

        public SankeyChart Chart() => new(
            new("Title", "Description", "From"),
            new(["Partner", "Objective", "Institution"], "To", "Amount", "not said", n => $"{n} others"),
            [
                .. All.Select(w => w.P).Distinct().Select(p => new SankeyNode($"p{p}", 0, $"Partner {p}", IsUnsaid: p == 3)),
                .. All.Select(w => w.O).Distinct().Select(o => new SankeyNode($"o{o}", 1, $"Objective {o}", IsUnsaid: o == 3)),
                .. All.Select(w => w.I).Distinct().Select(i => new SankeyNode($"i{i}", 2, $"An institution with a long name {i}", IsUnsaid: i == 3)),
            ],
            [
                .. All.GroupBy(w => (w.P, w.O)).Select(g => new SankeyLink($"p{g.Key.P}", $"o{g.Key.O}", g.Sum(w => (decimal)w.Amount))),
                .. All.GroupBy(w => (w.O, w.I)).Select(g => new SankeyLink($"o{g.Key.O}", $"i{g.Key.I}", g.Sum(w => (decimal)w.Amount))),
            ]);
    }
}
