using Cornerstone.Features.Support;

namespace Cornerstone.Features.PublicSupport;

/// <summary>
/// By which words published activities are found: their identifiers, their titles in every language, and the names of those who report,
/// give, receive and carry out. What is withheld is not in the published rows, so nobody finds anything by it.
/// </summary>
public sealed class PublicSearch(IReadOnlyList<PublicActivity> support)
{
    private readonly List<(string Key, string Words)> known = [.. support.Select(s => (s.Activity.Key, WordsOf(s)))];

    /// <summary>Those in which every word is found, without accents and capitals; null where nothing is looked for.</summary>
    public IReadOnlySet<string>? Find(string? search)
    {
        var sought = SearchWords.Fold(search ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return sought.Length == 0 ? null : known.Where(k => Array.TrueForAll(sought, word => k.Words.Contains(word, StringComparison.Ordinal))).Select(k => k.Key).ToHashSet();
    }

    private static string WordsOf(PublicActivity told)
    {
        var a = told.Activity;
        var parties = a.Parties.Append(a.Reporter).Concat(told.Lines.SelectMany(l => new[] { l.Provider, l.Receiver })).Distinct();
        return SearchWords.Of([a.Key, a.Identifier, .. a.Title?.Texts.Values ?? [], .. parties.SelectMany(p => p?.Name?.Texts.Values ?? []).Distinct()]);
    }
}
