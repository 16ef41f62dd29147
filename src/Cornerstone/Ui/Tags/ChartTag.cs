using Cornerstone.Charts;
using Cornerstone.Languages;
using Cornerstone.Ui.ChartFiles;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;chart id="spending" draw="o => LineChart.Draw(…, o)" /&gt;: a chart for wide screens and one for phones, with all
/// figures in a table behind a disclosure, and the drawing as a file of its own. The chart's title stands in the page as a heading
/// above it.
/// </summary>
[HtmlTargetElement("chart", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChartTag(Text T) : TagHelper
{
    /// <summary>For a chart that has the page to itself: what is inside its box on a full screen, and nothing stays empty beside it.</summary>
    public const int WholeWidth = 1150;

    private const int WideWidth = 720;
    private const int NarrowWidth = 360;

    public required string Id { get; set; }

    public required Func<ChartOptions, Chart> Draw { get; set; }

    /// <summary>Width of the wide drawing in CSS pixels: the place it has on a full screen.</summary>
    public int Width { get; set; } = WideWidth;

    /// <summary>Where the figures come from, for the chart as a file; the country's own record when left out.</summary>
    public string? Source { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var options = T.Drawing(Id, Width);
        var wide = Draw(options);
        if (ViewContext.HttpContext.Features.Get<AskedChart>() is { } asked && asked.Id == Id)
        {
            asked.Take(wide, options, Source);
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chart-box");
        output.Content.AppendHtml("<div class=\"chart-wide\">").AppendHtml(wide.Svg);
        output.Content.AppendHtml("</div><div class=\"chart-narrow\">").AppendHtml(Draw(T.Drawing(Id + "-narrow", NarrowWidth)).Svg);
        output.Content.AddMarkup("</div><details><summary>{0}</summary>{1}</details>", T["Show the figures"], Table(wide.Table));
        output.Content.AddMarkup("<p class=\"note screen-only\"><a class=\"chart-file\" href=\"{0}\" download>{1}</a></p>", Address(), T["This chart as a file (SVG)"]);
    }

    // The same page with the same filters: what is asked for is what is seen.
    private string Address()
    {
        var request = ViewContext.HttpContext.Request;
        var kept = QueryHelpers.ParseQuery(request.QueryString.Value).Where(q => q.Key is not (PageChartFilter.Asked or PageChartFilter.As or "handler" or "format" or "tables"));
        return QueryHelpers.AddQueryString(request.Path.Value ?? "", [.. kept, new(PageChartFilter.Asked, Id), new(PageChartFilter.As, PageChartFilter.Svg)]);
    }

    private static HtmlContentBuilder Table(ChartTable table)
    {
        var html = new HtmlContentBuilder();
        html.AddMarkup("<div class=\"table-region\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\"><table class=\"data\"><caption>{0}</caption><thead><tr>", table.Caption);
        for (var i = 0; i < table.Head.Count; i++)
        {
            html.AddMarkup(i == 0 ? "<th scope=\"col\">{0}</th>" : "<th scope=\"col\" class=\"number\">{0}</th>", table.Head[i]);
        }

        html.AppendHtml("</tr></thead><tbody>");
        foreach (var row in table.Rows)
        {
            html.AddMarkup("<tr><th scope=\"row\">{0}</th>", Linked(row.Heading));
            foreach (var cell in row.Cells)
            {
                html.AddMarkup(cell.IsNumber ? "<td class=\"number\">{0}</td>" : "<td>{0}</td>", Linked(cell));
            }

            html.AppendHtml("</tr>");
        }

        html.AppendHtml("</tbody></table></div>");
        return html;
    }

    private static IHtmlContentBuilder Linked(ChartTableCell cell) =>
        new HtmlContentBuilder().AddMarkup(cell.Href is null ? "<bdi>{0}</bdi>" : "<a href=\"{1}\"><bdi>{0}</bdi></a>", cell.Text, cell.Href ?? "");
}
