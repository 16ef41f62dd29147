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
        var changes = new List<WordFate>();
        var head = 0;
        while (head < a.Count && head < b.Count && a[head].Key == b[head].Key) changes.Add(new(WordChange.Same, head, head, ++head));
        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && a[^(tail + 1)].Key == b[^(tail + 1)].Key) tail++;

        Middle(a, b, head, a.Count - tail, b.Count - tail, changes);
        for (var k = tail; k > 0; k--) changes.Add(new(WordChange.Same, b.Count - k, a.Count - k, a.Count - k + 1));
        return Runs(Settled(changes, a, b), left, right, a, b);
    }

    /// <summary>Longest common subsequence of the words between the common beginning and end.</summary>
    private static void Middle(
        List<WordToken> a, List<WordToken> b, int start, int endA, int endB, List<WordFate> changes)
    {
        var (rows, columns) = (endA - start, endB - start);
        var isReadable = (long)rows * columns <= MostCells;
        var lengths = isReadable ? Lengths(a, b, start, rows, columns) : new int[1, 1];
        int i = 0, j = 0;
        while (i < rows || j < columns)
        {
            if (isReadable && i < rows && j < columns && a[start + i].Key == b[start + j].Key)
            {
                changes.Add(new(WordChange.Same, start + j, start + i, start + i + 1));
                i++;
                j++;
            }
            else if (i < rows && (j == columns || !isReadable || lengths[i + 1, j] >= lengths[i, j + 1]))
            {
                changes.Add(new(WordChange.Removed, start + i++));
            }
            else
            {
                changes.Add(new(WordChange.Added, start + j++));
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
    private static List<WordFate> Settled(
        List<WordFate> changes, List<WordToken> a, List<WordToken> b)
    {
        var settled = new List<WordFate>(changes.Count);
        for (var i = 0; i < changes.Count;)
        {
            var end = i;
            while (end < changes.Count && changes[end].Change != WordChange.Same) end++;
            var gap = changes.GetRange(i, end - i);
            if (Letters(gap, WordChange.Removed, a) == Letters(gap, WordChange.Added, b))
            {
                settled.AddRange(Rejoined(gap));
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

    /// <summary>The pieces as the later text has them; the first carries all of the earlier text's.</summary>
    private static IEnumerable<WordFate> Rejoined(List<WordFate> gap)
    {
        var torn = gap.Where(change => change.Change == WordChange.Removed).Select(change => change.Index).ToList();
        return gap.Where(change => change.Change == WordChange.Added).Select((change, i) => i == 0 && torn.Count > 0
            ? new WordFate(WordChange.Same, change.Index, torn[0], torn[^1] + 1)
            : new WordFate(WordChange.Same, change.Index));
    }

    private static string Letters(List<WordFate> gap, WordChange change, List<WordToken> tokens) =>
        string.Concat(gap.Where(item => item.Change == change).Select(item => tokens[item.Index].Key));

    /// <summary>Words of one fate are joined as their text has them; same words are shown as the later text writes them.</summary>
    private static List<WordRun> Runs(
        List<WordFate> changes, string left, string right, List<WordToken> a, List<WordToken> b)
    {
        var runs = new List<WordRun>();
        var (builder, earlier) = (new StringBuilder(), new StringBuilder());
        for (var i = 0; i < changes.Count; i++)
        {
            var (change, index, from, to) = changes[i];
            builder.Append(change == WordChange.Removed ? Written(left, a, index, index + 1) : Written(right, b, index, index + 1));
            if (from < to) earlier.Append(Written(left, a, from, to));
            if (i + 1 < changes.Count && changes[i + 1].Change == change) continue;
            runs.Add(new WordRun(change, builder.ToString(), change == WordChange.Same ? earlier.ToString() : null));
            builder.Clear();
            earlier.Clear();
        }

        return runs;
    }

    private static string Written(string text, List<WordToken> tokens, int first, int end) =>
        text[(first == 0 ? 0 : tokens[first].Start)..(end < tokens.Count ? tokens[end].Start : text.Length)];

    /// <summary>What became of one word: its place in the later text (in the earlier one when removed), and for the same word its place in the earlier text.</summary>
    private readonly record struct WordFate(WordChange Change, int Index, int LeftFrom = 0, int LeftTo = 0);
}
