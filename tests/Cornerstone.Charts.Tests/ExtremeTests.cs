using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Charts.Tests;

/// <summary>Widths and amounts nobody expects still give a drawing.</summary>
public sealed class ExtremeTests
{
    private static readonly ChartText Text = new("Title", "Description", "Category", "unit");

    private static readonly Arbitrary<(int Width, int Power, int[] Digits)> Cases = (
        from width in Gen.Choose(80, 1280)
        from power in Gen.Choose(-20, 17)
        from digits in Gen.Choose(-999_999, 999_999).NonEmptyListOf()
        select (width, power, digits.Take(12).ToArray())).ToArbitrary();

    [Fact]
    public void Any_width_and_any_amounts_give_sizes_that_are_not_negative() => Prop.ForAll(Cases, c =>
    {
        foreach (var chart in ChartsOf([.. c.Digits.Select(d => (ChartValue)(d * Power(c.Power)))], Samples.Options(width: c.Width)))
        {
            var svg = chart.Read();

            Assert.NotEmpty(svg.Elements());
            Assert.All(svg.Named("rect"), r => Assert.True(r.Number("width") >= 0 && r.Number("height") >= 0, r.ToString()));
            Assert.DoesNotContain("NaN", chart.Svg, StringComparison.Ordinal);
            Assert.DoesNotContain("∞", chart.Svg, StringComparison.Ordinal);
        }
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_graph_of_two_thousand_documents_is_drawn_in_reasonable_time()
    {
        var nodes = Enumerable.Range(0, 2_000).Select(i => new RelationNode($"{i}", $"S/RES/{i}")).ToList();
        var edges = Enumerable.Range(1, 1_999).SelectMany(i => new[] { new RelationEdge($"{i}", $"{i / 2}"), new RelationEdge($"{i}", $"{i * 7 % i}") }).ToList();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var chart = new RelationGraph(Text, new("From", "To", "How"), nodes, edges).Draw(Samples.Options());

        Assert.Equal(edges.Count, chart.Table.Rows.Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    private static IEnumerable<Chart> ChartsOf(ChartValue[] values, ChartOptions options)
    {
        string[] names = [.. values.Select((_, i) => $"Category number {i}")];
        var series = new Series("A series with a name", values);
        yield return new LineChart(Text, names, [series, series]).Draw(options);
        foreach (var layout in Enum.GetValues<BarLayout>())
            foreach (var direction in Enum.GetValues<BarDirection>())
                yield return new BarChart(Text, names, [series, series, series], layout, direction).Draw(options);
        yield return new Sparkline(Text, names, series).Draw(options);
        yield return new HeatMap(Text, names, [new("A row", [.. values.Select(v => new HeatCell(v))])]).Draw(options);
        yield return new RelationGraph(Text, new("From", "To", "How"), [.. names.Select(n => new RelationNode(n, n))],
            [.. names.Skip(1).Select((n, i) => new RelationEdge(n, names[i]))]).Draw(options);
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++) power *= 10m;
        return exponent < 0 ? 1m / power : power;
    }
}
