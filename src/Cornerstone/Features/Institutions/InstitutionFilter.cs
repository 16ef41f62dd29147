using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.Institutions;

/// <summary>What the list of institutions is narrowed to; all of it stands in the address.</summary>
public sealed record InstitutionFilter
{
    public string? Name { get; init; }

    public string? Component { get; init; }

    public InstitutionType? Type { get; init; }

    public string? Region { get; init; }

    /// <summary>Powers over people, and nobody from outside who watches (rule R7).</summary>
    public bool Unwatched { get; init; }

    /// <summary>The day the list is as on; null is today.</summary>
    public DateOnly? On { get; init; }

    public bool IsNarrow => Name is not null || Component is not null || Type is not null || Region is not null || Unwatched || On is not null;

    public bool Admits(InstitutionOn institution, LinesOfCommand lines, ComponentFamilies families) =>
        (string.IsNullOrWhiteSpace(Name) || Says(institution, Name.Trim()))
        && (Component is null || institution.IsOf(Component, families))
        && (Type is null || institution.Type == Type)
        && (Region is null || institution.Territory.Count == 0 || institution.Territory.Contains(Region))
        && (!Unwatched || (institution.NeedsOversight && lines.ExternalOversightOf(institution).Count == 0));

    public string AddressOn(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["name"] = Name,
        ["component"] = Component,
        ["type"] = Type?.ToString(),
        ["region"] = Region,
        ["unwatched"] = Unwatched ? "true" : null,
        ["on"] = On?.ToString("O", CultureInfo.InvariantCulture),
    });

    // Accents and case do not matter to somebody who looks for a name.
    private static bool Says(InstitutionOn institution, string asked) => institution.Names.Texts.Values.Append(institution.Code)
        .Any(text => CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, asked, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
}
