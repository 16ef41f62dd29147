namespace Cornerstone.Texts;

/// <summary>What a line end hides: a hyphen that belongs to the word, one that only broke it, or no space at all.</summary>
internal static class LineEndHyphen
{
    /// <summary>How much of the text above to keep so that the text below may follow at once.</summary>
    internal static int Cut(string source, ReadOnlySpan<char> above, ReadOnlySpan<char> below)
    {
        var stem = above[..^1].TrimEnd(' ');
        var left = LastWord(stem);
        var right = FirstWord(below);
        if (left.IsEmpty || right.IsEmpty || !char.IsLower(right[0]))
        {
            return above.Length;
        }

        // "secu-" + "rity" is one word when the document writes it so elsewhere and never with a hyphen.
        return stem.Length == above.Length - 1 && Occurs(source, [.. left, .. right]) && !Occurs(source, [.. left, '-', .. right])
            ? stem.Length
            : above.Length;
    }

    /// <summary>"and/" + "or", "2012–" + "2018" and Chinese lines meet without a space.</summary>
    internal static bool IsTight(char above, char below) =>
        above is '/' || (above is '–' && char.IsAsciiDigit(below)) || (above >= '\u2E80' && below >= '\u2E80');

    private static ReadOnlySpan<char> LastWord(ReadOnlySpan<char> text)
    {
        var i = text.Length;
        while (i > 0 && char.IsLetter(text[i - 1]))
        {
            i--;
        }

        return text[i..];
    }

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var i = 0;
        while (i < text.Length && char.IsLetter(text[i]))
        {
            i++;
        }

        return text[..i];
    }

    private static bool Occurs(string source, ReadOnlySpan<char> word)
    {
        for (var at = 0; source.AsSpan(at).IndexOf(word, StringComparison.Ordinal) is >= 0 and var found; at += found + 1)
        {
            var (start, end) = (at + found, at + found + word.Length);
            if ((start == 0 || !char.IsLetter(source[start - 1])) && (end == source.Length || !char.IsLetter(source[end])))
            {
                return true;
            }
        }

        return false;
    }
}
