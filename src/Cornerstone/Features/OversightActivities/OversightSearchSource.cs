using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.OversightActivities;

/// <summary>Oversight in the global search, by title in any language, findings and recommendations.</summary>
public sealed class OversightSearchSource(AppDb db, Text T) : ISearchSource
{
    private const int Most = 10;

    public string Label => "Oversight activities";

    public string? Needs => OversightActivitiesRoom.Read;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct)
    {
        // A country has some thousand activities at most, with titles in up to six languages: they are compared here.
        var words = query.Trim();
        bool Says(string? text) => text?.Contains(words, StringComparison.CurrentCultureIgnoreCase) == true;
        var found = (await db.OversightOfAsync(country, ct))
            .Where(o => o.Activity.Title.Texts.Values.Any(Says) || Says(o.Activity.Findings) || o.Recommendations.Any(r => Says(r.What)))
            .Take(Most);
        return [.. found.Select(o => new SearchHit(
            o.Activity.Title.In(T.Language.Code), $"/{country.ToLowerInvariant()}/oversight/{o.Activity.Id}", T.Of(o.Activity.Kind), o.Activity.Title.LanguageIn(T.Language.Code)))];
    }
}
