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

    internal void Mend(TextCleaner clean)
    {
        for (var at = clean.Text.IndexOf(' '); at > 0 && at + 1 < clean.Length; at = NextSpace(clean.Text, at))
        {
            if (IsCut(clean.Text, at))
            {
                clean.RemoveAt(at);
                at--;
            }
        }
    }

    private static int NextSpace(ReadOnlySpan<char> text, int at)
    {
        var next = text[(at + 1)..].IndexOf(' ');
        return next < 0 ? -1 : at + 1 + next;
    }

    private bool IsCut(ReadOnlySpan<char> text, int space)
    {
        if (text[space + 1] == '-')
        {
            return space + 2 < text.Length && char.IsLetter(text[space + 2]) && char.IsLetter(text[space - 1]);
        }

        if (!char.IsLower(text[space + 1]) || !char.IsLetter(text[space - 1]))
        {
            return false;
        }

        var start = space;
        while (start > 0 && char.IsLetter(text[start - 1]))
        {
            start--;
        }

        var end = space + 1;
        while (end < text.Length && char.IsLetter(text[end]))
        {
            end++;
        }

        var isApart = (start == 0 || !Binds(text[start - 1])) && (end == text.Length || !Binds(text[end]) || end + 1 == text.Length || text[end + 1] == ' ');
        return isApart && BelongTogether(text[start..space], text[(space + 1)..end]);
    }

    private static bool Binds(char c) => c is '-' or '\'' or '’' or '.' or '/';

    private bool BelongTogether(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var (seenLeft, seenRight) = (Count(left), Count(right));
        if (seenLeft > 2 && seenRight > 2)
        {
            return false;
        }

        Span<char> whole = stackalloc char[64];
        if (left.Length + right.Length > whole.Length || left is "a" or "A")
        {
            return false;
        }

        left.CopyTo(whole);
        right.CopyTo(whole[left.Length..]);
        whole = whole[..(left.Length + right.Length)];
        var (commonLeft, commonRight) = (IsIn(CommonWords, left), IsIn(CommonWords, right));
        if (commonLeft && commonRight)
        {
            return false;
        }

        return Count(whole) > 0 || Openers.IsKnown(whole)
            ? (seenLeft <= 2 && !commonLeft) || (seenRight <= 2 && !commonRight)
            : !commonLeft && seenLeft <= 1 && (IsIn(Endings, right) || (right.Length == 1 && right[0] is not ('a' or 'i')));
    }

    private static bool IsIn(FrozenSet<string> set, ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[16];
        return word.Length <= lower.Length && set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(lower[..word.ToLowerInvariant(lower)]);
    }

    private void CountWords()
    {
        var text = _source.AsSpan();
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsLetter(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsLetter(text[i]))
            {
                i++;
            }

            ref var count = ref _counts[SlotOf(Hash(text[start..i]))];
            count += count < ushort.MaxValue ? (ushort)1 : (ushort)0;
        }
    }

    private int Count(ReadOnlySpan<char> word) => _counts[SlotOf(Hash(word))];

    private int SlotOf(uint hash)
    {
        var mask = _words.Length - 1;
        var slot = (int)(hash & (uint)mask);
        while (_words[slot] != hash)
        {
            if (_words[slot] == 0)
            {
                _words[slot] = hash;
                break;
            }

            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private static uint Hash(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            hash = unchecked((hash ^ char.ToLowerInvariant(c)) * 16777619u);
        }

        return hash == 0 ? 1 : hash;
    }
}
