namespace Cornerstone.Texts;

/// <summary>What a phrase is a sign of.</summary>
internal enum PhraseKind : byte
{
    Theme,
    Addressee,
    Condition,
    Verb,
    Deadline,
    ResolutionWord,
    StatementWord,
}

/// <param name="Text">Lower case matches any case, upper case only itself; a final "*" lets the last word go on.</param>
/// <param name="Code">Index into the list of the kind's codes.</param>
internal sealed record Phrase(string Text, PhraseKind Kind, int Code)
{
    internal string Letters { get; } = Text.TrimEnd('*');

    internal bool IsStem { get; } = Text.EndsWith('*');
}

/// <summary>
/// All phrases a text is searched for, found by the first four letters of a word, so that one walk over the words of a provision
/// finds themes, addressees, conditions, verbs and dates together.
/// </summary>
internal sealed class PhraseBook
{
    private const int Bits = 13;
    private readonly ushort[] _from = new ushort[(1 << Bits) + 1];
    private readonly Phrase[] _phrases;

    internal PhraseBook(IEnumerable<Phrase> phrases)
    {
        // Longest first, so that the first hit of a kind is the best one.
        _phrases = [.. phrases.OrderBy(p => Slot(Key(p.Letters, 0))).ThenByDescending(p => p.Text.Length)];
        foreach (var phrase in _phrases) _from[Slot(Key(phrase.Letters, 0)) + 1]++;
        for (var slot = 0; slot < 1 << Bits; slot++) _from[slot + 1] += _from[slot];
    }

    /// <summary>The phrases that could begin with the word at the place; each still has to be checked by <see cref="EndOf"/>.</summary>
    internal ReadOnlySpan<Phrase> Candidates(ReadOnlySpan<char> text, int start)
    {
        var slot = Slot(Key(text, start));
        return _phrases.AsSpan(_from[slot].._from[slot + 1]);
    }

    /// <summary>Where the phrase ends in the text when it stands at the place, else -1.</summary>
    internal static int EndOf(Phrase phrase, ReadOnlySpan<char> text, int start)
    {
        var letters = phrase.Letters;
        var end = start + letters.Length;
        if (end > text.Length) return -1;
        for (var i = 0; i < letters.Length; i++)
        {
            if (!Same(letters[i], text[start + i])) return -1;
        }

        if (phrase.IsStem) return Words.EndOfWord(text, end);
        return end == text.Length || !Words.IsLetter(text[end]) ? end : -1;
    }

    private static bool Same(char wanted, char found) =>
        wanted == found || wanted is >= 'a' and <= 'z' && (found | 0x20) == wanted || wanted is ' ' && found is '\u00A0' or '-' && wanted is ' '
        || wanted is '\'' && found is '’';

    private static ulong Key(ReadOnlySpan<char> text, int start)
    {
        ulong key = 0;
        for (var i = start; i < text.Length && i < start + 4 && Words.IsLetter(text[i]); i++) key = (key << 16) | (uint)(text[i] | 0x20);
        return key;
    }

    private static int Slot(ulong key) => (int)(unchecked(key * 0x9E3779B97F4A7C15) >> (64 - Bits));
}
