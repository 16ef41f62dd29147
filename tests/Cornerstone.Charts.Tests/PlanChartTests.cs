using System.Text;
using System.Xml.Linq;

namespace Cornerstone.Charts.Tests;

public sealed class PlanChartTests
{
    private static readonly ChartText Text = new("Title", "Description", "Name");

    [Fact]
    public void What_is_unknown_leaves_a_gap_in_the_line_and_a_word_in_the_table()
    {
        var chart = Line([Year(2020, 5m), Year(2021, 6m), Year(2022, ChartFigure.Unknown), Year(2023, 0m), Year(2024, ChartFigure.NotApplicable)]).Draw(Samples.Options());

        var line = chart.Read().WithClass("chart-line").Single(l => l.Attribute("class")!.Value.Contains("series-1") && l.Parent!.Name.LocalName == "svg" && l.Attribute("d")!.Value.Count(c => c == 'L') == 1 && !IsSwatch(l));
        Assert.Equal(1, line.Attribute("d")!.Value.Count(c => c == 'M'));
        Assert.Equal(["5", "6", "unknown", "0", "n/a"], chart.Table.Rows.Select(r => r.Cells[0].Text));
    }

    [Fact]
    public void An_interval_keeps_both_ends_and_no_line_goes_through_its_middle()
    {
        var chart = Line([Year(2020, 2m), Year(2021, ChartFigure.Between(3m, 6m)), Year(2022, 4m)]).Draw(Samples.Options());

        var whisker = Assert.Single(chart.Read().WithClass("chart-whisker"));
        Assert.Equal("All, 2021: 3–6", whisker.Tooltip());
        Assert.DoesNotContain("4.5", chart.Svg, StringComparison.Ordinal);
        Assert.DoesNotContain(chart.Read().WithClass("chart-line"), l => l.Attribute("d")!.Value.Contains('L') && !IsSwatch(l));
    }

    [Fact]
    public void A_figure_that_is_about_right_is_hollow_and_says_so()
    {
        var chart = Line([Year(2021, ChartFigure.Known(303m, isApproximate: true))]).Draw(Samples.Options());

        Assert.Equal("All, 2021: ≈ 303", chart.Read().WithClass("chart-about").Single().Tooltip());
        Assert.Equal("≈ 303", chart.Table.Rows[0].Cells[0].Text);
    }

    [Fact]
    public void A_stepwise_target_stays_until_the_day_it_changes()
    {
        var points = new TargetPath([new(new(2021, 12, 31), "2021", 10m), new(new(2022, 12, 31), "2022", 20m)], TargetShape.Stepwise);
        var chart = (Line([Year(2020, 5m)]) with { Target = points }).Draw(Samples.Options());

        var corners = chart.Read().WithClass("chart-target").Last().Attribute("d")!.Value[1..].Split('L').Select(p => p.Split(' ')).ToList();

        Assert.Equal(3, corners.Count);
        Assert.Equal(corners[0][1], corners[1][1]);
        Assert.Equal(corners[1][0], corners[2][0]);
    }

    [Fact]
    public void A_gap_in_funding_is_never_negative_and_unknown_when_either_side_is()
    {
        var table = PlanSamples.Money(rtl: false).Draw(Samples.Options()).Table;

        Assert.Equal(["36,000,000", "0", "18,000,000", "unknown"], table.Rows.Select(r => r.Cells[^1].Text));
    }

    [Fact]
    public void Bars_of_money_are_as_long_as_the_money()
    {
        var bars = PlanSamples.Money(rtl: false).Draw(Samples.Options()).Read().WithClass("chart-cost").Where(b => b.Elements().Any()).ToList();

        Assert.Equal(3, bars.Count);
        Assert.Equal(40.0 / 120, bars[1].Number("width") / bars[0].Number("width"), 2);
    }

    [Fact]
    public void Pairs_without_years_stand_on_no_axis_of_time()
    {
        var chart = PlanSamples.Pairs(rtl: false).Draw(Samples.Options());

        Assert.DoesNotContain(chart.Read().WithClass("chart-tick"), t => t.Words().StartsWith("20", StringComparison.Ordinal) && t.Words().Length == 4);
        Assert.Equal(["5", "15", "the report gives no years"], chart.Table.Rows[0].Cells.Select(c => c.Text));
        Assert.Equal(["3–6", "6–9", ""], chart.Table.Rows[2].Cells.Select(c => c.Text));
    }

    [Fact]
    public void The_end_of_an_interval_is_as_wide_as_the_interval()
    {
        var ends = PlanSamples.Pairs(rtl: false).Draw(Samples.Options()).Read().Named("rect").Where(r => r.Elements().Any()).ToList();

        Assert.Equal("Army, From: 3–6", ends[0].Tooltip());
        Assert.Equal("Army, To: 6–9", ends[1].Tooltip());
        Assert.Equal(ends[0].Number("width"), ends[1].Number("width"), 0.11);
        Assert.Equal(ends[0].Number("x") + ends[0].Number("width"), ends[1].Number("x"), 0.11);
    }

