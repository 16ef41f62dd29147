using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.Legislation;

/// <summary>Laws in the global search, by title in any language, number and subject.</summary>
public sealed class LegislationSearchSource(AppDb db, Text T) : ISearchSource
{
    private const int Most = 10;

    public string Label => "Laws";

    public string? Needs => LegislationRoom.Read;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct)
    {
        // A country has hundreds of laws at most, and a title may stand in six languages: they are compared here.
        var words = query.Trim();
        var found = (await db.LawsOfAsync(country, ct))
            .Where(l => l.Title.Texts.Values.Append(l.Number).Append(l.Subject).Any(t => t?.Contains(words, StringComparison.CurrentCultureIgnoreCase) == true))
            .OrderBy(l => l.Title.In(T.Language.Code), StringComparer.CurrentCulture)
            .Take(Most);
        return [.. found.Select(l => new SearchHit(
            l.Title.In(T.Language.Code), $"/{country.ToLowerInvariant()}/laws/{l.Id}", l.Number ?? l.Subject, l.Title.LanguageIn(T.Language.Code)))];
    }
}
