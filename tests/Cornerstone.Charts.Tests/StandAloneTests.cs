namespace Cornerstone.Charts.Tests;

public sealed class StandAloneTests
{
    public static TheoryData<string> Kinds => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_as_a_file_needs_nothing_from_the_page(string kind)
    {
        var file = new Chart(StandAlone.Of(Samples.All[kind](Samples.Options())), new("", [], []));

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
        var style = new Chart(StandAlone.Of(Samples.All["line"](Samples.Options())), new("", [], [])).Read().Named("style").Single().Value;

        Assert.Contains(".chart-series-1 { color: #1b5e8c; }", style, StringComparison.Ordinal);
        Assert.DoesNotContain("chart-heat", style, StringComparison.Ordinal);
    }
}
