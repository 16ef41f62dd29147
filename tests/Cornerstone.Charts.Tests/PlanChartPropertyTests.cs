using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Charts.Tests;

/// <summary>Odd figures, days, outlines and words still give a drawing within its edges.</summary>
public sealed class PlanChartPropertyTests
{
    private static readonly Gen<string> Words = Gen.Choose(0, 0xFFFF).Select(c => (char)c).ArrayOf().Select(c => new string(c));

    private static readonly Gen<ChartFigure> Figures = Gen.OneOf(
        Gen.Choose(-999_999, 999_999).Select(i => ChartFigure.Known(i)),
        Gen.Choose(-9_999, 9_999).Select(i => ChartFigure.Known(i * 100_000_000_000_000_000_000m, isApproximate: true)),
        Gen.Choose(-50, 50).Select(i => ChartFigure.Between(i / 10_000m, i / 10_000m + 0.003m)),
        Gen.Choose(-9, 99).Select(i => ChartFigure.Below(i)),
        Gen.Elements(ChartFigure.Unknown, ChartFigure.NotApplicable, ChartFigure.Known(0)));

    private static readonly Gen<DateOnly> Days = Gen.OneOf(
        Gen.Choose(735_000, 745_000).Select(DateOnly.FromDayNumber),
        Gen.Elements(DateOnly.MinValue, DateOnly.MaxValue));

    private static readonly Arbitrary<Odd> Cases = (
        from words in Words.NonEmptyListOf()
        from figures in Figures.ListOf()
        from days in Days.NonEmptyListOf()
        from width in Gen.Choose(80, 1280)
        from rtl in Gen.Elements(true, false)
        select new Odd([.. words.Take(6)], [.. figures.Take(12)], [.. days.Take(12)], Samples.Options(rtl, width))).ToArbitrary();

