using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>What the form offers: indicators of this person, and the codes of each dimension the card asks for.</summary>
internal static class ValueChoices
{
    public static async Task<IReadOnlyList<SelectListItem>> IndicatorsAsync(AppDb db, CurrentReader current, DateOnly today, Text T, CancellationToken ct)
    {
        var refusal = await db.MayEnterAsync(current, today, ct);
        return [.. (await db.DefinedIndicatorsAsync(current.Workspace!.Code, ct))
            .Where(d => refusal(d) is null)
            .Select(d => new SelectListItem($"{d.Indicator.Code} {d.Definition.Name.In(T.Language.Code)}", d.Indicator.Id.ToString()))];
    }

    /// <summary>Dimensions of the card and of the value itself; region is the area and stands apart.</summary>
    public static async Task<IReadOnlyList<(string Dimension, string Label, IReadOnlyList<SelectListItem> Codes)>> DimensionsAsync(
        AppDb db, DefinedIndicator defined, ValueForm form, DateOnly today, Text T, CancellationToken ct)
    {
        var country = defined.Indicator.Country;
        var own = await db.OwnDimensions.AsNoTracking().Where(d => d.Country == country).ToDictionaryAsync(d => d.Code, ct);
        var found = new List<(string, string, IReadOnlyList<SelectListItem>)>();
        foreach (var dimension in defined.Definition.Disaggregations.Concat(form.Parts.Keys).Where(d => d != "region").Distinct())
        {
            found.Add(dimension switch
            {
                "institution" => (dimension, T["Institution"], [.. (await db.InstitutionsOnAsync(country, today, ct)).Select(i => new SelectListItem(i.Names.In(T.Language.Code), i.Code)), new(T["Unknown"], StandardDimensions.Unknown)]),
                _ when StandardDimensions.Of(dimension) is { } standard => (dimension, T[standard.Name], [.. standard.Parts.Select(p => new SelectListItem(T[p.Name], p.Code))]),
                _ when own.TryGetValue(dimension, out var named) => (dimension, named.Names.In(T.Language.Code), Codes(named.Codes.Where(c => c != StandardDimensions.Unknown), T)),
                _ => (dimension, dimension, Codes([], T)),
            });
        }

        return found;
    }

    // "Unknown" is a part of every dimension: rule I4 asks for it when parts do not reach their total.
    private static IReadOnlyList<SelectListItem> Codes(IEnumerable<string> codes, Text T) =>
        [.. codes.Select(c => new SelectListItem(c, c)), new(T["Unknown"], StandardDimensions.Unknown)];
}
