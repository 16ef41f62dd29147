using System.Globalization;
using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>Elements with percentages, one group for each vocabulary. No vocabulary and "" mean the first of its list (for sectors, the DAC's).</summary>
internal sealed class ShareGroups
{
    // More vocabularies than the standard has; a hostile file may name a new one on each element.
    private const int Most = 40;

    private readonly ShareGroup[] groups = new ShareGroup[Most];

    public ReadOnlySpan<ShareGroup> Of(Element parent, IatiName name)
    {
        var count = 0;
        foreach (var element in parent.All(name))
        {
            var at = IndexOf(element, count);
            if (at == Most) continue;
            if (at == count) groups[count++] = new ShareGroup { First = element };
            groups[at].Add(element);
        }

        return groups.AsSpan(0, count);
    }

    public static bool IsDac(Element element) => Vocabulary(element) is var vocabulary && (vocabulary.SequenceEqual("1"u8) || vocabulary.SequenceEqual("DAC"u8));

    public static ReadOnlySpan<byte> Vocabulary(Element element)
    {
        var vocabulary = Texts.Trim(element.Attribute(IatiName.Vocabulary));
        return vocabulary.Length == 0 ? "1"u8 : vocabulary;
    }

    private int IndexOf(Element element, int count)
    {
        var vocabulary = Vocabulary(element);
        for (var i = 0; i < count; i++)
        {
            if (Vocabulary(groups[i].First).SequenceEqual(vocabulary)) return i;
        }

        return count;
    }
}

/// <summary>How many elements of one vocabulary, how many with a percentage, and their sum.</summary>
internal struct ShareGroup
{
    public Element First;
    public int Count;
    public int WithShare;
    public decimal Sum;

    public readonly string Written => Sum.ToString("0.####", CultureInfo.InvariantCulture);

    public void Add(Element element)
    {
        Count++;
        if (!element.TryAttribute(IatiName.Percentage, out var written)) return;
        WithShare++;
        if (Numbers.TryDecimal(written, out var share) && Math.Abs(share) < 1_000_000_000m) Sum += share;
    }
}
