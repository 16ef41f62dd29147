using Cornerstone.Languages;
using Cornerstone.Ui.Tags;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Reclassifications;

/// <summary>Beneath the field of a level, once a save would lower it: why.</summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class LoweringReasonTag(Text T) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (For.Metadata.UnderlyingOrModelType == typeof(Classification) && ViewContext.HttpContext.Items[LoweringFilter.Field] is string said)
        {
            output.PostElement.AddMarkup(
                "<div class=\"field\"><label for=\"{0}\">{1}</label><p class=\"hint\" id=\"{0}-hint\">{2}</p><textarea id=\"{0}\" name=\"{0}\" rows=\"3\" maxlength=\"{3}\" aria-describedby=\"{0}-hint\">\n{4}</textarea></div>",
                LoweringFilter.Field, T["Why may more people read it?"], T["Only those read this who may read the record now."], Reclassification.LongestReason, said);
        }
    }
}
