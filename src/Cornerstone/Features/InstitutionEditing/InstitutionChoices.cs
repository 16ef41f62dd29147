using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.InstitutionEditing;

/// <summary>What the form of an institution offers: components, the institutions of a day, regions.</summary>
public sealed record InstitutionChoices(IReadOnlyList<ComponentName> Components, IReadOnlyList<InstitutionOn> Institutions, IReadOnlyList<RegionName> Regions)
{
    public static async Task<InstitutionChoices> ReadAsync(AppDb db, string country, DateOnly day, Guid? except, CancellationToken ct) => new(
        await db.ComponentsAsync(country, ct),
        [.. (await db.InstitutionsOnAsync(country, day, ct)).Where(i => i.Id != except)],
        await db.RegionsAsync(country, ct));

    public IEnumerable<SelectListItem> ComponentItems(Text T) => Components.Select(c => new SelectListItem($"{c.Code} – {T.NameOf(c)}", c.Code));

    public IEnumerable<SelectListItem> InstitutionItems(Text T) => Institutions
        .Select(i => new SelectListItem(i.Names.In(T.Language.Code), i.Id.ToString())).OrderBy(i => i.Text, StringComparer.CurrentCulture);

    public IEnumerable<SelectListItem> RegionItems(Text T) => Regions.Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code));

    public static IEnumerable<SelectListItem> Types(Text T) => Enum.GetValues<InstitutionType>().Select(t => new SelectListItem(T.Of(t), t.ToString()));

    public static IEnumerable<SelectListItem> Powers(Text T) => Enum.GetValues<Power>().Select(p => new SelectListItem(T.Of(p), p.ToString()));

    public static IEnumerable<SelectListItem> Levels(Text T) => Enum.GetValues<Classification>().Select(c => new SelectListItem(T.Of(c), c.ToString()));
}