    [Fact]
    public void Any_figures_and_any_words_give_a_drawing() => Prop.ForAll(Cases, odd =>
    {
        foreach (var chart in ChartsOf(odd))
        {
            var svg = chart.Read();

            Assert.All(svg.Named("rect"), r => Assert.True(r.Number("width") >= 0 && r.Number("height") >= 0, r.ToString()));
            Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes().Where(IsGeometry), a => a.Value.Contains("NaN", StringComparison.Ordinal) || a.Value.Contains('∞'));
            Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Head.Count, row.Cells.Count + 1));
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Bars_of_a_plan_lie_in_the_drawing_and_mirrored_in_the_mirrored_drawing() => Prop.ForAll(Cases, odd =>
    {
        var forward = Gantt(odd).Draw(odd.Options with { RightToLeft = false, Width = 720 }).Read();
        var mirrored = Gantt(odd).Draw(odd.Options with { RightToLeft = true, Width = 720 }).Read();

        Assert.All(forward.Named("rect"), r => Assert.InRange(r.Number("x"), 0, 720.2 - r.Number("width")));
        Assert.All(forward.Named("rect").Zip(mirrored.Named("rect")), p => Assert.Equal(720 - p.First.Number("x") - p.First.Number("width"), p.Second.Number("x"), 0.11));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_figure_of_a_line_is_drawn_as_high_as_it_is() => Prop.ForAll(Gen.Choose(0, 1_000_000).NonEmptyListOf().Select(l => l.Take(30).ToArray()).ToArbitrary(), amounts =>
    {
        var series = new DatedSeries("s", [.. amounts.Select((a, i) => new DatedFigure(new(2000 + i, 6, 30), $"{i}", (decimal)a))]);
        var svg = new TargetLineChart(new("t", "d", "c"), LineWords, [series]).Draw(Samples.Options()).Read();

        var axis = svg.WithClass("chart-axis").First().Number("y1");
        var heights = svg.WithClass("chart-marker").Where(m => m.Elements().Any()).Select(m => axis - MarkY(m)).ToList();
        Assert.Equal(amounts.Length, heights.Count);
        Assert.All(heights.Zip(amounts), p => Assert.Equal(amounts.Max() == 0 ? 0 : heights.Max() * p.Second / amounts.Max(), p.First, 0.3));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_outline_gives_a_map_within_its_width() => Prop.ForAll(Outlines, rings =>
    {
        var regions = rings.Select((ring, i) => new MapRegion($"{i}", $"Region {i}", [ring], i % 3 == 0 ? ChartValue.Unknown : i)).ToList();
        var svg = new RegionMap(new("t", "d", "c"), new("Value", "none"), regions).Draw(Samples.Options(width: 360)).Read();

        var xs = svg.WithClass("chart-region").Where(p => p.Elements().Any()).SelectMany(p => p.Attribute("d")!.Value.Trim('M', 'z').Split('L', 'M', 'z'))
            .Select(p => double.Parse(p.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.All(xs, x => Assert.InRange(x, 0, 360));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_chart_of_nothing_says_so()
    {
        var options = Samples.Options();
        Chart[] charts =
        [
            new TargetLineChart(Text, LineWords, []).Draw(options), new BulletChart(Text, new("a", "t", []), []).Draw(options),
            new MoneyBars(Text, new("c", "f", "s", "g"), []).Draw(options), new GanttChart(Text, GanttWords, []).Draw(options),
            new DumbbellChart(Text, new("f", "t", "n"), []).Draw(options), new SmallMultiplesChart(Text, []).Draw(options), new RegionMap(Text, new("v", "w"), [new("A", "A", [], 3m)]).Draw(options),
        ];

        Assert.All(charts, c => Assert.Contains(c.Read().Named("text"), t => t.Words() == "No data to show yet."));
    }

    private static readonly Arbitrary<GeoPoint[][]> Outlines = (
        from longitude in Gen.Choose(-1800, 1800)
        from latitude in Gen.Choose(-900, 900)
        select new GeoPoint(longitude / 10.0, latitude / 10.0)).ListOf().Select(l => l.ToArray()).NonEmptyListOf()
        .Select(l => l.Take(5).ToArray()).Where(l => l.Any(r => r.Length > 2)).ToArbitrary();

    private static readonly ChartText Text = new("Title", "Description", "Name");
    private static readonly TargetLineWords LineWords = new("Target", "Tolerance", "Baseline", "Range", "Today");
    private static readonly GanttWords GanttWords = new("Start", "End", "State", "Progress", "Today", "undated", ["a", "b", "c", "d", "e", "f"]);

    private static bool IsGeometry(XAttribute attribute) => attribute.Name.LocalName is "x" or "y" or "d" or "width" or "height" or "x1" or "y1" or "x2" or "y2" or "viewBox";

    private static double MarkY(XElement mark)
    {
        var start = mark.Attribute("d")!.Value[1..].Split('m', ' ');
        return double.Parse(start[1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Chart> ChartsOf(Odd odd)
    {
        var text = new ChartText(odd.Word(0), odd.Word(1), odd.Word(2), odd.Word(3));
        var dated = odd.Figures.Select((f, i) => new DatedFigure(odd.Day(i), odd.Word(i), f)).ToList();
        var points = odd.Figures.Where(f => f.Amount.HasValue).Select((f, i) => new TargetPoint(odd.Day(i + 1), odd.Word(i), f.Amount!.Value)).ToList();
        yield return new TargetLineChart(text, LineWords, [new(odd.Word(1), dated)])
        {
            Baseline = dated.FirstOrDefault(),
            Target = new(points, odd.Figures.Length % 2 == 0 ? TargetShape.Linear : TargetShape.Stepwise, Tolerance: 0.5m),
            Today = odd.Day(3),
        }.Draw(odd.Options);
        var known = odd.Figures.Select(f => ChartValue.Of(f.Amount)).ToList();
        yield return new BulletChart(text, new(odd.Word(0), odd.Word(1), ["low", "high"]),
            [.. odd.Figures.Select((f, i) => new Bullet(odd.Word(i), f, odd.Figures[^(i + 1)], known[i].Amount is { } end ? [end, end + 5] : []))]).Draw(odd.Options);
        yield return new MoneyBars(text, new(odd.Word(0), odd.Word(1), odd.Word(2), odd.Word(3)), [.. known.Select((v, i) => new MoneyRow(odd.Word(i), v, known[^(i + 1)], v))]).Draw(odd.Options);
        yield return Gantt(odd).Draw(odd.Options);
        yield return new SmallMultiplesChart(text, [.. odd.Names.Select((name, i) => new DatedSeries(name, [.. dated.Where((_, at) => at % odd.Names.Length == i)]))]).Draw(odd.Options);
        yield return new DumbbellChart(text, new(odd.Word(0), odd.Word(1), odd.Word(2)),
            [.. odd.Figures.Select((f, i) => new DumbbellRow(odd.Word(i), f, odd.Figures[^(i + 1)], i % 2 == 0 ? odd.Word(i) : null, odd.Word(i)))]).Draw(odd.Options);
    }

    private static GanttChart Gantt(Odd odd) => new(Text, GanttWords,
        [.. odd.Days.Select((day, i) => new GanttRow(odd.Word(i), i - 2, i % 4 == 1 ? null : day, i % 4 == 2 ? null : odd.Day(i + 1), (GanttState)(i % 6), i / 4m - 0.5m, i % 7 == 6))],
        odd.Day(0));

    public sealed record Odd(string[] Names, ChartFigure[] Figures, DateOnly[] Days, ChartOptions Options)
    {
        public string Word(int index) => Names[index % Names.Length];

        public DateOnly Day(int index) => Days[index % Days.Length];
    }
}
