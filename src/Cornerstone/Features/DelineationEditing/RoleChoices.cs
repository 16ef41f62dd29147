using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.DelineationEditing;

/// <summary>What the form of a role offers.</summary>
public sealed record RoleChoices(IReadOnlyList<InstitutionOn> Institutions, IReadOnlyList<RegionName> Regions, IReadOnlyList<CitedLaw> Laws)
{
    public static async Task<RoleChoices> ReadAsync(AppDb db, string country, DateOnly day, IEnumerable<ILawsInForce> tracker, CancellationToken ct) => new(
        await db.InstitutionsOnAsync(country, day, ct),
        await db.RegionsAsync(country, ct),
        tracker.FirstOrDefault() is { } laws ? await laws.OnAsync(country, day, ct) : []);

    public IEnumerable<SelectListItem> InstitutionItems(Text T) => Institutions
        .Select(i => new SelectListItem(i.Names.In(T.Language.Code), i.Id.ToString())).OrderBy(i => i.Text, StringComparer.CurrentCulture);

    public IEnumerable<SelectListItem> RegionItems(Text T) => Regions.Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code));

    public IEnumerable<SelectListItem> LawItems() => Laws.Select(l => new SelectListItem(l.Name, l.Id.ToString())).OrderBy(l => l.Text, StringComparer.CurrentCulture);

    public static IEnumerable<SelectListItem> Roles(Text T) => Enum.GetValues<RoleInFunction>().Select(r => new SelectListItem($"{r} – {T.Of(r)}", r.ToString()));

    public static IEnumerable<SelectListItem> Standings(Text T) => Enum.GetValues<Standing>().Select(s => new SelectListItem(T.Of(s), s.ToString()));
}
