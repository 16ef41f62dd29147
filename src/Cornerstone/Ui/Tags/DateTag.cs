using Cornerstone.Languages;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;date value="…" /&gt;: a day, or a moment in UTC, in the reader's language; nothing recorded shows as a dash.
/// brief="true" abbreviates the month.
/// </summary>
[HtmlTargetElement("date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateTag(Text T) : TagHelper
{
    public object? Value { get; set; }

    public bool Brief { get; set; }

    public static IHtmlContent Render(DateOnly day, Language language, bool brief = false)
    {
        var pattern = language.Culture.DateTimeFormat.LongDatePattern;
        var text = day.ToString(brief ? pattern.Replace("MMMM", "MMM", StringComparison.Ordinal) : pattern, language.Culture);
        return Time(Iso(day), text);
    }

    public static IHtmlContent Moment(DateTimeOffset moment, Text T)
    {
        var utc = moment.UtcDateTime;
        var day = DateOnly.FromDateTime(utc);
        var iso = utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);
        return Time(iso, T["{0}, {1} UTC", day, TimeOnly.FromDateTime(utc).ToString("HH:mm", T.Language.Culture)]);
    }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Value switch
        {
            null => new HtmlString("–"),
            DateOnly day => Render(day, T.Language, Brief),
            DateTimeOffset moment => Moment(moment, T),
            _ => throw new InvalidOperationException($"<date> shows DateOnly and DateTimeOffset, not {Value.GetType()}."),
        });
    }

    private static HtmlContentBuilder Time(string iso, string text)
    {
        var html = new HtmlContentBuilder();
        html.AddMarkup("<time datetime=\"{0}\">{1}</time>", iso, text);
        return html;
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
