using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.Indicators;

/// <summary>Indicators in the global search, by code and by name in any language.</summary>
public sealed class IndicatorsSearchSource(AppDb db, Text T) : ISearchSource
{
    private const int Most = 10;

    public string Label => "Indicators";

    public string? Needs => BenchmarksRoom.Read;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct)
    {
        var words = query.Trim();
        var found = (await db.DefinedIndicatorsAsync(country, ct))
            .Where(d => d.Definition.Name.Texts.Values.Append(d.Indicator.Code).Append(d.Definition.SdgCode)
                .Any(t => t?.Contains(words, StringComparison.CurrentCultureIgnoreCase) == true))
            .Take(Most);
        return [.. found.Select(d => new SearchHit(
            $"{d.Indicator.Code} {d.Definition.Name.In(T.Language.Code)}",
            $"/{country.ToLowerInvariant()}/indicators/{d.Indicator.Id}",
            d.Definition.Meaning.In(T.Language.Code),
            d.Definition.Name.LanguageIn(T.Language.Code)))];
    }
}
