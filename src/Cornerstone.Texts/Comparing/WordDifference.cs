using System.Text;

namespace Cornerstone.Texts;

/// <summary>What was removed and added, word by word, between two texts.</summary>
internal static class WordDifference
{
    // Beyond this many cells (two texts of 3,000 differing words) the answer is not readable anyway: all removed, all added.
    private const int MostCells = 9_000_000;

    internal static IReadOnlyList<WordRun> Between(string left, string right)
    {
        var (a, b) = (WordTokens.Of(left), WordTokens.Of(right));
        var changes = new List<(WordChange Change, int Index)>();
        var head = 0;
        while (head < a.Count && head < b.Count && a[head].Key == b[head].Key) changes.Add((WordChange.Same, head++));
        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && a[^(tail + 1)].Key == b[^(tail + 1)].Key) tail++;

        Middle(a, b, head, a.Count - tail, b.Count - tail, changes);
        for (var j = b.Count - tail; j < b.Count; j++) changes.Add((WordChange.Same, j));
        return Runs(Settled(changes, a, b), left, right, a, b);
    }

    /// <summary>Longest common subsequence of the words between the common beginning and end.</summary>
    private static void Middle(
        List<WordToken> a, List<WordToken> b, int start, int endA, int endB, List<(WordChange Change, int Index)> changes)
    {
        var (rows, columns) = (endA - start, endB - start);
        var isReadable = (long)rows * columns <= MostCells;
        var lengths = isReadable ? Lengths(a, b, start, rows, columns) : new int[1, 1];
        int i = 0, j = 0;
        while (i < rows || j < columns)
        {
            if (isReadable && i < rows && j < columns && a[start + i].Key == b[start + j].Key)
            {
                changes.Add((WordChange.Same, start + j));
                i++;
                j++;
            }
            else if (i < rows && (j == columns || !isReadable || lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                changes.Add((WordChange.Removed, start + i++));
            }
            else
            {
                changes.Add((WordChange.Added, start + j++));
            }
        }
    }

    private static int[,] Lengths(List<WordToken> a, List<WordToken> b, int start, int rows, int columns)
    {
        var (left, right) = Numbered(a, b, start, rows, columns);
        var lengths = new int[rows + 1, columns + 1];
        for (var i = rows - 1; i >= 0; i--)
        {
            for (var j = columns - 1; j >= 0; j--)
            {
                lengths[i, j] = left[i] == right[j] ? lengths[i + 1, j + 1] + 1 : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    /// <summary>Words as numbers: the table compares each with each.</summary>
    private static (int[] Left, int[] Right) Numbered(List<WordToken> a, List<WordToken> b, int start, int rows, int columns)
    {
        var numbers = new Dictionary<string, int>();
        var (left, right) = (new int[rows], new int[columns]);
        for (var i = 0; i < rows; i++) left[i] = NumberOf(a[start + i].Key);
        for (var j = 0; j < columns; j++) right[j] = NumberOf(b[start + j].Key);
        return (left, right);

        int NumberOf(string key)
        {
            if (!numbers.TryGetValue(key, out var number)) numbers[key] = number = numbers.Count;
            return number;
        }
    }

    /// <summary>"securi ty" against "security": pieces that spell the same letters are the same word, torn by the page.</summary>
    private static List<(WordChange Change, int Index)> Settled(
        List<(WordChange Change, int Index)> changes, List<WordToken> a, List<WordToken> b)
    {
        var settled = new List<(WordChange Change, int Index)>(changes.Count);
        for (var i = 0; i < changes.Count;)
        {
            var end = i;
            while (end < changes.Count && changes[end].Change != WordChange.Same) end++;
            var gap = changes.GetRange(i, end - i);
            if (Letters(gap, WordChange.Removed, a) == Letters(gap, WordChange.Added, b))
            {
                settled.AddRange(gap.Where(change => change.Change == WordChange.Added).Select(change => (WordChange.Same, change.Index)));
            }
            else
            {
                settled.AddRange(gap.OrderBy(change => change.Change));
            }

            if (end < changes.Count) settled.Add(changes[end]);
            i = end + 1;
        }

        return settled;
    }

    private static string Letters(List<(WordChange Change, int Index)> gap, WordChange change, List<WordToken> tokens) =>
        string.Concat(gap.Where(item => item.Change == change).Select(item => tokens[item.Index].Key));

    /// <summary>Words of one fate are joined as their text has them; same words are shown as the later text writes them.</summary>
    private static List<WordRun> Runs(
        List<(WordChange Change, int Index)> changes, string left, string right, List<WordToken> a, List<WordToken> b)
    {
        var runs = new List<WordRun>();
        var builder = new StringBuilder();
        for (var i = 0; i < changes.Count; i++)
        {
            var (change, index) = changes[i];
            builder.Append(change == WordChange.Removed ? Written(left, a, index) : Written(right, b, index));
            if (i + 1 < changes.Count && changes[i + 1].Change == change) continue;
            runs.Add(new WordRun(change, builder.ToString()));
            builder.Clear();
        }

        return runs;
    }

    private static string Written(string text, List<WordToken> tokens, int index)
    {
        var start = index == 0 ? 0 : tokens[index].Start;
        var end = index + 1 < tokens.Count ? tokens[index + 1].Start : text.Length;
        return text[start..end];
    }
}
