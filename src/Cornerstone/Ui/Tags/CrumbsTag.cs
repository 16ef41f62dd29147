using Cornerstone.Access;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;crumbs&gt;&lt;crumb href="…"&gt;Library&lt;/crumb&gt;&lt;crumb&gt;this page&lt;/crumb&gt;&lt;/crumbs&gt;: the way here, above the page
/// head. The workspace's home comes first by itself.
/// </summary>
[HtmlTargetElement("crumbs")]
public sealed class CrumbsTag(CurrentReader current, Text T) : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var crumbs = await output.GetChildContentAsync();
        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "crumbs");
        output.Attributes.SetAttribute("aria-label", T["You are here"]);
        output.Content.AppendHtml("<ol>");
        if (current.Workspace is { } workspace)
        {
            output.Content.AddMarkup("<li><a href=\"/{0}\">{1}</a></li>", workspace.Code.ToLowerInvariant(), workspace.NameIn(T.Language.Code));
        }

        output.Content.AppendHtml(crumbs).AppendHtml("</ol>");
    }
}

/// <summary>One step of the way; without href it is the page itself.</summary>
[HtmlTargetElement("crumb", ParentTag = "crumbs")]
public sealed class CrumbTag : TagHelper
{
    public string? Href { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute(Href is null ? "aria-current" : "href", Href ?? "page");
        output.PreElement.AppendHtml("<li>");
        output.PostElement.AppendHtml("</li>");
    }
}
