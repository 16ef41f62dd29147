using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorDimensions;

/// <summary>Reads the dimensions of a country in the reader's language.</summary>
public static class DimensionQueries
{
    private const string Institution = "institution";

    extension(AppDb db)
    {
        /// <summary>The standard dimensions and the country's own, with their parts as they are called on a day.</summary>
        public async Task<CountryDimensions> DimensionsAsync(string country, DateOnly on, Text T, CancellationToken ct)
        {
            var own = await db.OwnDimensions.AsNoTracking().Where(d => d.Country == country).OrderBy(d => d.Code).ToListAsync(ct);
            var institutions = await db.InstitutionPartsAsync(country, on, T, ct);
            return new(StandardDimensions.All
                .Select(d => new NamedDimension(d.Key, T[d.Name], d.Key == Institution ? [.. institutions, Unknown(T)] : [.. d.Parts.Select(p => new NamedPart(p.Code, T[p.Name]))]))
                .Concat(own.Select(d => Of(d, T))));
        }

        // Values of an institution that has ended stay readable, and may still be corrected.
        private async Task<IEnumerable<NamedPart>> InstitutionPartsAsync(string country, DateOnly on, Text T, CancellationToken ct)
        {
            var names = await db.InstitutionNamesAsync(country, on, ct);
            var all = await db.Institutions.AsNoTracking().Where(i => i.Country == country).Select(i => new { i.Id, i.Code, i.Ended }).ToListAsync(ct);
            return all
                .Select(i => new NamedPart(i.Code, names.TryGetValue(i.Id, out var name) ? name.In(T.Language.Code) : i.Code, i.Ended < on))
                .OrderBy(p => p.Name, StringComparer.CurrentCulture);
        }
    }

    private static NamedDimension Of(OwnDimension own, Text T) => new(
        own.Code, own.Names.In(T.Language.Code), [.. own.Members.All.Select(m => new NamedPart(m.Code, m.Name.In(T.Language.Code), m.IsRetired)), Unknown(T)], own.IsSensitive);

    // Rule I4 asks for it when parts do not reach their total (domain handbook §4.4).
    private static NamedPart Unknown(Text T) => new(StandardDimensions.Unknown, T["Unknown"]);
}
