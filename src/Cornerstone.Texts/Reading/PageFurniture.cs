using System.Buffers;

namespace Cornerstone.Texts;

/// <summary>What a page carries besides its text: running symbol, job number, page number, bar code, link list.</summary>
internal enum Furniture
{
    None,
    Symbol,
    JobNumber,
    PageNumber,
    Link,
    Rule,
}

internal static class PageFurniture
{
    private const int Longest = 80;
    private static readonly SearchValues<char> RuleSigns = SearchValues.Create("_-─—/. ");

    internal static Furniture Of(ReadOnlySpan<char> line)
    {
        if (line.StartsWith("http", StringComparison.OrdinalIgnoreCase))
        {
            // "https://undocs.org/S/RES/2448 (2018)": the year of a symbol may stand apart.
            var space = line.IndexOf(' ');
            var isWhole = space < 0 || IsYear(line[(space + 1)..]);
            return isWhole && line.Contains("://", StringComparison.Ordinal) ? Furniture.Link : Furniture.None;
        }

        if (line.Length > Longest)
        {
            return Furniture.None;
        }

        return line[0] switch
        {
            >= '0' and <= '9' or '*' => OfNumbers(line),
            >= 'A' and <= 'Z' => IsSymbolAlone(line) ? Furniture.Symbol : IsPageWord(line) ? Furniture.PageNumber : Furniture.None,
            '_' or '-' or '─' or '—' or '/' => IsRule(line),
            _ => Furniture.None,
        };
    }

    /// <summary>A running head: "S/2020/1158", "S/RES/2553 (2020)", "A/62/659–S/2008/39", and nothing else on the line.</summary>
    internal static bool IsSymbolAlone(ReadOnlySpan<char> line)
    {
        var slash = line.IndexOf('/');
        if (slash is < 1 or > 4 || line.Length < 5 || line.Length > 45)
        {
            return false;
        }

        var year = line.IndexOf('(');
        var body = year > 0 ? line[..year].TrimEnd() : line.TrimEnd('*');
        if (year > 0 && !IsYear(line[year..].TrimEnd('*')))
        {
            return false;
        }

        foreach (var c in body)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('/' or '.' or '-' or '–'))
            {
                return false;
            }
        }

        return char.IsAsciiDigit(body[^1]) && line[..slash].IndexOfAnyExceptInRange('A', 'Z') < 0;
    }

    private static bool IsYear(ReadOnlySpan<char> s) => s.Length == 6 && s[0] == '(' && s[5] == ')' && s[1..5].IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsPageWord(ReadOnlySpan<char> line) =>
        line.Length < 12 && line.StartsWith("Page ", StringComparison.Ordinal) && line[5..].IndexOfAnyExceptInRange('0', '9') < 0;

    private static Furniture IsRule(ReadOnlySpan<char> line) =>
        line.Length >= 3 && line.IndexOfAnyExcept(RuleSigns) < 0 ? Furniture.Rule : Furniture.None;

    /// <summary>"20-16351 2/8", "3/8 20-16351", "14-31379 (E)    280414", "*1431379*", "12".</summary>
    private static Furniture OfNumbers(ReadOnlySpan<char> line)
    {
        var kind = Furniture.None;
        var pieces = 0;
        foreach (var range in line.SplitAny(' ', '\t', '\u00A0'))
        {
            var piece = line[range];
            if (piece.IsEmpty)
            {
                continue;
            }

            pieces++;
            var found = OfPiece(piece);
            if (found is Furniture.None)
            {
                return Furniture.None;
            }

            kind = kind is Furniture.JobNumber ? kind : found;
        }

        // Several bare numbers in a row are a row of a table, not a page number.
        return kind is Furniture.Rule || (kind is Furniture.PageNumber && pieces > 1 && !line.Contains('/')) ? Furniture.None : kind;
    }

    private static Furniture OfPiece(ReadOnlySpan<char> piece)
    {
        if (piece.Length == 3 && piece[0] == '(' && piece[2] == ')')
        {
            return char.IsAsciiLetterUpper(piece[1]) ? Furniture.Rule : Furniture.None;
        }

        if (piece[0] == '*' && piece[^1] == '*')
        {
            return piece.Length > 6 && IsDigits(piece[1..^1]) ? Furniture.JobNumber : Furniture.None;
        }

        var mark = piece.IndexOfAny('-', '/');
        if (mark < 0)
        {
            return !IsDigits(piece) ? Furniture.None : piece.Length <= 3 ? Furniture.PageNumber : piece.Length == 6 ? Furniture.Rule : Furniture.None;
        }

        var left = piece[..mark];
        var right = piece[(mark + 1)..].TrimEnd('*');
        return !IsDigits(left) || !IsDigits(right) ? Furniture.None
            : piece[mark] == '/' ? (left.Length <= 3 && right.Length <= 3 ? Furniture.PageNumber : Furniture.None)
            : left.Length == 2 && right.Length == 5 ? Furniture.JobNumber : Furniture.None;
    }

    private static bool IsDigits(ReadOnlySpan<char> s) => s.Length > 0 && s.IndexOfAnyExceptInRange('0', '9') < 0;
}
