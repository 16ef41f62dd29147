using System.Xml.Linq;

namespace Cornerstone.Charts.Tests;

public sealed class AccessibilityTests
{
    public static TheoryData<string> Kinds => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_has_a_title_and_a_description_that_name_it(string kind)
    {
        var svg = Samples.All[kind](Samples.Options(prefix: "x")).Read();

        Assert.Equal("x-title x-desc", svg.Attribute("aria-labelledby")?.Value);
        Assert.Equal("x-title", svg.Elements().First().Attribute("id")?.Value);
        Assert.Contains(svg.Elements(), e => e.Name.LocalName == "desc" && e.Attribute("id")?.Value == "x-desc" && e.Value.Length > 0);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_is_an_image_unless_it_holds_links(string kind)
    {
        var svg = Samples.All[kind](Samples.Options()).Read();

        Assert.Equal(svg.Named("a").Any() ? "group" : "img", svg.Attribute("role")?.Value);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_chart_carries_no_style_and_no_script(string kind)
    {
        var svg = Samples.All[kind](Samples.Options()).Read();

        Assert.NotEmpty(svg.DescendantsAndSelf().Attributes("class"));
        Assert.Empty(svg.Named("style").Concat(svg.Named("script")));
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name.LocalName == "style" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Ids_are_unique_and_begin_with_the_prefix(string kind)
    {
        var ids = Samples.All[kind](Samples.Options(prefix: "page-7")).Read().DescendantsAndSelf().Attributes("id").Select(a => a.Value).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.StartsWith("page-7-", id, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_class_in_a_drawing_is_defined_in_the_style_sheet(string kind)
    {
        // These group or name elements and need no look of their own.
        string[] bare = ["chart-lines", "chart-bars", "chart-heatmap", "chart-relations", "chart-targets", "chart-bullets", "chart-money", "chart-dumbbells", "chart-multiples", "chart-map", "chart-sankey", "chart-waterfall", "chart-step", "chart-frame", "chart-cell", "chart-label"];

        var classes = Samples.All[kind](Samples.Options()).Read().DescendantsAndSelf().Attributes("class").SelectMany(a => a.Value.Split(' ')).Distinct();

        Assert.All(classes.Except(bare), c => Assert.Matches($@"\.{c}\b(?!-)", ChartStyles.Css));
    }

    [Fact]
    public void Every_link_says_where_it_leads()
    {
        var links = Samples.All["heatmap"](Samples.Options()).Read().Named("a").ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Matches(@"^.+, \d{4}: \d+$", link.Named("title").Single().Value));
    }

    [Theory]
    [InlineData("")]
    [InlineData("7up")]
    [InlineData("a b")]
    [InlineData("a\"b")]
    public void A_prefix_that_cannot_begin_an_id_is_refused(string prefix) =>
        Assert.Throws<ArgumentException>(() => Samples.All["line"](Samples.Options(prefix: prefix)));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_table_has_a_caption_and_as_many_cells_as_headings(string kind)
    {
        var table = Samples.All[kind](Samples.Options()).Table;

        Assert.NotEmpty(table.Caption);
        Assert.NotEmpty(table.Rows);
        Assert.All(table.Rows, row => Assert.Equal(table.Head.Count, row.Cells.Count + 1));
    }
}
