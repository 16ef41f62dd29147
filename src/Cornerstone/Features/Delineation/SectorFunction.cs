using System.Text.RegularExpressions;
using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Delineation;

/// <summary>
/// Something a security sector does, such as criminal investigation. The catalogue all countries start from stands in the
/// shared layer; a country adds its own.
/// </summary>
public sealed partial class SectorFunction : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>"criminal-investigation".</summary>
    public required string Code { get; init; }

    public required int Position { get; set; }

    /// <summary>It watches, funds or commands the others: complaints, audit, approval of the budget.</summary>
    public bool IsOversight { get; set; }

    public required Wording Names { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Small letters, digits and hyphens, and no word that stands in addresses for something else.</summary>
    public static bool MayBeCode(string? code) => CodeForm().IsMatch(code ?? "") && code is not ("findings" or "functions" or "roles");

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.None, 1000)]
    private static partial Regex CodeForm();
}

/// <summary>A function of the catalogue that does not exist in this country: neither a gap nor counted.</summary>
public sealed class FunctionSetAside : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid FunctionId { get; init; }

    public required string Reason { get; init; }
}
