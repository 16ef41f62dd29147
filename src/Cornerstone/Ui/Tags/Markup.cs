using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Cornerstone.Ui.Tags;

internal static class Markup
{
    /// <summary>Appends markup of ours with values of others: every value is encoded unless it is markup itself.</summary>
    public static IHtmlContentBuilder AddMarkup(this IHtmlContentBuilder content, string format, params object[] values) =>
        content.AppendFormat(CultureInfo.CurrentCulture, format, values);
}
