using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>&lt;history lines="…" /&gt;: a record's journal, newest first: who, when, why, field by field.</summary>
[HtmlTargetElement("history", TagStructure = TagStructure.WithoutEndTag)]
public sealed class HistoryTag(Text T) : TagHelper
{
    public required IReadOnlyList<HistoryLine> Lines { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagMode = TagMode.StartTagAndEndTag;
        if (Lines.Count == 0)
        {
            output.TagName = "p";
            output.Content.SetContent(T["Nothing has been recorded yet."]);
            return;
        }

        output.TagName = "ol";
        output.Attributes.SetAttribute("class", "history");
        foreach (var line in Lines)
        {
            output.Content.AppendHtml(Item(line));
        }
    }

    private HtmlContentBuilder Item(HistoryLine line)
    {
        var item = new HtmlContentBuilder();
        item.AddMarkup("<li><p><strong>{0}</strong> <span class=\"note\">{1} · {2} · <code>{3}</code></span></p>", Kind(line.Kind), DateTag.Moment(line.At, T), line.Person, line.Act);
        if (line.Reason is not null)
        {
            item.AddMarkup("<p class=\"reason\">{0}</p>", line.Reason);
        }

        if (line.Fields.Count > 0)
        {
            item.AppendHtml(Changes(line.Fields));
        }

        item.AppendHtml("</li>");
        return item;
    }

    private string Kind(ChangeKind kind) => kind switch
    {
        ChangeKind.Added => T["Added"],
        ChangeKind.Changed => T["Changed"],
        _ => T["Removed"],
    };

    private HtmlContentBuilder Changes(IReadOnlyList<FieldChange> fields)
    {
        var list = new HtmlContentBuilder();
        list.AddMarkup("<details><summary>{0}</summary><dl class=\"changes\">", T.Plural(fields.Count, "{0} field", "{0} fields"));
        foreach (var field in fields)
        {
            list.AddMarkup("<dt><bdi>{0}</bdi></dt><dd>", field.Field);
            Append(list, field.From, "<del>{0}</del> ");
            Append(list, field.To, "<ins>{0}</ins>");
            list.AppendHtml("</dd>");
        }

        return (HtmlContentBuilder)list.AppendHtml("</dl></details>");
    }

    private static void Append(HtmlContentBuilder list, string? value, string format)
    {
        if (value is not null)
        {
            list.AddMarkup(format, value);
        }
    }
}
