using System.Buffers;
using System.Globalization;

namespace Cornerstone.Texts;

/// <summary>The three ways a resolution is named by number alone.</summary>
internal static class NumberedReference
{
    /// <summary>Letters of a Roman number, and "S-VI" for a special session.</summary>
    private static readonly SearchValues<char> RomanSession = SearchValues.Create("IVXLS-");

    /// <summary>"2151 (2014)": the Council's, in every language.</summary>
    internal static (string Symbol, int End)? WithYear(ReadOnlySpan<char> text, Mention at)
    {
        var bracket = Words.SkipSpaces(text, at.End);
        if (bracket + 5 >= text.Length || text[bracket] != '(') return null;
        var yearPlace = Words.SkipSpaces(text, bracket + 1);
        var (year, yearEnd) = WrittenDate.NumberAt(text, yearPlace);
        var close = Words.SkipSpaces(text, yearEnd);
        if (yearEnd - yearPlace != 4 || year is < 1946 or > 2099 || close >= text.Length || text[close] != ')') return null;
        var number = WrittenDate.NumberAt(text, at.Start).Number;
        return number == 0 ? null : (string.Create(CultureInfo.InvariantCulture, $"S/RES/{number} ({year})"), close + 1);
    }

    /// <summary>"217 A (III)", "1514 (XV)": the Assembly's, until its thirtieth session.</summary>
    internal static (string Symbol, int End)? WithRomanSession(ReadOnlySpan<char> text, Mention at)
    {
        var place = Words.SkipSpaces(text, at.End);
        var part = "";
        if (place + 1 < text.Length && char.IsAsciiLetterUpper(text[place]) && !Words.IsLetter(text[place + 1]))
        {
            part = $" {text[place]}";
            place = Words.SkipSpaces(text, place + 1);
        }

        if (place >= text.Length || text[place] != '(') return null;
        var close = text[place..].IndexOf(')');
        if (close is < 2 or > 8 || text[(place + 1)..(place + close)].ContainsAnyExcept(RomanSession)) return null;
        return ($"A/RES/{text[at.Start..at.End]}{part} {text[place..(place + close + 1)]}", place + close + 1);
    }

    /// <summary>"70/262", "60/180 A": session and number.</summary>
    internal static (int Session, string Number, int End)? SessionAndNumber(ReadOnlySpan<char> text, Mention at)
    {
        if (at.End + 1 >= text.Length || text[at.End] != '/') return null;
        var (number, end) = WrittenDate.NumberAt(text, at.End + 1);
        if (number == 0 || end - at.End > 4 || end < text.Length && (text[end] is '/' || Words.IsLetter(text[end]) && Words.IsLetter(text[Math.Min(end + 1, text.Length - 1)]))) return null;
        var part = end < text.Length && char.IsAsciiLetterUpper(text[end]) ? text[end..++end].ToString() : "";
        var session = WrittenDate.NumberAt(text, at.Start).Number;

        // Arabic prints the pair from right to left, so that resolution 46/182 arrives as "182/46"; no session has a hundred in its number.
        if (session is >= 100 and <= 999 && number < 100) (session, number) = (number, session);
        return (session, string.Create(CultureInfo.InvariantCulture, $"{number}{part}"), end);
    }
}
