using Cornerstone.Languages;
using Cornerstone.Ui.Tags;
using Cornerstone.Values;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Wordings;

/// <summary>
/// &lt;wording for="Form.Title" label="Title" /&gt;: the text in its original language, and behind a disclosure the other
/// languages and which of them is the original. paragraphs="true" gives room for paragraphs.
/// </summary>
[HtmlTargetElement("wording", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class WordingTag(Text T) : TagHelper
{
    [HtmlAttributeNotBound, ViewContext]
    public ViewContext ViewContext { get; set; } = null!;

    public required ModelExpression For { get; set; }

    public required string Label { get; set; }

    public string? Hint { get; set; }

    public bool Paragraphs { get; set; }

    /// <summary>True where the text may be left out altogether; then its field says so.</summary>
    public bool Optional { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var form = For.Model as WordingForm ?? new WordingForm { Original = T.Language.Code };
        var original = Languages.Languages.Of(form.Original) ?? T.Language;
        var others = Languages.Languages.All.Where(l => l.Code != original.Code).ToList();
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Content.AppendHtml(Field(original, Label, Hint, !Optional, context));
        output.Content.AddMarkup("<details class=\"disclosure\"{0}><summary>{1}</summary><div>", others.Any(HasError) ? new HtmlString(" open") : HtmlString.Empty, T["{0} in other languages", Label]);
        output.Content.AppendHtml(Choice(original, context));
        foreach (var language in others)
        {
            output.Content.AppendHtml(Field(language, T["{0} ({1})", Label, language.OwnName], null, false, context));
        }

        output.Content.AppendHtml("</div></details>");
    }

    private TagHelperOutput Field(Language language, string label, string? hint, bool isRequired, TagHelperContext context)
    {
        var attributes = new TagHelperAttributeList { { "lang", language.Code }, { "dir", language.Direction } };
        return Rendered(new FieldTag(T) { For = Property(WordingForm.PropertyOf(language.Code)), Label = label, Hint = hint, Type = Paragraphs ? "textarea" : "text", IsRequired = isRequired, ViewContext = ViewContext }, attributes, context);
    }

    private TagHelperOutput Choice(Language original, TagHelperContext context) => Rendered(
        new FieldTag(T)
        {
            For = Property(nameof(WordingForm.Original)),
            Label = T["Language of the original"],
            Options = Languages.Languages.All.Select(l => new SelectListItem(l.OwnName, l.Code, l.Code == original.Code)),
            ViewContext = ViewContext,
        },
        [],
        context);

    private bool HasError(Language language) => ViewContext.ModelState.TryGetValue(
        ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName($"{For.Name}.{WordingForm.PropertyOf(language.Code)}"), out var entry) && entry.Errors.Count > 0;

    private ModelExpression Property(string name) => new($"{For.Name}.{name}", For.ModelExplorer.GetExplorerForProperty(name));

    private static TagHelperOutput Rendered(FieldTag field, TagHelperAttributeList attributes, TagHelperContext context)
    {
        var output = new TagHelperOutput("field", attributes, (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        field.Process(context, output);
        return output;
    }
}

/// <summary>&lt;words value="…" /&gt;: a text in the reader's language; the original, marked as such, where that is missing.</summary>
[HtmlTargetElement("words", TagStructure = TagStructure.WithoutEndTag)]
public sealed class WordsTag(Text T) : TagHelper
{
    public Wording? Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        if (Value is null || Value.IsEmpty)
        {
            output.Content.SetHtmlContent("–");
            return;
        }

        var language = Value.LanguageIn(T.Language.Code);
        output.Content.AddMarkup("<span lang=\"{0}\" dir=\"auto\">{1}</span>", language, Value.In(T.Language.Code));
        if (Value.IsOriginalShown(T.Language.Code))
        {
            output.Content.AddMarkup(" <span class=\"note\" title=\"{0}\">[{1}]</span>", T["Not translated: shown in the original language"], language);
        }
    }
}