    [Fact]
    public void What_is_late_has_a_sign_besides_its_colour()
    {
        var svg = PlanSamples.Gantt(rtl: false).Draw(Samples.Options()).Read();

        Assert.Contains(svg.WithClass("chart-sign"), s => s.Attribute("class")!.Value.Contains("chart-late", StringComparison.Ordinal));
        Assert.Contains(svg.WithClass("chart-sign"), s => s.Attribute("class")!.Value.Contains("chart-done", StringComparison.Ordinal));
    }

    [Fact]
    public void Deeper_rows_of_a_plan_stand_further_in()
    {
        var names = PlanSamples.Gantt(rtl: false).Draw(Samples.Options()).Read().Named("text").ToList();

        var top = names.Single(t => t.Words() == "Institutions").Number("x");
        var below = names.Single(t => t.Words() == "Inspectorate").Number("x");
        Assert.True(below > top);
    }

    [Fact]
    public void Drawings_of_one_plan_share_an_axis_where_they_are_told_its_days()
    {
        var gantt = PlanSamples.Gantt(rtl: false);
        var alone = gantt with { Rows = [gantt.Rows[5]] };

        var years = (GanttChart chart) => chart.Draw(Samples.Options()).Read().WithClass("chart-tick").Select(t => t.Words()).ToList();

        Assert.DoesNotContain("2028", years(alone));
        Assert.Contains("2028", years(alone with { AxisDays = [new(2028, 12, 31)] }));
    }

    [Fact]
    public void A_plan_of_150_rows_stays_under_60_kilobytes()
    {
        var rows = Enumerable.Range(0, 150).Select(i => new GanttRow(
            $"Activity {i} of a plan with a name of forty letters", i % 5, new DateOnly(2024, 1, 1).AddDays(i * 7), new DateOnly(2025, 6, 30).AddDays(i * 5),
            (GanttState)(i % 5), i % 10 / 10m, Href: $"/SO/plan/nodes/0193f2a0-0000-7000-8000-{i:000000000000}")).ToList();

        foreach (var width in new[] { 720, 360 })
        {
            var bytes = Encoding.UTF8.GetByteCount((PlanSamples.Gantt(rtl: false) with { Rows = rows }).Draw(Samples.Options(width: width)).Svg);

            Assert.InRange(bytes, 10_000, 60_000);
        }
    }

    [Fact]
    public void A_map_is_not_mirrored()
    {
        var paths = (bool rtl) => PlanSamples.Map(rtl: false).Draw(Samples.Options(rtl)).Read().WithClass("chart-region").Take(9).Select(p => p.Attribute("d")!.Value);

        Assert.Equal(paths(false), paths(true));
    }

    [Fact]
    public void Every_class_of_a_map_has_a_pattern_of_its_own()
    {
        var svg = PlanSamples.Map(rtl: false).Draw(Samples.Options()).Read();

        var lines = svg.Named("pattern").Select(p => string.Concat(p.Elements().Skip(1).Select(l => l.Attribute("d")!.Value)) + (p.Attribute("id")!.Value is "c-class-0" ? "empty" : "")).ToList();
        Assert.True(lines.Count >= 7);
        Assert.Equal(lines.Count, lines.Distinct().Count());
    }

    [Fact]
    public void Regions_without_an_outline_are_named_below_the_map()
    {
        var svg = PlanSamples.Map(rtl: false).Draw(Samples.Options()).Read();

        Assert.Contains(svg.Named("text"), t => t.Words() == "Without outline: Abroad 1,000,000");
    }

    [Fact]
    public void An_outline_that_leaves_the_Earth_is_refused()
    {
        var map = new RegionMap(Text, new("Value", "Without outline:"), [new("A", "A", [[new(0, 0), new(1, 95), new(2, 0)]], 1m)]);

        Assert.Throws<ArgumentException>(() => map.Draw(Samples.Options()));
    }

    [Fact]
    public void Islands_on_both_sides_of_the_date_line_stand_side_by_side()
    {
        IReadOnlyList<GeoPoint> Square(double west) => [new(west, -17), new(west + 1, -17), new(west + 1, -16), new(west, -16)];
        var svg = new RegionMap(Text, new("Value", ""), [new("W", "W", [Square(178)], 1m), new("E", "E", [Square(-179.5)], 2m)]).Draw(Samples.Options()).Read();

        var widths = svg.WithClass("chart-region").Take(2).Select(Width).ToList();
        Assert.All(widths, w => Assert.True(w > 100, $"{w}"));
    }

    private static double Width(XElement path)
    {
        var xs = path.Attribute("d")!.Value.Trim('M', 'z').Split('L').Select(p => double.Parse(p.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        return xs.Max() - xs.Min();
    }

    private static bool IsSwatch(XElement line) => line.Attribute("d")!.Value.StartsWith("M0 ", StringComparison.Ordinal);

    private static DatedFigure Year(int year, ChartFigure figure) => new(new(year, 12, 31), $"{year}", figure);

    private static TargetLineChart Line(IReadOnlyList<DatedFigure> figures) =>
        new(Text, new("Target", "Tolerance", "Baseline", "Range", "Today"), [new("All", figures)]);
}
