using Cornerstone.Languages;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;number value="…" decimals="1" /&gt;: digits grouped for the reader; percent="true" takes a share of one.
/// Unknown shows as a dash and never as zero.
/// </summary>
[HtmlTargetElement("number", TagStructure = TagStructure.WithoutEndTag)]
public sealed class NumberTag(Text T) : TagHelper
{
    public decimal? Value { get; set; }

    public int Decimals { get; set; }

    public bool Percent { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "bdi";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "number");
        output.Content.SetContent(Value is { } value ? value.ToString((Percent ? "P" : "N") + Decimals, T.Language.Culture) : "–");
    }
}
