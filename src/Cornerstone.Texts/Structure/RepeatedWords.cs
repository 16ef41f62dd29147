namespace Cornerstone.Texts;

/// <summary>Finds words written twice in a row ("as well as resolutions as well as resolutions"); a source is never corrected, only remarked on.</summary>
internal static class RepeatedWords
{
    private const int LongestRun = 6;

    internal static string? In(string text)
    {
        Span<Range> words = stackalloc Range[LongestRun + 1];
        Span<uint> hashes = stackalloc uint[LongestRun + 1];
        Span<int> runs = stackalloc int[LongestRun + 1];
        runs.Clear();
        var (count, start) = (0, 0);
        while (start < text.Length)
        {
            var length = text.AsSpan(start).IndexOf(' ');
            var end = length < 0 ? text.Length : start + length;
            var slot = count % words.Length;
            (words[slot], hashes[slot]) = (start..end, Hash(text.AsSpan(start, end - start)));
            for (var back = 1; back <= Math.Min(count, LongestRun); back++)
            {
                runs[back] = hashes[(count - back) % words.Length] == hashes[slot] ? runs[back] + 1 : 0;
                if (runs[back] == back && IsTwice(text, words[(count - back + 1) % words.Length].Start.Value, end))
                {
                    return text[words[(count - back + 1) % words.Length].Start.Value..end];
                }
            }

            count++;
            start = end + 1;
        }

        return null;
    }

    /// <summary>Confirms by the letters what the hashes suggest; numbers and initials may repeat.</summary>
    private static bool IsTwice(string text, int start, int end)
    {
        var length = end - start;
        return length > 1 && start > length && char.IsLetter(text[start]) && text.AsSpan(start - length - 1, length).SequenceEqual(text.AsSpan(start, length));
    }

    /// <summary>Enough to pass over almost every pair of words; the letters decide.</summary>
    private static uint Hash(ReadOnlySpan<char> word) => word.IsEmpty ? 0 : unchecked((uint)word.Length << 24 ^ (uint)word[0] << 12 ^ word[^1]);
}
