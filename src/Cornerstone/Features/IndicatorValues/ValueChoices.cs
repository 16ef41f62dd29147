using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>What the form offers: indicators this person enters values of.</summary>
internal static class ValueChoices
{
    public static async Task<IReadOnlyList<SelectListItem>> IndicatorsAsync(AppDb db, CurrentReader current, DateOnly today, Text T, CancellationToken ct)
    {
        var refusal = await db.MayEnterAsync(current, today, ct);
        return [.. (await db.DefinedIndicatorsAsync(current.Workspace!.Code, ct))
            .Where(d => refusal(d) is null)
            .Select(d => new SelectListItem($"{d.Indicator.Code} {d.Definition.Name.In(T.Language.Code)}", d.Indicator.Id.ToString()))];
    }
}
