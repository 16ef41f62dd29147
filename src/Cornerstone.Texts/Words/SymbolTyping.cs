using System.Text;

namespace Cornerstone.Texts;

/// <summary>Makes what people type or paste look like a symbol again, without deciding whether it is one.</summary>
internal static class SymbolTyping
{
    internal static string Straighten(ReadOnlySpan<char> typed)
    {
        var straight = new StringBuilder(typed.Length);
        foreach (var c in typed)
        {
            if (StraightenOne(c) is { } kept) Append(straight, kept);
        }

        return straight.ToString().Trim(' ', '.', ',', ';');
    }

    /// <summary>Full-width forms, dashes of every length, hard spaces; null for what only mark-up or layout put there.</summary>
    private static char? StraightenOne(char c) => c switch
    {
        '\\' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' => null,
        >= '\uFF01' and <= '\uFF5E' => char.ToUpperInvariant((char)(c - 0xFEE0)),
        >= '\u2010' and <= '\u2015' or '\u2212' => '-',
        _ when char.IsWhiteSpace(c) => ' ',
        _ => char.ToUpperInvariant(c),
    };

    /// <summary>Spaces beside a slash or dash, and double spaces, are slips: "S / RES / 2151 (2014)".</summary>
    private static void Append(StringBuilder straight, char c)
    {
        var last = straight.Length == 0 ? ' ' : straight[^1];
        if (c == ' ' && last is (' ' or '/' or '-')) return;
        if (c is ('/' or '-') && last == ' ' && straight.Length > 0) straight.Length--;
        straight.Append(c);
    }
}
