using System.Globalization;

namespace Cornerstone.Texts;

/// <summary>
/// The words of one provision and their neighbouring pairs, weighted by how rare they are in the two documents compared:
/// "security sector reform" stands everywhere and says nothing, "age assessment" says which paragraph this is.
/// </summary>
internal sealed class TextFeatures
{
    private readonly Dictionary<string, int> _counts = [];

    // Sorted by feature number, so that two provisions are compared in one walk.
    private (int Feature, double Weight)[] _weights = [];

    internal TextFeatures(string text)
    {
        string? previous = null;
        foreach (var word in Words(text))
        {
            Count(word);
            if (previous is not null) Count($"{previous} {word}");
            previous = word;
        }
    }

    /// <summary>Sum of squared weights: the most two provisions can share.</summary>
    internal double Mass { get; private set; }

    internal static void Weigh(IReadOnlyCollection<TextFeatures> all)
    {
        var numbers = new Dictionary<string, int>();
        var holders = new List<int>();
        foreach (var feature in all.SelectMany(features => features._counts.Keys))
        {
            if (numbers.TryAdd(feature, holders.Count)) holders.Add(0);
            holders[numbers[feature]]++;
        }

        foreach (var features in all)
        {
            features._weights = [.. features._counts
                .Select(count => (Feature: numbers[count.Key], Times: count.Value))
                .Select(count => (count.Feature, (1 + Math.Log(count.Times)) * Math.Log((all.Count + 1.0) / holders[count.Feature])))
                .OrderBy(weight => weight.Feature)];
            features.Mass = features._weights.Sum(weight => weight.Weight * weight.Weight);
        }
    }

    /// <summary>Cosine of the weighted features, 0 to 1.</summary>
    internal double Cosine(TextFeatures other)
    {
        if (Mass == 0 || other.Mass == 0) return 0;

        var product = 0.0;
        var (a, b) = (_weights, other._weights);
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            var (left, right) = (a[i].Feature, b[j].Feature);
            if (left == right) product += a[i].Weight * b[j].Weight;
            if (left <= right) i++;
            if (right <= left) j++;
        }

        return product / Math.Sqrt(Mass * other.Mass);
    }

    /// <summary>How much of this text stands in the other too, 0 to 1.</summary>
    internal double ShareFoundIn(TextFeatures other) => ShareFoundIn(other, without: null);

    /// <summary>How much of this text stands in the other and not already in <paramref name="without"/>.</summary>
    internal double ShareFoundIn(TextFeatures other, TextFeatures? without)
    {
        if (Mass == 0) return 0;

        var found = _weights.Where(weight => other.Has(weight.Feature) && without?.Has(weight.Feature) != true);
        return found.Sum(weight => weight.Weight * weight.Weight) / Mass;
    }

    private bool Has(int feature)
    {
        int low = 0, high = _weights.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var found = _weights[middle].Feature;
            if (found == feature) return true;
            if (found < feature) low = middle + 1;
            else high = middle - 1;
        }

        return false;
    }

    private void Count(string feature) => _counts[feature] = _counts.GetValueOrDefault(feature) + 1;

    /// <summary>Lower-case words without marks; Chinese, which has no spaces, character by character.</summary>
    private static IEnumerable<string> Words(string text)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isWord = i < text.Length && (char.IsLetterOrDigit(text[i]) || IsMark(text[i]));
            var isIdeograph = isWord && text[i] is >= '\u3400' and <= '\u9FFF';
            if (start >= 0 && (!isWord || isIdeograph))
            {
                yield return Plain(text[start..i]);
                start = -1;
            }

            if (isIdeograph) yield return text[i].ToString();
            else if (isWord && start < 0) start = i;
        }
    }

    // Arabic vowel signs are written or left out at will.
    private static string Plain(string word) => (word.Any(IsMark) ? string.Concat(word.Where(c => !IsMark(c))) : word).ToLowerInvariant();

    private static bool IsMark(char c) => !char.IsAscii(c) && IsWrittenMark(c);

    private static bool IsWrittenMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c == 'ـ';
}
