using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Values;

namespace Cornerstone.Features.Delineation;

/// <summary>Everything the pages of the matrix read, once.</summary>
/// <param name="Names">Names by id, institutions that are no more included.</param>
public sealed record DelineationReading(DelineationPicture Picture, LinesOfCommand Lines, IReadOnlyList<RegionName> Regions, IReadOnlyDictionary<Guid, Wording> Names)
{
    public static async Task<DelineationReading> ReadAsync(AppDb db, string country, string? territory, DateOnly day, IEnumerable<ILawsInForce> tracker, CancellationToken ct)
    {
        var lines = new LinesOfCommand(await db.InstitutionsOnAsync(country, day, ct));
        var regions = await db.RegionsAsync(country, ct);
        IReadOnlyList<CitedLaw>? laws = tracker.FirstOrDefault() is { } tracked ? await tracked.OnAsync(country, day, ct) : null;
        var place = regions.Exists(r => r.Code == territory) ? territory : null;
        var picture = new DelineationPicture(place, await db.FunctionsAsync(country, ct), await db.AssignmentsOnAsync(country, day, ct), lines, regions, laws);
        return new(picture, lines, regions, await db.InstitutionNamesAsync(country, day, ct));
    }

    public string NameOf(Guid institution, string language) => Names.GetValueOrDefault(institution)?.In(language) ?? "?";
}
