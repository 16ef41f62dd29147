using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Instruments;

/// <summary>The lists an instrument's forms and pages name things from: institutions, components, regions.</summary>
public sealed record InstrumentChoices(
    IReadOnlyDictionary<Guid, Wording> Institutions, IReadOnlyList<SelectListItem> Current, IReadOnlyList<SelectListItem> Components, IReadOnlyList<RegionName> Regions, Text T)
{
    public IEnumerable<SelectListItem> RegionItems => Regions.Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code));

    /// <summary>For each region its first-level region.</summary>
    public IReadOnlyDictionary<string, string> FirstLevel => Regions.ToDictionary(r => r.Code, r => r.ParentCode ?? r.Code);

    public string RegionName(string? code) => code is null ? T["Whole country"] : Regions.FirstOrDefault(r => r.Code == code)?.Names.In(T.Language.Code) ?? code;

    public string RegionNames(IEnumerable<string> codes) => string.Join(T[", "], codes.Select(RegionName));

    // A code that left the list is still shown, as it was written.
    public string ComponentNames(IEnumerable<string> codes) => string.Join(T[", "], codes.Select(c => Components.FirstOrDefault(i => i.Value == c)?.Text ?? c));

    public static async Task<InstrumentChoices> ReadAsync(AppDb db, string country, DateOnly today, Text T, CancellationToken ct)
    {
        var names = await db.InstitutionNamesAsync(country, today, ct);
        var current = await db.InstitutionsOnAsync(country, today, ct);
        var components = await db.ComponentsAsync(country, ct);
        return new(
            names,
            [.. current.Select(i => new SelectListItem(i.Names.In(T.Language.Code), i.Id.ToString())).OrderBy(i => i.Text, StringComparer.CurrentCulture)],
            [.. components.Select(c => new SelectListItem(T.NameOf(c), c.Code))],
            await db.RegionsAsync(country, ct),
            T);
    }
}
