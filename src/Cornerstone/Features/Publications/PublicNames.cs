using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Publications;

/// <summary>
/// Names of regions, parts and components in every language, from public records alone, whoever proposes: a name that is not public
/// shows as its code, which stands in the value.
/// </summary>
internal sealed class PublicNames
{
    private readonly Dictionary<string, Wording> components;
    private readonly Dictionary<(string Dimension, string Code), Wording> parts = [];
    private readonly Text T;

    private PublicNames(IEnumerable<Region> regions, IEnumerable<NationalComponent> components, IEnumerable<OwnDimension> own, Text T)
    {
        this.T = T;
        Regions = regions.ToDictionary(r => r.Code);
        this.components = components.ToDictionary(c => c.Code, c => c.Names);
        foreach (var (dimension, part) in StandardDimensions.All.SelectMany(d => d.Parts, (d, p) => (d, p)))
        {
            parts[(dimension.Key, part.Code)] = Text.InEach(() => T[part.Name]);
        }

        foreach (var (dimension, member) in own.SelectMany(d => d.Members.All, (d, m) => (d, m)))
        {
            parts[(dimension.Code, member.Code)] = member.Name;
        }
    }

    public IReadOnlyDictionary<string, Region> Regions { get; }

    public static async Task<PublicNames> OfAsync(AppDb db, string country, Text T, CancellationToken ct) => new(
        await db.Regions.AsNoTracking().Where(r => r.Country == country && r.Classification == Classification.Public && r.Compartment == null).ToListAsync(ct),
        await db.NationalComponents.AsNoTracking().Where(c => c.Country == country && c.Classification == Classification.Public && c.Compartment == null).ToListAsync(ct),
        await db.OwnDimensions.AsNoTracking().Where(d => d.Country == country && d.Classification == Classification.Public).ToListAsync(ct),
        T);

    public Wording? Area(string code) => code.Length == 0 ? null : Regions.TryGetValue(code, out var region) ? region.Names : Wording.Of("en", code);

    public Wording? Part(DimensionKey key) => key.IsAll ? null : Text.InEach(() =>
        string.Join(T[", "], key.Parts.Select(p => parts.TryGetValue((p.Key, p.Value), out var name) ? name.In(T.Language.Code) : p.Value)));

    public Wording Component(string code) => components.GetValueOrDefault(code)
        ?? (Enum.TryParse<Component>(code, out var listed) ? Text.InEach(() => T.Of(listed)) : Wording.Of("en", code));

    /// <summary>What institutions were called on a day.</summary>
    public static async Task<Dictionary<Guid, Wording>> InstitutionsAsync(AppDb db, string country, DateOnly day, CancellationToken ct) => (await (
            from profile in db.InstitutionProfiles.AsNoTracking()
            join institution in db.Institutions on profile.InstitutionId equals institution.Id
            where profile.Country == country && institution.Classification == Classification.Public && institution.Compartment == null
                && profile.Classification == Classification.Public && profile.Compartment == null
                && profile.ValidFrom <= day && (profile.ValidUntil == null || profile.ValidUntil >= day)
            select new { profile.InstitutionId, profile.Names }).ToListAsync(ct))
        .DistinctBy(p => p.InstitutionId).ToDictionary(p => p.InstitutionId, p => p.Names);
}
