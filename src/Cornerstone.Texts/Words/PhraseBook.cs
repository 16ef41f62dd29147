using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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
/// finds themes, addressees, conditions, verbs and dates together. A stem ("prosecut*") needs five letters or more.
/// </summary>
internal sealed class PhraseBook
{
    private const int Bits = 13;
    private const int HeadLength = 8;
    private readonly ushort[] _from = new ushort[(1 << Bits) + 1];
    private readonly Phrase[] _phrases;

    /// <summary>The first letters of each phrase, and which of them count: one comparison sends almost every wrong candidate away.</summary>
    private readonly Vector128<ushort>[] _heads;
    private readonly Vector128<ushort>[] _masks;

    internal PhraseBook(IEnumerable<Phrase> phrases)
    {
        // Longest first, so that the first hit of a kind is the best one.
        _phrases = [.. phrases.OrderBy(SlotOf).ThenByDescending(p => p.Text.Length)];
        _heads = [.. _phrases.Select(p => HeadOf(p.Letters, 0))];
        _masks = [.. _phrases.Select(p => MaskOf(p.Letters.Length))];
        foreach (var phrase in _phrases) _from[SlotOf(phrase) + 1]++;
        for (var slot = 0; slot < 1 << Bits; slot++) _from[slot + 1] += _from[slot];
    }

    /// <summary>The phrases that may begin with the word; nothing for most words.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal (int First, int End) Candidates(Vector128<ushort> head, int wordLength)
    {
        var slot = Slot(Key(head, wordLength));
        return (_from[slot], _from[slot + 1]);
    }

    /// <summary>The candidate and where it ends, when it stands at the place in the text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Phrase? At(int candidate, Vector128<ushort> head, ReadOnlySpan<char> text, int start, out int end)
    {
        end = -1;
        if (((head ^ _heads[candidate]) & _masks[candidate]) != Vector128<ushort>.Zero) return null;
        end = EndOf(_phrases[candidate], text, start);
        return end > 0 ? _phrases[candidate] : null;
    }

    /// <summary>Where the phrase ends in the text when it stands at the place, else -1.</summary>
    private static int EndOf(Phrase phrase, ReadOnlySpan<char> text, int start)
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

    /// <summary>Eight characters in lower case, with every kind of space and hyphen as a space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector128<ushort> HeadOf(ReadOnlySpan<char> text, int start)
    {
        if (text.Length - start >= HeadLength) return Plain(text.Slice(start, HeadLength));
        Span<char> padded = stackalloc char[HeadLength];
        padded.Clear();
        text[start..].CopyTo(padded);
        return Plain(padded);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Plain(ReadOnlySpan<char> eight)
    {
        var letters = Vector128.Create(MemoryMarshal.Cast<char, ushort>(eight));
        var space = Vector128.Create((ushort)' ');
        var gaps = Vector128.Equals(letters, Vector128.Create((ushort)'-')) | Vector128.Equals(letters, Vector128.Create((ushort)'\u00A0'))
            | Vector128.Equals(letters, Vector128.Create((ushort)'\'')) | Vector128.Equals(letters, Vector128.Create((ushort)'’'));
        return Vector128.ConditionalSelect(gaps, space, letters | space);
    }

    private static Vector128<ushort> MaskOf(int length)
    {
        Span<ushort> mask = stackalloc ushort[HeadLength];
        mask.Clear();
        mask[..Math.Min(length, HeadLength)].Fill(ushort.MaxValue);
        return Vector128.Create<ushort>(mask);
    }

    /// <summary>The first four letters of the word, and whether it goes on: "with" and "within" are looked up apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Key(Vector128<ushort> head, int wordLength)
    {
        var four = head.AsUInt64().ToScalar();
        return wordLength > 4 ? ~four : wordLength == 4 ? four : four & ((1UL << (16 * wordLength)) - 1);
    }

    private static int SlotOf(Phrase phrase) => Slot(Key(HeadOf(phrase.Letters, 0), Words.EndOfWord(phrase.Letters, 0)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Slot(ulong key) => (int)(unchecked(key * 0x9E3779B97F4A7C15) >> (64 - Bits));
}
