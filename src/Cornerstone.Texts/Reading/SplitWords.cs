using System.Collections.Frozen;

namespace Cornerstone.Texts;

/// <summary>
/// Mends words that the extraction of a PDF cut in two ("securi ty", "emphasiz ing", "post -conflict").
/// The document is its own dictionary: two pieces are joined when it writes the whole elsewhere and one piece nowhere else.
/// </summary>
internal sealed class SplitWords
{
    // Ends of English words that are no words themselves.
    private static readonly FrozenSet<string> Endings = FrozenSet.Create(
        "ing", "ings", "tion", "tions", "sion", "sions", "ty", "ity", "ties", "ment", "ments", "ed", "ly", "ies", "ness", "ance", "ence",
        "ions", "ional", "ating", "ated", "ation", "ations", "izing", "ising", "ized", "ised", "es", "ers", "ous", "ive", "ful", "ble", "cy", "ry");

    private static readonly FrozenSet<string> CommonWords = FrozenSet.Create(
        "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "from", "with", "as", "is", "it", "its", "be", "are", "was", "or", "and", "not", "no",
        "so", "up", "out", "off", "over", "under", "all", "any", "some", "every", "each", "other", "one", "two", "more", "most", "such", "that", "this",
        "than", "then", "there", "here", "where", "when", "while", "who", "how", "may", "can", "will", "has", "have", "had", "her", "his", "he", "she",
        "we", "us", "our", "they", "them", "their", "into", "onto", "through", "long", "term", "new", "way", "part", "time", "body", "thing", "ever",
        "fore", "after", "before", "between", "among", "within", "without", "day", "side", "land", "work", "force", "well", "being", "make", "made",
        "take", "use", "used", "set", "self", "inter", "alia", "men", "man", "war", "high", "low", "sub", "non", "post", "pre", "co", "anti", "multi");

    private readonly string _source;
    private readonly uint[] _words;
    private readonly ushort[] _counts;

    internal SplitWords(string source)
    {
        _source = source;
        var size = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, source.Length / 3));
        (_words, _counts) = (new uint[size], new ushort[size]);
        CountWords();
    }

    /// <summary>Walks the words once, each counted once; a cut lies between two that stand one blank apart.</summary>
    internal void Mend(TextCleaner clean)
    {
        CloseHyphens(clean);
        var (start, seen, at) = (0, int.MaxValue, 0);
        while (NextWord(clean.Text, ref at, out var end))
        {
            var text = clean.Text;
            var count = Count(text[at..end]);
            if ((seen <= 2 || count <= 2) && at > 1 && text[at - 1] == ' ' && IsCut(text, start, at, end, seen, count))
            {
                clean.RemoveAt(at - 1);
                (end, at) = (end - 1, start);
                count = Count(clean.Text[at..end]);
            }

            (start, seen, at) = (at, count, end);
        }
    }

    /// <summary>"post -conflict": the extraction set a blank before the hyphen.</summary>
    private static void CloseHyphens(TextCleaner clean)
    {
        for (var from = 0; clean.Text[from..].IndexOf(" -", StringComparison.Ordinal) is >= 0 and var found;)
        {
            from += found + 1;
            if (from > 1 && from + 1 < clean.Length && char.IsLetter(clean.Text[from - 2]) && char.IsLetter(clean.Text[from + 1]))
            {
                clean.RemoveAt(from - 1);
            }
        }
    }

    private static bool NextWord(ReadOnlySpan<char> text, ref int at, out int end)
    {
        while (at < text.Length && !IsLetter(text[at]))
        {
            at++;
        }

        end = at;
        while (end < text.Length && IsLetter(text[end]))
        {
            end++;
        }

        return end > at;
    }

    private bool IsCut(ReadOnlySpan<char> text, int start, int at, int end, int seenLeft, int seenRight)
    {
        if (!char.IsLower(text[at]) || at - 1 <= start || !IsLetter(text[at - 2]) || (start > 0 && Binds(text[start - 1])))
        {
            return false;
        }

        var isApart = end == text.Length || !Binds(text[end]) || end + 1 == text.Length || text[end + 1] == ' ';
        return isApart && BelongTogether(text[start..(at - 1)], text[at..end], seenLeft, seenRight);
    }

    private static bool Binds(char c) => c is '-' or '\'' or '’' or '.' or '/';

    private bool BelongTogether(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int seenLeft, int seenRight)
    {
        Span<char> whole = stackalloc char[64];
        if (left.Length + right.Length > whole.Length || left is "a" or "A")
        {
            return false;
        }

        left.CopyTo(whole);
        right.CopyTo(whole[left.Length..]);
        whole = whole[..(left.Length + right.Length)];
        var isWord = Count(whole) > 0 || (char.IsUpper(left[0]) && Openers.IsKnown(whole));
        var isPiece = !isWord && seenLeft <= 1 && (right.Length == 1 ? right[0] is not ('a' or 'i') : IsIn(Endings, right));
        if (!isWord && !isPiece)
        {
            return false;
        }

        var (commonLeft, commonRight) = (IsIn(CommonWords, left), IsIn(CommonWords, right));
        return isPiece ? !commonLeft : (seenLeft <= 2 && !commonLeft) || (seenRight <= 2 && !commonRight);
    }

    private static bool IsIn(FrozenSet<string> set, ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        return word.Length <= lower.Length && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    private void CountWords()
    {
        var at = 0;
        while (NextWord(_source, ref at, out var end))
        {
            var hash = Hash(_source.AsSpan(at, end - at));
            var slot = SlotOf(hash);
            _words[slot] = hash;
            ref var count = ref _counts[slot];
            count += count < ushort.MaxValue ? (ushort)1 : (ushort)0;
            at = end;
        }
    }

    private static bool IsLetter(char c) => char.IsAscii(c) ? char.IsAsciiLetter(c) : char.IsLetter(c);

    private int Count(ReadOnlySpan<char> word) => _counts[SlotOf(Hash(word))];

    /// <summary>Where a word is counted, or the free place where it would be: free places count nothing.</summary>
    private int SlotOf(uint hash)
    {
        var mask = _words.Length - 1;
        var slot = (int)(hash & (uint)mask);
        while (_words[slot] != hash && _words[slot] != 0)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = unchecked((hash ^ (char.IsAscii(c) ? (uint)(c | 0x20) : char.ToLowerInvariant(c))) * 16777619u);
        }

        return hash == 0 ? 1 : hash;
    }
}
