using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;tabs label="…"&gt;&lt;tab href="…" current="true"&gt;Text&lt;/tab&gt;&lt;/tabs&gt;: views of one record. They are links, so each has
/// an address and none needs a script.
/// </summary>
[HtmlTargetElement("tabs")]
public sealed class TabsTag : TagHelper
{
    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "tabs");
        output.Attributes.SetAttribute("aria-label", Label);
        output.PreContent.AppendHtml("<ul>");
        output.PostContent.AppendHtml("</ul>");
    }
}

[HtmlTargetElement("tab", ParentTag = "tabs")]
public sealed class TabTag : TagHelper
{
    public required string Href { get; set; }

    public bool Current { get; set; }

    /// <summary>How many things stand behind the tab, shown small beside its name.</summary>
    public int? Count { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("href", Href);
        if (Current)
        {
            output.Attributes.SetAttribute("aria-current", "page");
        }

        output.PreElement.AppendHtml("<li>");
        output.PostElement.AppendHtml("</li>");
        if (Count is { } count)
        {
            output.PostContent.AddMarkup(" <span class=\"count\">{0}</span>", count);
        }
    }
}
