using System.Globalization;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Search;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Institutions;

/// <summary>Institutions in the global search, by code and by every name they ever had in any language.</summary>
public sealed class InstitutionsSearchSource(AppDb db, Text T) : ISearchSource
{
    private const int Most = 10;

    public string Label => "Institutions";

    public string? Needs => InstitutionsRoom.Read;

    // A country has tens of institutions, rarely hundreds: names are compared here, where accents and case can be set aside.
    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct)
    {
        var asked = query.Trim();
        var profiles = await (
            from profile in db.InstitutionProfiles.AsNoTracking()
            join institution in db.Institutions on profile.InstitutionId equals institution.Id
            where profile.Country == country
            orderby institution.Code, profile.ValidFrom descending
            select new { institution.Id, institution.Code, profile.Names }).ToListAsync(ct);
        return [.. profiles
            .Where(p => p.Names.Texts.Values.Append(p.Code).Any(t => CultureInfo.InvariantCulture.CompareInfo.IndexOf(t, asked, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0))
            .DistinctBy(p => p.Id)
            .Take(Most)
            .Select(p => new SearchHit(p.Names.In(T.Language.Code), $"/{country.ToLowerInvariant()}/institutions/{p.Id}", p.Code, p.Names.LanguageIn(T.Language.Code)))];
    }
}
