namespace Cornerstone.Features.LanguageTracker;

/// <summary>How many documents and paragraphs of one year speak of one theme.</summary>
public sealed record ThemeCount(string Theme, int Year, int Documents, int Paragraphs);

/// <summary>Theme by year over a set of documents. A year without documents has no share: nothing divided by nothing is not zero.</summary>
public sealed class TrackerTable
{
    private readonly Dictionary<(string Theme, int Year), ThemeCount> counts;
    private readonly IReadOnlyDictionary<int, int> documents;

    public TrackerTable(IReadOnlyDictionary<int, int> documentsByYear, IEnumerable<ThemeCount> counts)
    {
        documents = documentsByYear;
        this.counts = counts.ToDictionary(c => (c.Theme, c.Year));
        Years = documents.Count == 0 ? [] : [.. Enumerable.Range(documents.Keys.Min(), documents.Keys.Max() - documents.Keys.Min() + 1)];
        Themes = [.. this.counts.Values.GroupBy(c => c.Theme).OrderByDescending(g => g.Sum(c => c.Documents)).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];
    }

    public IReadOnlyList<int> Years { get; }

    /// <summary>The most spoken of first.</summary>
    public IReadOnlyList<string> Themes { get; }

    public int Documents => documents.Values.Sum();

    public int DocumentsIn(int year) => documents.GetValueOrDefault(year);

    public ThemeCount Of(string theme, int year) => counts.GetValueOrDefault((theme, year)) ?? new(theme, year, 0, 0);

    public ThemeCount Total(string theme)
    {
        var all = counts.Values.Where(c => c.Theme == theme).ToList();
        return new(theme, 0, all.Sum(c => c.Documents), all.Sum(c => c.Paragraphs));
    }

    /// <summary>Share of the year's documents that speak of the theme; null when there were none.</summary>
    public decimal? Share(string theme, int year) => DocumentsIn(year) is var whole and > 0 ? (decimal)Of(theme, year).Documents / whole : null;

    public decimal? Share(string theme) => Documents > 0 ? (decimal)Total(theme).Documents / Documents : null;
}
