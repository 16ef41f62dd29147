namespace Cornerstone.Charts.Tests;

/// <summary>What charts say in cases that are easily got wrong.</summary>
public sealed class ChartContentTests
{
    private static readonly ChartText Text = new("Title", "Description", "Year");

    [Fact]
    public void A_line_breaks_where_a_value_is_unknown()
    {
        var chart = new LineChart(Text, ["a", "b", "c", "d", "e"], [new("s", [1m, 2m, ChartValue.Unknown, 3m, 4m])]);

        var line = Assert.Single(chart.Draw(Samples.Options()).Read().WithClass("chart-line"));

        Assert.Equal(2, line.Attribute("d")!.Value.Count(c => c == 'M'));
    }

    [Fact]
    public void A_single_point_is_drawn_as_a_point()
    {
        var svg = new LineChart(Text, ["2020"], [new("s", [5m])]).Draw(Samples.Options()).Read();

        Assert.Empty(svg.WithClass("chart-line"));
        Assert.Equal("s, 2020: 5", Assert.Single(svg.WithClass("chart-marker")).Tooltip());
    }

    [Fact]
    public void A_chart_of_unknown_values_says_there_is_nothing_to_show()
    {
        var svg = new BarChart(Text, ["2020"], [new("s", [ChartValue.Unknown])]).Draw(Samples.Options()).Read();

        Assert.Equal("No data to show yet.", Assert.Single(svg.Named("text")).Words());
    }

    [Fact]
    public void A_total_with_an_unknown_part_is_unknown_in_the_table_and_marked_in_the_drawing()
    {
        var chart = new BarChart(Text, ["2020"], [new("a", [5m]), new("b", [ChartValue.Unknown])], BarLayout.Stacked).Draw(Samples.Options());

        Assert.Equal(["5", "unknown", "unknown"], chart.Table.Rows[0].Cells.Select(c => c.Text));
        Assert.Contains("5 + ?", chart.Read().Named("text").Select(t => t.Words()));
    }

    [Fact]
    public void A_heat_map_tells_zero_unknown_and_not_applicable_apart()
    {
        var map = new HeatMap(Text, ["a", "b", "c", "d"], [new("row", [new(0m), new(ChartValue.Unknown), new(ChartValue.NotApplicable), new(9m)])]);

        var cells = map.Draw(Samples.Options()).Read().WithClass("chart-cell").Take(4).Select(c => c.Attribute("class")!.Value.Split(' ')[1]);

        Assert.Equal(["chart-heat-0", "chart-heat-unknown", "chart-heat-na", "chart-heat-5"], cells);
    }

    [Fact]
    public void A_heat_map_too_wide_for_a_phone_continues_in_bands_and_loses_no_column()
    {
        var years = Enumerable.Range(1995, 30).Select(y => $"{y}").ToList();
        var map = new HeatMap(Text, years, [new("Theme", [.. years.Select((_, i) => new HeatCell(i))])]);

        var svg = map.Draw(Samples.Options(width: 360)).Read();

        Assert.Equal(years, svg.Named("text").Select(t => t.Words()).Intersect(years));
        Assert.All(svg.WithClass("chart-cell"), c => Assert.InRange(c.Number("x") + c.Number("width"), 0, 360));
    }

    [Fact]
    public void A_circle_of_citations_is_drawn()
    {
        var graph = new RelationGraph(Text, new("From", "To", "How"), [new("a", "A"), new("b", "B"), new("c", "C")], [new("a", "b"), new("b", "c"), new("c", "a"), new("c", "c")]);

        var chart = graph.Draw(Samples.Options());

        Assert.Equal(3, chart.Read().WithClass("chart-link-line").Count());
        Assert.Equal(4, chart.Table.Rows.Count);
    }

    [Fact]
    public void A_citation_points_in_reading_direction()
    {
        var graph = new RelationGraph(Text, new("From", "To", "How"), [new("old", "Old"), new("new", "New")], [new("new", "old")]);

        var forward = graph.Draw(Samples.Options()).Read().WithClass("chart-node").ToDictionary(n => n.Tooltip(), n => n.Number("x"));
        var mirrored = graph.Draw(Samples.Options(rtl: true)).Read().WithClass("chart-node").ToDictionary(n => n.Tooltip(), n => n.Number("x"));

        Assert.True(forward["New"] < forward["Old"]);
        Assert.True(mirrored["New"] > mirrored["Old"]);
    }

    [Fact]
    public void A_graph_too_deep_for_the_width_becomes_a_list_with_arcs()
    {
        var nodes = Enumerable.Range(0, 9).Select(i => new RelationNode($"{i}", $"Document {i}")).ToList();
        var edges = Enumerable.Range(1, 8).Select(i => new RelationEdge($"{i - 1}", $"{i}")).ToList();

        var svg = new RelationGraph(Text, new("From", "To", "How"), nodes, edges).Draw(Samples.Options(width: 360)).Read();

        Assert.Single(svg.WithClass("chart-node").Select(n => n.Attribute("x")!.Value).Distinct());
    }

    [Fact]
    public void An_edge_to_a_node_that_is_not_there_is_refused()
    {
        var graph = new RelationGraph(Text, new("From", "To", "How"), [new("a", "A")], [new("a", "b")]);

        Assert.Throws<ArgumentException>(() => graph.Draw(Samples.Options()));
    }

    [Fact]
    public void A_long_name_is_elided_and_kept_in_a_tooltip()
    {
        var name = string.Concat(Enumerable.Repeat("Accountability", 20));
        var chart = new BarChart(Text, [name, "short"], [new("s", [1m, 2m])], Direction: BarDirection.Horizontal);

        var label = chart.Draw(Samples.Options()).Read().Named("text").Single(t => t.Words().EndsWith('…'));

        Assert.Equal(name, label.Tooltip());
    }

    [Fact]
    public void More_values_than_categories_are_refused() =>
        Assert.Throws<ArgumentException>(() => new LineChart(Text, ["2020"], [new("s", [1m, 2m])]).Draw(Samples.Options()));

    [Fact]
    public void The_same_chart_is_drawn_the_same_twice() =>
        Assert.All(Samples.All.Values, draw => Assert.Equal(draw(Samples.Options()).Svg, draw(Samples.Options()).Svg));
}
