using Cornerstone.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>&lt;pager previous="address" next="address" summary="1–50 of 312" /&gt;: steps through a list; nothing when there is one page.</summary>
[HtmlTargetElement("pager", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PagerTag(Text T) : TagHelper
{
    public string? Previous { get; set; }

    public string? Next { get; set; }

    public string? Summary { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        // An attribute written as an expression arrives empty, not null.
        if (string.IsNullOrEmpty(Previous) && string.IsNullOrEmpty(Next) && string.IsNullOrEmpty(Summary))
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "nav";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "pager");
        output.Attributes.SetAttribute("aria-label", T["Pages"]);
        Append(output, Previous, "<a class=\"button\" rel=\"prev\" href=\"{0}\"><span class=\"turn\" aria-hidden=\"true\">←</span> {1}</a>", T["Previous"]);
        Append(output, Next, "<a class=\"button\" rel=\"next\" href=\"{0}\">{1} <span class=\"turn\" aria-hidden=\"true\">→</span></a>", T["Next"]);
        if (!string.IsNullOrEmpty(Summary))
        {
            output.Content.AddMarkup("<span>{0}</span>", Summary);
        }
    }

    private static void Append(TagHelperOutput output, string? address, string format, string word)
    {
        if (!string.IsNullOrEmpty(address))
        {
            output.Content.AddMarkup(format, address, word);
        }
    }
}
