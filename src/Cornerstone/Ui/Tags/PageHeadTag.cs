using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;page-head title="…" kicker="…" lead="…"&gt;buttons&lt;/page-head&gt;: the page's h1 and, unless the page set it,
/// its title in the browser. language marks a title that is not in the page's language.
/// </summary>
[HtmlTargetElement("page-head")]
public sealed class PageHeadTag : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required string Title { get; set; }

    public string? Kicker { get; set; }

    public string? Lead { get; set; }

    public string? Language { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ViewContext.ViewData["Title"] ??= Title;
        var actions = await output.GetChildContentAsync();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "page-head");
        output.Content.AppendHtml("<div>");
        Append(output, Kicker, "<p class=\"kicker\">{0}</p>");
        output.Content.AddMarkup(Language is null ? "<h1>{0}</h1>" : "<h1 lang=\"{1}\" dir=\"auto\">{0}</h1>", Title, Language ?? "");
        Append(output, Lead, "<p class=\"lead\">{0}</p>");
        output.Content.AppendHtml("</div>");
        if (!actions.IsEmptyOrWhiteSpace)
        {
            output.Content.AppendHtml("<div class=\"actions\">").AppendHtml(actions).AppendHtml("</div>");
        }
    }

    private static void Append(TagHelperOutput output, string? text, string format)
    {
        if (!string.IsNullOrEmpty(text))
        {
            output.Content.AddMarkup(format, text);
        }
    }
}
