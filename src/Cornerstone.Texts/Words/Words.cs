using System.Runtime.CompilerServices;

namespace Cornerstone.Texts;

/// <summary>Walking over a text word by word without cutting it up. Inlined by order: every character of every document passes here.</summary>
internal static class Words
{
    /// <summary>A letter of any script; digits are looked at apart, since a number begins a reference.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsLetter(char c) => char.IsAsciiLetter(c) || c > '\u00BF' && char.IsLetter(c);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsSpace(char c) => c is ' ' or '\u00A0' or '\u202F' or '\t' or '\n' or '\r';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int EndOfWord(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && IsLetter(text[end])) end++;
        return end;
    }

    internal static int SkipSpaces(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && IsSpace(text[start])) start++;
        return start;
    }

    /// <summary>The word at the place, with the hyphens inside it: "re-emphasizing", "Secretary-General".</summary>
    internal static ReadOnlySpan<char> WordAt(ReadOnlySpan<char> text, int start)
    {
        var end = start;
        while (end < text.Length && (IsLetter(text[end]) || end > start && text[end] is '-' or '\u2011')) end++;
        return text[start..end];
    }

    /// <summary>True when the text goes on with the words, letter case aside, and a word ends there.</summary>
    internal static bool GoesOnWith(ReadOnlySpan<char> text, int start, string words)
    {
        var end = start + words.Length;
        return end <= text.Length
            && text[start..end].Equals(words, StringComparison.OrdinalIgnoreCase)
            && (end == text.Length || !IsLetter(text[end]));
    }

    /// <summary>The end of the word before the place and any spaces: where a backward look begins.</summary>
    internal static int BackOverSpaces(ReadOnlySpan<char> text, int place)
    {
        while (place > 0 && IsSpace(text[place - 1])) place--;
        return place;
    }

    internal static int StartOfWordBefore(ReadOnlySpan<char> text, int end)
    {
        var start = end;
        while (start > 0 && IsLetter(text[start - 1])) start--;
        return start;
    }
}
