using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Cornerstone.Ui.Tags;

internal static class Markup
{
    /// <summary>Appends markup of ours with values of others: every value is encoded unless it is markup itself.</summary>
    public static IHtmlContentBuilder AddMarkup(this IHtmlContentBuilder content, string format, params object[] values) =>
        content.AppendFormat(CultureInfo.CurrentCulture, format, values);

    /// <summary>A name or a text of others keeps its own direction in any sentence.</summary>
    public static HtmlContentBuilder Isolated(string text) => (HtmlContentBuilder)new HtmlContentBuilder().AddMarkup("<bdi>{0}</bdi>", text);
}
