using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Cornerstone.Features.LibrarySearch;

/// <summary>An excerpt with the found words between two private signs, so that it can be encoded first and marked after.</summary>
public sealed record MarkedText(string Text)
{
    public const string Open = "\uE000";
    public const string Close = "\uE001";
    public const string Marks = Open + Close;
    private const int LongestStart = 320;

    public string Plain => Text.Replace(Open, "", StringComparison.Ordinal).Replace(Close, "", StringComparison.Ordinal);

    public static MarkedText Start(string text) => new(text.Length <= LongestStart ? text : string.Concat(text.AsSpan(0, LongestStart), " …"));

    public IHtmlContent ToHtml() => new HtmlString(string.Concat(Text.Split(Open).Select((part, i) => i == 0 ? Encode(part) : Marked(part))));

    private static string Marked(string part)
    {
        var end = part.IndexOf(Close, StringComparison.Ordinal);
        return end < 0 ? Encode(part) : $"<mark>{Encode(part[..end])}</mark>{Encode(part[(end + 1)..])}";
    }

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text.Replace(Close, "", StringComparison.Ordinal));
}
