using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.OversightActivities;

/// <summary>Institutions by name: those that may be chosen today, and every one a past activity names.</summary>
public sealed record Overseers(IReadOnlyDictionary<Guid, Wording> Names, IReadOnlyList<SelectListItem> Bodies, IReadOnlyList<SelectListItem> Institutions)
{
    public static async Task<Overseers> ReadAsync(AppDb db, string country, DateOnly today, Text T, CancellationToken ct)
    {
        var names = await db.InstitutionNamesAsync(country, today, ct);
        var current = (await db.InstitutionsOnAsync(country, today, ct)).OrderBy(i => i.Names.In(T.Language.Code), StringComparer.CurrentCulture).ToList();
        SelectListItem Choice(InstitutionOn i) => new(i.Names.In(T.Language.Code), i.Id.ToString());

        // Overseers first, and all others after them: in some countries a ministry inspects.
        bool Oversees(InstitutionOn i) => i.Component == nameof(Component.OVS) || i.AlsoComponents.Contains(nameof(Component.OVS));
        return new(names, [.. current.OrderByDescending(Oversees).Select(Choice)], [.. current.Select(Choice)]);
    }
}
