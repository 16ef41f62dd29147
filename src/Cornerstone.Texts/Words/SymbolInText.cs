namespace Cornerstone.Texts;

/// <summary>How far a symbol reaches inside running text, where commas, brackets and full stops follow it.</summary>
internal static class SymbolInText
{
    private const int Longest = 60;

    internal static int EndOf(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && end - start < Longest && BelongsToSymbol(text[end])) end++;
        while (end > start && text[end - 1] is ('.' or '-' or '–' or '—' or '/')) end--;
        return WithYear(text, start, end);
    }

    private static bool BelongsToSymbol(char c) => char.IsAsciiLetterOrDigit(c) || c is '/' or '.' or '*' or '-' or '–' or '—';

    /// <summary>"S/RES/2151 (2014)", "S/PV.4072 (Resumption 1)": the bracket is part of these two kinds only.</summary>
    private static int WithYear(ReadOnlySpan<char> text, int start, int end)
    {
        var symbol = text[start..end];
        if (!symbol.StartsWith("S/RES/", StringComparison.OrdinalIgnoreCase) && !symbol.StartsWith("S/PV.", StringComparison.OrdinalIgnoreCase)) return end;
        var bracket = Words.SkipSpaces(text, end);
        if (bracket >= text.Length || text[bracket] != '(') return end;
        var close = text[bracket..].IndexOf(')');
        return close is > 0 and < 20 ? bracket + close + 1 : end;
    }
}
