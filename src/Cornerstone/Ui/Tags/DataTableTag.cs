using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;data-table caption="…"&gt;thead, tbody&lt;/data-table&gt;: a dense table in a region that scrolls sideways and takes the
/// keyboard. stacked="true" turns rows into blocks on a phone (cells carry data-label); class "number" aligns figures;
/// quiet="true" keeps the caption for screen readers only.
/// </summary>
[HtmlTargetElement("data-table")]
public sealed class DataTableTag : TagHelper
{
    public required string Caption { get; set; }

    public bool Stacked { get; set; }

    public bool Quiet { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "table";
        output.TagMode = TagMode.StartTagAndEndTag;
        var own = output.Attributes["class"]?.Value.ToString();
        output.Attributes.SetAttribute("class", string.Join(' ', new[] { "data", Stacked ? "stacked" : null, own }.OfType<string>()));
        // A table without columns that overflow still takes one tab stop: the price of a region reachable without a mouse.
        output.PreElement.AddMarkup("<div class=\"table-region\" role=\"region\" tabindex=\"0\" aria-label=\"{0}\">", Caption);
        output.PostElement.AppendHtml("</div>");
        output.PreContent.AddMarkup(Quiet ? "<caption><span class=\"hidden\">{0}</span></caption>" : "<caption>{0}</caption>", Caption);
    }
}
