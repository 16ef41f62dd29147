using System.Xml.Linq;

namespace Cornerstone.Charts.Tests;

public sealed class SmallMultiplesTests
{
    private static readonly ChartText Text = new("Women by rank", "d", "Rank", "%");

    [Fact]
    public void The_same_amount_stands_as_high_in_every_panel_and_zero_is_on_the_axis()
    {
        var svg = new SmallMultiplesChart(Text, [Of("A", 10m, 20m), Of("B", 40m, 20m)]).Draw(Samples.Options()).Read();

        var marks = svg.WithClass("chart-marker").Select(Place).ToList();
        var axes = svg.WithClass("chart-axis").ToList();
        Assert.Equal(marks[1].Y, marks[3].Y, 0.11);
        Assert.True(marks[2].Y < marks[0].Y);
        Assert.Equal(2, axes.Count);
        Assert.Equal(axes[0].Number("y1"), axes[1].Number("y1"));
    }

    [Theory]
    [InlineData(720, 4)]
    [InlineData(360, 2)]
    [InlineData(80, 1)]
    public void As_many_panels_stand_beside_each_other_as_there_is_room_for(int width, int columns)
    {
        var svg = new SmallMultiplesChart(Text, [.. Enumerable.Range(0, 8).Select(i => Of($"Part {i}", i, i + 1))]).Draw(Samples.Options(width: width)).Read();

        var starts = svg.WithClass("chart-axis").Select(a => a.Number("x1")).Distinct().ToList();
        Assert.Equal(columns, starts.Count);
        Assert.All(svg.WithClass("chart-axis"), a => Assert.InRange(a.Number("x2"), 0, Math.Max(width, 120)));
    }

    [Fact]
    public void Periods_with_long_names_stand_as_years_on_the_axis_and_whole_in_the_table()
    {
        DatedFigure Half(int year, string name) => new(new(year, 12, 31), name, 3m);
        var chart = new SmallMultiplesChart(Text, [new("A", [Half(2021, "July 2021 to December 2021"), Half(2026, "July 2026 to December 2026")])]).Draw(Samples.Options(width: 160));

        var ticks = chart.Read().WithClass("chart-tick").Select(t => t.Value).ToList();
        Assert.Contains("2021", ticks);
        Assert.Contains("2026", ticks);
        Assert.DoesNotContain(ticks, t => t.Contains('…'));
        Assert.Equal(["July 2021 to December 2021", "July 2026 to December 2026"], chart.Table.Head.Skip(1));
    }

    [Fact]
    public void An_unknown_value_leaves_a_gap_and_is_said_in_words()
    {
        var chart = new SmallMultiplesChart(Text, [new("A", [Year(2020, 3m), Year(2021, ChartFigure.Unknown), Year(2022, ChartFigure.Between(3m, 6m)), Year(2023, 7m)])]).Draw(Samples.Options());

        Assert.Empty(chart.Read().WithClass("chart-line"));
        Assert.Single(chart.Read().WithClass("chart-whisker"));
        Assert.Equal(["3", "unknown", "3–6", "7"], chart.Table.Rows.Single().Cells.Select(c => c.Text));
    }

    [Fact]
    public void Parts_of_one_period_are_bars_from_zero_and_an_interval_lies_between_its_ends()
    {
        var svg = new SmallMultiplesChart(Text, [new("A", [Year(2024, 50m)]), new("B", [Year(2024, ChartFigure.Between(50m, 100m))])]).Draw(Samples.Options()).Read();

        var (bar, interval) = (svg.WithClass("chart-fill").Single(), svg.WithClass("chart-perhaps").Single());
        Assert.Equal(bar.Number("width"), interval.Number("width"), 0.21);
        Assert.Equal(bar.Number("x") + bar.Number("width"), interval.Number("x"), 0.21);
    }

    [Fact]
    public void A_tone_colours_a_series_by_what_it_means()
    {
        var svg = new BarChart(Text, ["POL"], [new("Off track", [3m], Tone: SeriesTone.Bad), new("On track", [5m])]).Draw(Samples.Options()).Read();

        Assert.NotEmpty(svg.WithClass("chart-tone-bad"));
        Assert.NotEmpty(svg.WithClass("chart-series-2"));
    }

    private static DatedSeries Of(string name, decimal first, decimal second) => new(name, [Year(2023, first), Year(2024, second)]);

    private static DatedFigure Year(int year, ChartFigure figure) => new(new(year, 12, 31), $"{year}", figure);

    private static (double X, double Y) Place(XElement mark)
    {
        var start = mark.Attribute("d")!.Value[1..].Split('m', ' ');
        return (double.Parse(start[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(start[1], System.Globalization.CultureInfo.InvariantCulture));
    }
}
