using System.ComponentModel.DataAnnotations;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;field for="Title" hint="…" /&gt;: label, hint, input and error of one property. The label is its [Display] name.
/// type: text, date, number (typed in the reader's way), email, password, search, url, textarea, select (with options),
/// checkbox, checkboxes and radios (with options), file. Further attributes (autocomplete, accept, multiple, rows) go to the input.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldTag(Text T) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public string? Type { get; set; }

    public string? Label { get; set; }

    public string? Hint { get; set; }

    /// <summary>True where the page requires what the property alone does not: the original of a text.</summary>
    public bool IsRequired { get; set; }

    /// <summary>Choices of a select, of radios and of checkboxes.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>First, empty choice of a select: "Any year".</summary>
    public string? Blank { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = new FieldControl(For, ViewContext, TypeOf(), Options ?? [], Blank, output.Attributes.ToList())
        {
            DescribedBy = (Hint, ErrorOf()) switch
            {
                (null, null) => null,
                (_, null) => Id + "-hint",
                (null, _) => Id + "-error",
                _ => $"{Id}-hint {Id}-error",
            },
            IsInvalid = ErrorOf() is not null,
        };
        output.Attributes.Clear();
        output.TagMode = TagMode.StartTagAndEndTag;
        Fill(output, control);
    }

    private string Id => TagBuilder.CreateSanitizedId(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name), "_");

    private void Fill(TagHelperOutput output, FieldControl control)
    {
        var label = Label ?? For.Metadata.DisplayName ?? For.Metadata.PropertyName ?? For.Name;
        output.TagName = control.IsGroup ? "fieldset" : "div";
        output.Attributes.SetAttribute("class", ErrorOf() is null ? "field" : "field field-error");
        if (control.IsGroup)
        {
            // The errors summary links here, so the group itself takes the focus.
            output.Attributes.SetAttribute("id", Id);
            output.Attributes.SetAttribute("tabindex", "-1");
        }

        if (control.IsSingleCheckbox)
        {
            output.Content.AppendHtml("<div class=\"choice\">").AppendHtml(control.Render(Id)).AddMarkup("<label for=\"{0}\">{1}</label></div>", Id, label);
            AppendHintAndError(output);
            return;
        }

        output.Content.AddMarkup(control.IsGroup ? "<legend>{1}{2}</legend>" : "<label for=\"{0}\">{1}{2}</label>", Id, label, Optional(control));
        AppendHintAndError(output);
        output.Content.AppendHtml(control.Render(Id));
    }

    private void AppendHintAndError(TagHelperOutput output)
    {
        if (Hint is not null)
        {
            output.Content.AddMarkup("<p class=\"hint\" id=\"{0}-hint\">{1}</p>", Id, Hint);
        }

        if (ErrorOf() is { } error)
        {
            output.Content.AddMarkup("<p class=\"error\" id=\"{0}-error\"><span class=\"hidden\">{1} </span>{2}</p>", Id, T["Error:"], error);
        }
    }

    // Most fields are required, so the others say that they are not. Filters (GET forms) and choices say nothing.
    private IHtmlContent Optional(FieldControl control)
    {
        var asks = !IsRequired && !For.Metadata.IsRequired && !control.IsGroup && ViewContext.HttpContext.Items.ContainsKey(FormTag.MarksOptional);
        return asks ? new HtmlContentBuilder().AddMarkup(" <span class=\"optional\">{0}</span>", T["(optional)"]) : HtmlString.Empty;
    }

    private string? ErrorOf() =>
        ViewContext.ModelState.GetValueOrDefaultEntry(ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name))?.Errors.FirstOrDefault()?.ErrorMessage;

    private string TypeOf()
    {
        if (Type is not null)
        {
            return Type;
        }

        var type = For.Metadata.UnderlyingOrModelType;
        return Options is not null ? "select"
            : type == typeof(bool) ? "checkbox"
            : type == typeof(DateOnly) ? "date"
            : typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type) ? "file"
            : type == typeof(int) || type == typeof(long) || type == typeof(decimal) ? "number"
            : For.Metadata.DataTypeName switch
            {
                nameof(DataType.Password) => "password",
                nameof(DataType.EmailAddress) => "email",
                nameof(DataType.MultilineText) => "textarea",
                _ => "text",
            };
    }
}
