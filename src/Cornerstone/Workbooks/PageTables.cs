using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Cornerstone.Workbooks;

/// <summary>A table of a page of ours as it was shown to its reader.</summary>
internal sealed record PageTable(string Caption, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<PageCell>> Rows);

/// <param name="Day">Where the cell is one day.</param>
internal sealed record PageCell(string Text, DateOnly? Day, bool IsNumber);

/// <summary>
/// Reads the tables of a page from the markup our own tags wrote, so that a file holds exactly what stood on the screen.
/// Buttons, forms and what only screen readers hear stay out.
/// </summary>
internal static partial class PageTables
{
    private static readonly string[] LeftOut = ["form", "button", "select", "svg", "details", "script"];

    public static IReadOnlyList<PageTable> Read(string html)
    {
        var tables = new List<PageTable>();
        foreach (Match start in Start().Matches(html))
        {
            var end = html.IndexOf("</table>", start.Index, StringComparison.Ordinal);
            var reading = new Reading();
            reading.Run(html[start.Index..(end < 0 ? html.Length : end)]);
            tables.Add(reading.Table());
        }

        return tables;
    }

    [GeneratedRegex("<table [^>]*class=\"data[ \"]", RegexOptions.NonBacktracking)]
    private static partial Regex Start();

    [GeneratedRegex("<(/?)([a-z0-9-]+)([^>]*)>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    private sealed class Reading
    {
        private readonly StringBuilder text = new();
        private readonly List<List<PageCell>> rows = [];
        private string caption = "";
        private (string Tag, int Depth) left = ("", 0);
        private string? day;
        private bool isNumber;

        public void Run(string html)
        {
            var from = 0;
            foreach (Match match in Tag().Matches(html))
            {
                if (left.Depth == 0)
                {
                    text.Append(WebUtility.HtmlDecode(html[from..match.Index]));
                }

                from = match.Index + match.Length;
                Take(match.Groups[2].Value.ToLowerInvariant(), match.Groups[1].Length > 0, match.Groups[3].Value);
            }
        }

        public PageTable Table() => new(caption, [.. rows.FirstOrDefault([]).Select(c => c.Text)], [.. rows.Skip(1)]);

        private void Take(string tag, bool isEnd, string attributes)
        {
            if (left.Depth > 0)
            {
                left.Depth += tag != left.Tag ? 0 : isEnd ? -1 : 1;
                return;
            }

            switch (tag)
            {
                case "caption" when isEnd:
                    caption = Said();
                    break;
                case "tr" when !isEnd:
                    rows.Add([]);
                    break;
                case "th" or "td" when isEnd:
                    EndCell();
                    break;
                case "caption" or "th" or "td":
                    (isNumber, day) = (attributes.Contains("class=\"number\"", StringComparison.Ordinal), null);
                    text.Clear();
                    break;
                case "br":
                    text.Append(" · ");
                    break;
                case "time" when !isEnd:
                    day = attributes.IndexOf('"') is var open and >= 0 ? attributes[(open + 1)..attributes.LastIndexOf('"')] : null;
                    break;
                case "span" when !isEnd && attributes.Contains("hidden", StringComparison.Ordinal) && rows.Count > 0:
                    left = (tag, 1);
                    break;
                default:
                    left = !isEnd && LeftOut.Contains(tag) ? (tag, 1) : left;
                    break;
            }
        }

        private void EndCell()
        {
            var isDay = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read);
            rows.LastOrDefault()?.Add(new(Said(), isDay && !text.ToString().Contains(" · ", StringComparison.Ordinal) ? read : null, isNumber));
        }

        private string Said() => Spaces().Replace(text.ToString(), " ").Trim(' ', '·');
    }
}
