namespace Cornerstone.Texts;

/// <summary>What may stand between the items of a list of documents.</summary>
internal static class ListGap
{
    private const int Longest = 40;
    private static readonly string[] Joining = ["and", "or", "as", "well", "et", "y", "и", "و", "nos", "no", "n°", "its", "of", "dated", "on"];

    /// <summary>True when only commas and joining words stand between two places: the second is an item of the same list.</summary>
    internal static bool IsClosed(ReadOnlySpan<char> text, int from, int to) => to - from <= Longest && SkipJoiningWords(text, from) >= to;

    internal static int SkipJoiningWords(ReadOnlySpan<char> text, int place)
    {
        while (place < text.Length)
        {
            if (Words.IsSpace(text[place]) || text[place] is ',' or ';')
            {
                place++;
                continue;
            }

            var end = Words.EndOfWord(text, place);
            if (end == place || !IsJoining(text[place..end])) return place;
            place = end;
        }

        return place;
    }

    /// <summary>"resolution 1701 of 2006" is still a resolution, "12 May 2008" is not one numbered 12.</summary>
    internal static bool BeginsDate(ReadOnlySpan<char> text, int numberEnd) => WrittenDate.MonthAt(text, Words.SkipSpaces(text, numberEnd)) > 0;

    /// <summary>The end of the bracket when a date is followed by its document: "12 May 2008 (S/PRST/2008/14)", "of 12 May 2008, S/PRST/2008/14".</summary>
    internal static int? SymbolFollows(ReadOnlySpan<char> text, int end)
    {
        var place = Words.SkipSpaces(text, end);
        if (place < text.Length && text[place] == ',') place = Words.SkipSpaces(text, place + 1);
        if (place >= text.Length || text[place] is not ('(' or '[' or 'S')) return null;
        var rest = text[place..Math.Min(text.Length, place + 60)];
        var symbol = rest.IndexOf("S/PRST/", StringComparison.Ordinal);
        if (symbol < 0 || rest[0] == 'S' && symbol > 0) return null;
        var close = rest.IndexOfAny(')', ']');
        return place + (close > symbol ? close + 1 : symbol + "S/PRST/2000/1".Length);
    }

    private static bool IsJoining(ReadOnlySpan<char> word)
    {
        foreach (var joining in Joining)
        {
            if (word.Equals(joining, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }
}
