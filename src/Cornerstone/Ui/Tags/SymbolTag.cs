using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>&lt;symbol&gt;S/RES/2553 (2020)&lt;/symbol&gt;: a document symbol or code, kept left to right in Arabic text; href makes it a link.</summary>
[HtmlTargetElement("symbol")]
public sealed class SymbolTag : TagHelper
{
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "symbol");
        output.Attributes.SetAttribute("dir", "ltr");
        if (Href is null)
        {
            return;
        }

        output.PreElement.AddMarkup("<a href=\"{0}\">", Href);
        output.PostElement.AppendHtml("</a>");
    }
}
