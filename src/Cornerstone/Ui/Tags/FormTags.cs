using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>A form that changes something marks its optional fields, and leaves checking to the server, whose words are translated.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormTag : TagHelper
{
    internal static readonly object MarksOptional = new();

    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    // Before processing: another tag helper of the framework renders the form's content first.
    public override void Init(TagHelperContext context) => ViewContext.HttpContext.Items[MarksOptional] = true;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute(new TagHelperAttribute("novalidate"));
        await output.GetChildContentAsync();
        ViewContext.HttpContext.Items.Remove(MarksOptional);
    }
}

/// <summary>&lt;error-summary /&gt;: all faults of a form, each a link to its field; nothing when there is none. First in the form.</summary>
[HtmlTargetElement("error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag(Text T) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var faults = ViewContext.ModelState.SelectMany(e => e.Value?.Errors ?? [], (e, error) => (e.Key, error.ErrorMessage)).ToList();
        if (faults.Count == 0)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "notice notice-bad error-summary");
        output.Attributes.SetAttribute("role", "alert");
        output.Attributes.SetAttribute("autofocus", "autofocus");
        output.Attributes.SetAttribute("tabindex", "-1");
        output.Content.AddMarkup("<h2>{0}</h2><ul>", T.Plural(faults.Count, "Please look at one answer", "Please look at {0} answers"));
        foreach (var (key, message) in faults)
        {
            var format = key.Length == 0 ? "<li>{1}</li>" : "<li><a href=\"#{0}\">{1}</a></li>";
            output.Content.AddMarkup(format, TagBuilder.CreateSanitizedId(key, "_"), message);
        }

        output.Content.AppendHtml("</ul>");
    }
}

internal static class ModelStateEntries
{
    public static ModelStateEntry? GetValueOrDefaultEntry(this ModelStateDictionary state, string key) =>
        state.TryGetValue(key, out var entry) ? entry : null;
}
