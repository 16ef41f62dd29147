namespace Cornerstone.Charts.Tests;

public sealed class StandAloneTests
{
    private static readonly string[] Notes = ["Source: Solenia", "As of 2026-11-21 08:00 UTC"];

    public static TheoryData<string> Kinds => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_as_a_file_needs_nothing_from_the_page(string kind)
    {
        var file = new Chart(StandAlone.Of(Samples.All[kind](Samples.Options()), Samples.Options(), Notes), new("", [], []));

        var svg = file.Read();
        var style = svg.Named("style").Single().Value;
        Assert.DoesNotContain("var(", style, StringComparison.Ordinal);
        Assert.DoesNotContain("inherit", style, StringComparison.Ordinal);
        Assert.Matches("#[0-9a-f]{6}", style);
        Assert.Empty(svg.Named("a"));
    }

    [Fact]
    public void Every_series_keeps_its_colour()
    {
        var style = new Chart(StandAlone.Of(Samples.All["line"](Samples.Options()), Samples.Options(), Notes), new("", [], [])).Read().Named("style").Single().Value;

        Assert.Contains(".chart-series-1 { color: #1b5e8c; }", style, StringComparison.Ordinal);
        Assert.DoesNotContain("chart-heat", style, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_file_says_what_it_shows_where_from_and_of_which_moment(string kind)
    {
        var chart = Samples.All[kind](Samples.Options());

        var svg = new Chart(StandAlone.Of(chart, Samples.Options(), Notes), new("", [], [])).Read();

        var words = string.Join(' ', svg.Named("text").Select(t => t.Words()));
        Assert.StartsWith(chart.Read().Elements().First().Value.Split(' ')[0], words, StringComparison.Ordinal);
        Assert.Contains("Source: Solenia", words, StringComparison.Ordinal);
        Assert.Contains("As of 2026-11-21 08:00 UTC", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("line", false)]
    [InlineData("line", true)]
    [InlineData("sparkline", true)]
    public void All_that_was_drawn_has_its_place_in_the_file(string kind, bool rtl)
    {
        var options = Samples.Options(rtl);
        var chart = Samples.All[kind](options);

        var file = new Chart(StandAlone.Of(chart, options, Notes), new("", [], [])).Read();

        Assert.True(file.Number("height") > chart.Read().Number("height") + 50);
        Assert.Equal($"0 0 {file.Attribute("width")!.Value} {file.Attribute("height")!.Value}", file.Attribute("viewBox")!.Value);
        Assert.Equal(chart.Read().Named("path").Count(), file.Named("path").Count());
        Assert.Equal(rtl ? "rtl" : "ltr", file.Attribute("direction")!.Value);
    }
}
