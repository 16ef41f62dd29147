using System.Buffers;

namespace Cornerstone.Texts;

internal static class SourceLines
{
    // Form feeds part the pages of pdftotext; the others are line ends that editors leave behind.
    private static readonly SearchValues<char> Ends = SearchValues.Create("\n\r\f\v\u0085\u2028\u2029");

    internal static List<SourceLine> Split(string source)
    {
        var lines = new List<SourceLine>(16 + source.Length / 200);
        var blanks = 0;
        for (var start = 0; start < source.Length;)
        {
            var length = source.AsSpan(start).IndexOfAny(Ends);
            var end = length < 0 ? source.Length : start + length;
            if (Visible(source, start, end, blanks) is { } line)
            {
                lines.Add(line);
                blanks = 0;
            }
            else
            {
                blanks++;
            }

            start = end + 1;
            if (start < source.Length && source[end] == '\r' && source[start] == '\n')
            {
                start++;
            }
        }

        return lines;
    }

    private static SourceLine? Visible(string source, int start, int end, int blanks)
    {
        var first = start;
        while (first < end && IsBlank(source[first]))
        {
            first++;
        }

        while (end > first && IsBlank(source[end - 1]))
        {
            end--;
        }

        return first == end ? null : new(first, end - first, first - start, blanks);
    }

    // A byte order mark and marks of direction at a line's edge are as invisible as a space.
    private static bool IsBlank(char c) => c <= ' ' || (c >= '\u00A0' && (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B' or '\u200E' or '\u200F'));
}
