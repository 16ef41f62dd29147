using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Legislation;

/// <summary>The lists a law's forms and pages name things from: institutions, components, functions.</summary>
public sealed record LawChoices(IReadOnlyDictionary<Guid, Wording> Institutions, IReadOnlyList<SelectListItem> Current, IReadOnlyList<SelectListItem> Components, IReadOnlyList<SelectListItem> Functions)
{
    public string ComponentNames(IEnumerable<string> codes, Text T) => Named(codes, Components, T);

    public string FunctionNames(IEnumerable<string> codes, Text T) => Named(codes, Functions, T);

    // A code that left the list is still shown, as it was written.
    private static string Named(IEnumerable<string> codes, IReadOnlyList<SelectListItem> list, Text T) =>
        string.Join(T[", "], codes.Select(c => list.FirstOrDefault(i => i.Value == c)?.Text ?? c));

    public static async Task<LawChoices> ReadAsync(AppDb db, string country, DateOnly today, Text T, CancellationToken ct)
    {
        var names = await db.InstitutionNamesAsync(country, today, ct);
        var current = await db.InstitutionsOnAsync(country, today, ct);
        var components = await db.ComponentsAsync(country, ct);
        var functions = await db.FunctionsAsync(country, ct);
        return new(
            names,
            [.. current.Select(i => new SelectListItem(i.Names.In(T.Language.Code), i.Id.ToString())).OrderBy(i => i.Text, StringComparer.CurrentCulture)],
            [.. components.Select(c => new SelectListItem(T.NameOf(c), c.Code))],
            [.. functions.Select(f => new SelectListItem(f.Names.In(T.Language.Code), f.Code))]);
    }
}
