using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Indicators;

/// <summary>The lists a card's form names things from.</summary>
public sealed record CardChoices(
    IReadOnlyList<SelectListItem> Components, IReadOnlyList<SelectListItem> Institutions, IReadOnlyList<SelectListItem> Dimensions, IReadOnlyList<SelectListItem> Nodes)
{
    public static async Task<CardChoices> ReadAsync(AppDb db, string country, DateOnly today, Text T, CancellationToken ct)
    {
        var language = T.Language.Code;
        var own = await db.OwnDimensions.AsNoTracking().Where(d => d.Country == country).OrderBy(d => d.Code).ToListAsync(ct);
        return new(
            [.. (await db.ComponentsAsync(country, ct)).Select(c => new SelectListItem(T.NameOf(c), c.Code))],
            [.. (await db.InstitutionsOnAsync(country, today, ct)).Select(i => new SelectListItem(i.Names.In(language), i.Id.ToString())).OrderBy(i => i.Text, StringComparer.CurrentCulture)],
            [
                .. StandardDimensions.All.Select(d => new SelectListItem(T[d.Name], d.Key)),
                new SelectListItem(T["Region"], "region"),
                .. own.Select(d => new SelectListItem(d.Names.In(language), d.Code)),
            ],
            await NodesAsync(db, country, language, ct));
    }

    public static IEnumerable<SelectListItem> Of<TCode>(Text T)
        where TCode : struct, Enum => Enum.GetValues<TCode>().Select(c => new SelectListItem(T.WordOf(c), c.ToString()));

    // A vision or a mere activity is not measured by an indicator of its own.
    private static async Task<IReadOnlyList<SelectListItem>> NodesAsync(AppDb db, string country, string language, CancellationToken ct) =>
        await db.PlanInForceAsync(country, ct) is not { } plan ? [] : [.. (await db.NodesOfAsync(plan.Version.Id, ct))
            .Where(n => n.Level is PlanLevel.Goal or PlanLevel.Outcome or PlanLevel.Output)
            .OrderBy(n => n.Code, StringComparer.Ordinal)
            .Select(n => new SelectListItem($"{n.Code} {n.Title.In(language)}", n.Lineage.ToString()))];
}
