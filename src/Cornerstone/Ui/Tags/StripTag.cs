using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;strip label="Deadlines"&gt;&lt;li class="is-late"&gt;…&lt;/li&gt;&lt;/strip&gt;: small cards side by side in the order of time;
/// it scrolls sideways, also by keyboard. Classes is-late, is-near and is-done colour a card.
/// </summary>
[HtmlTargetElement("strip")]
public sealed class StripTag : TagHelper
{
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("role", "region");
        output.Attributes.SetAttribute("tabindex", "0");
        output.Attributes.SetAttribute("aria-label", Label);
        output.Attributes.SetAttribute("class", "strip");
        output.PreContent.AppendHtml("<ul>");
        output.PostContent.AppendHtml("</ul>");
    }
}
