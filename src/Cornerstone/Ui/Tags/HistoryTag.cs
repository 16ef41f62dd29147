using System.Globalization;
using System.Text.Json;
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
        item.AddMarkup("<li><p><strong>{0}</strong> <span class=\"note\">{1} · <bdi>{2}</bdi> · {3}</span></p>", Act(line.Act), DateTag.Moment(line.At, T), line.Person, Kind(line.Kind));
        if (line.Reason is not null)
        {
            item.AddMarkup("<p class=\"reason\" dir=\"auto\">{0}</p>", Rooms.HistoryWord($"Reason.{line.Reason}") is { } sentence ? T[sentence] : line.Reason);
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
        ChangeKind.Read => T["Read"],
        _ => T["Removed"],
    };

    private HtmlContentBuilder Changes(IReadOnlyList<FieldChange> fields)
    {
        var list = new HtmlContentBuilder();
        list.AddMarkup("<details><summary>{0}</summary><dl class=\"changes\">", T.Plural(fields.Count, "{0} field", "{0} fields"));
        foreach (var field in fields)
        {
            list.AddMarkup("<dt>{0}</dt><dd>", Name(field.Field));
            Append(list, field.Field, field.From, "<del>{0}</del> ");
            Append(list, field.Field, field.To, "<ins>{0}</ins>");
            list.AppendHtml("</dd>");
        }

        return (HtmlContentBuilder)list.AppendHtml("</dl></details>");
    }

    private void Append(HtmlContentBuilder list, string field, string? value, string format)
    {
        if (value is not null)
        {
            list.AddMarkup(format, Value(field, value));
        }
    }

    private object Act(string name) => name.StartsWith("demonstration.", StringComparison.Ordinal) ? T["Invented example"]
        : Rooms.HistoryWord(name) is { } sentence ? T[sentence] : Code(name);

    private object Name(string field) => Rooms.HistoryWord(field) is { } sentence ? T[sentence] : Code(field);

    // The journal keeps values in one form for every reader; what has words or a date is said in the reader's own.
    private object Value(string field, string value)
    {
        if (Rooms.HistoryWord($"{field}.{value}") is { } sentence)
        {
            return T[sentence];
        }

        if (value.StartsWith('[') && value.EndsWith(']'))
        {
            return Listed(field, value);
        }

        if (DateOnly.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return DateTag.Render(day, T.Language);
        }

        return DateTimeOffset.TryParseExact(value, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment)
            ? DateTag.Moment(moment, T)
            : Markup.Isolated(value);
    }

    // A list is kept as JSON; what only looks like one is somebody's own words.
    private HtmlContentBuilder Listed(string field, string value)
    {
        try
        {
            var items = JsonSerializer.Deserialize<string[]>(value)!;
            return Markup.Isolated(string.Join(T[", "], items.Select(i => Rooms.HistoryWord($"{field}.{i}") is { } sentence ? T[sentence] : i)));
        }
        catch (JsonException)
        {
            return Markup.Isolated(value);
        }
    }

    private static HtmlContentBuilder Code(string name) => (HtmlContentBuilder)new HtmlContentBuilder().AddMarkup("<code dir=\"ltr\">{0}</code>", name);
}
