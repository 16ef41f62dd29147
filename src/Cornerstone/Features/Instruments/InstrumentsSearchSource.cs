using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.Instruments;

/// <summary>Instruments in the global search, by title in any language and by authors.</summary>
public sealed class InstrumentsSearchSource(AppDb db, Text T) : ISearchSource
{
    private const int Most = 10;

    public string Label => "Instruments";

    public string? Needs => InstrumentsRoom.Read;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct)
    {
        // A country has some hundred instruments at most, with titles in up to six languages: they are compared here.
        var words = query.Trim();
        var found = (await db.InstrumentsOfAsync(country, ct))
            .Where(i => i.Title.Texts.Values.Append(i.Authors).Any(t => t?.Contains(words, StringComparison.CurrentCultureIgnoreCase) == true))
            .OrderBy(i => i.Title.In(T.Language.Code), StringComparer.CurrentCulture)
            .Take(Most);
        return [.. found.Select(i => new SearchHit(
            i.Title.In(T.Language.Code), $"/{country.ToLowerInvariant()}/instruments/{i.Id}", T.Of(i.Kind), i.Title.LanguageIn(T.Language.Code)))];
    }
}
