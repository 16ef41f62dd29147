using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>The input itself, in the several shapes that a field may take.</summary>
internal sealed class FieldControl(
    ModelExpression model, ViewContext view, string type, IEnumerable<SelectListItem> options, string? blank, IReadOnlyList<TagHelperAttribute> attributes)
{
    public required string? DescribedBy { get; init; }

    public required bool IsInvalid { get; init; }

    public bool IsGroup => type is "radios" or "checkboxes";

    public bool IsSingleCheckbox => type == "checkbox";

    private string Name => view.ViewData.TemplateInfo.GetFullHtmlFieldName(model.Name);

    public IHtmlContent Render(string id) => type switch
    {
        "textarea" => TextArea(id),
        "select" => Select(id),
        "radios" or "checkboxes" => Choices(id),
        "checkbox" => Checkbox(id),
        _ => Input(id),
    };

    private TagBuilder Start(string tag, string id)
    {
        var control = new TagBuilder(tag);
        foreach (var attribute in attributes)
        {
            control.Attributes[attribute.Name] = attribute.Value?.ToString() ?? "";
        }

        control.Attributes["id"] = id;
        control.Attributes["name"] = Name;
        Describe(control);
        return control;
    }

    private void Describe(TagBuilder control)
    {
        if (DescribedBy is not null)
        {
            control.Attributes["aria-describedby"] = DescribedBy;
        }

        if (IsInvalid)
        {
            control.Attributes["aria-invalid"] = "true";
        }
    }

    private TagBuilder Input(string id)
    {
        var input = Start("input", id);
        input.TagRenderMode = TagRenderMode.SelfClosing;
        // A number is typed the reader's way ("12,5" in French), which the browser's number input does not allow.
        input.Attributes["type"] = type == "number" ? "text" : type;
        if (type == "number")
        {
            input.Attributes["inputmode"] = "decimal";
        }

        if (type is not ("password" or "file") && Value() is { Length: > 0 } value)
        {
            input.Attributes["value"] = value;
        }

        return input;
    }

    private TagBuilder TextArea(string id)
    {
        var area = Start("textarea", id);
        area.Attributes.TryAdd("rows", "5");
        // Browsers drop the first line break inside a textarea.
        area.InnerHtml.AppendHtml("\n").Append(Value() ?? "");
        return area;
    }

    private TagBuilder Select(string id)
    {
        var select = Start("select", id);
        if (blank is not null)
        {
            select.InnerHtml.AddMarkup("<option value=\"\">{0}</option>", blank);
        }

        var chosen = Values();
        foreach (var option in options)
        {
            var format = chosen.Contains(option.Value ?? option.Text) || (chosen.Count == 0 && option.Selected)
                ? "<option value=\"{0}\" selected>{1}</option>"
                : "<option value=\"{0}\">{1}</option>";
            select.InnerHtml.AddMarkup(format, option.Value ?? option.Text, option.Text);
        }

        return select;
    }

    private HtmlContentBuilder Choices(string id)
    {
        var list = new HtmlContentBuilder();
        var chosen = Values();
        var number = 0;
        foreach (var option in options)
        {
            var item = $"{id}-{++number}";
            var input = Box(item, type == "radios" ? "radio" : "checkbox", option.Value ?? option.Text, chosen.Contains(option.Value ?? option.Text));
            list.AppendHtml("<div class=\"choice\">").AppendHtml(input).AddMarkup("<label for=\"{0}\">{1}</label></div>", item, option.Text);
        }

        return list;
    }

    private HtmlContentBuilder Checkbox(string id)
    {
        var box = Box(id, "checkbox", "true", string.Equals(Value(), "true", StringComparison.OrdinalIgnoreCase));
        Describe(box);
        // An unticked box is not sent; the hidden field says "no" for it.
        var html = new HtmlContentBuilder();
        html.AppendHtml(box).AddMarkup("<input type=\"hidden\" name=\"{0}\" value=\"false\">", Name);
        return html;
    }

    private TagBuilder Box(string id, string kind, string value, bool isChecked)
    {
        var box = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        (box.Attributes["type"], box.Attributes["id"], box.Attributes["name"], box.Attributes["value"]) = (kind, id, Name, value);
        if (isChecked)
        {
            box.Attributes["checked"] = "checked";
        }

        return box;
    }

    // What the person typed comes back as typed; otherwise the property's value.
    private string? Value() => Values() is [var first, ..] ? first : null;

    private IReadOnlyList<string> Values() => Entry()?.RawValue switch
    {
        string typed => [typed],
        string[] typed => typed,
        _ when Entry()?.AttemptedValue is { } attempted => [attempted],
        _ => Shown(model.Model),
    };

    private ModelStateEntry? Entry() => view.ModelState.GetValueOrDefaultEntry(Name);

    private static IReadOnlyList<string> Shown(object? value) => value switch
    {
        null => [],
        string text => [text],
        DateOnly day => [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)],
        System.Collections.IEnumerable several => [.. several.Cast<object>().Select(v => Convert.ToString(v, CultureInfo.CurrentCulture) ?? "")],
        _ => [Convert.ToString(value, CultureInfo.CurrentCulture) ?? ""],
    };
}
