namespace Cornerstone.Features.SupportTwins;

/// <summary>Two records of different sources that a person should look at.</summary>
public sealed record LikelyTwin(ToldActivity One, ToldActivity Other, Likeness Likeness);

/// <summary>
/// Finds records that look alike without holding each against each: only those that share an identifier, a rare word of their titles or
/// an amount are compared, and a pair is proposed where neither has a better match elsewhere.
/// </summary>
public static class LikelyTwins
{
    // A word in more titles than this tells nothing of which two are one.
    private const int CommonWord = 60;

    public static IReadOnlyList<LikelyTwin> In(IReadOnlyCollection<ToldActivity> activities)
    {
        var titles = new TitleWords(activities.Select(a => a.Title));
        var compared = new HashSet<(Guid, Guid)>();
        var found = new List<LikelyTwin>();
        foreach (var (one, other) in Candidates([.. activities.OrderBy(a => a.Id)], titles))
        {
            if (compared.Add((one.Id, other.Id)) && Likeness.Of(one, other, titles) is { IsEnough: true } likeness) found.Add(new(one, other, likeness));
        }

        var best = found.SelectMany(f => new[] { (f.One.Id, Source: f.Other.Source, f.Likeness.Score), (f.Other.Id, f.One.Source, f.Likeness.Score) })
            .GroupBy(f => (f.Id, f.Source)).ToDictionary(g => g.Key, g => g.Max(f => f.Score));
        return [.. found.Where(f => f.Likeness.Score == best[(f.One.Id, f.Other.Source)] && f.Likeness.Score == best[(f.Other.Id, f.One.Source)]).OrderByDescending(f => f.Likeness.Score).ThenBy(f => f.One.Identifier, StringComparer.Ordinal)];
    }

    private static IEnumerable<(ToldActivity, ToldActivity)> Candidates(List<ToldActivity> activities, TitleWords titles) =>
        from shelf in activities.SelectMany(a => Keys(a, titles).Distinct(), (a, key) => (Activity: a, Key: key)).GroupBy(k => k.Key, k => k.Activity)
        let list = shelf.ToList()
        where list.Count is > 1 and <= CommonWord
        from i in Enumerable.Range(0, list.Count)
        from j in Enumerable.Range(i + 1, list.Count - i - 1)
        where list[i].Source != list[j].Source
        select (list[i], list[j]);

    // The rarest words are enough to meet: two titles that share none of them are not alike.
    private static IEnumerable<string> Keys(ToldActivity activity, TitleWords titles) =>
    [
        .. Identifiers.Keys(activity).Select(k => $"#{k}"),
        .. TitleWords.Of(activity.Title).OrderBy(titles.OccurrencesOf).ThenBy(w => w, StringComparer.Ordinal).Take(4),
        .. new[] { activity.Committed, activity.Paid }.OfType<decimal>().Where(a => a > 0m).Select(a => $"={(int)Math.Round(Math.Log((double)a) * 50)}"),
    ];
}
