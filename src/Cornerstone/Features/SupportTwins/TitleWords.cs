using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportTwins;

/// <summary>Words of titles and how much each tells: "support" stands in half of them, "Harbour" in two.</summary>
public sealed class TitleWords
{
    private readonly Dictionary<string, int> occurrences = [];
    private readonly int titles;

    public TitleWords(IEnumerable<string> all)
    {
        foreach (var title in all)
        {
            titles++;
            foreach (var word in Of(title))
            {
                occurrences[word] = occurrences.GetValueOrDefault(word) + 1;
            }
        }
    }

    public static IReadOnlySet<string> Of(string title) => SearchWords.Fold(title).Split(NotWords(title), StringSplitOptions.RemoveEmptyEntries).ToHashSet();

    public int OccurrencesOf(string word) => occurrences.GetValueOrDefault(word);

    /// <summary>The weight of shared words in the weight of all, from nought to one; null where a title is missing.</summary>
    public decimal? Likeness(string one, string other)
    {
        var (a, b) = (Of(one), Of(other));
        return a.Count == 0 || b.Count == 0 ? null : (decimal)(2 * a.Where(b.Contains).Sum(Weight) / (a.Sum(Weight) + b.Sum(Weight)));
    }

    private double Weight(string word) => Math.Log(1 + ((double)(titles + 1) / (occurrences.GetValueOrDefault(word) + 1)));

    private static char[] NotWords(string title) => [.. title.Where(c => !char.IsLetterOrDigit(c)).Distinct()];
}
