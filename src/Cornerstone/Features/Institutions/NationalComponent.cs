using System.Text.RegularExpressions;
using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Institutions;

/// <summary>A component the country adds to the closed list (S/RES/2553 (2020), preambular para. 21). Its code stays for ever.</summary>
public sealed partial class NationalComponent : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required string Code { get; init; }

    public required Wording Names { get; set; }

    /// <summary>The component of the closed list it falls under; null only for those recorded before this was asked.</summary>
    public Component? Parent { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Whether a country may use the code for a component of its own: two to eight letters, none of the closed list.</summary>
    public static Refusal? MayBeCode(string? code) =>
        !CodeForm().IsMatch(code ?? "") ? new Refusal("institutions.component-code")
        : Enum.TryParse<Component>(code, out _) ? new Refusal("institutions.component-of-the-list", code!)
        : null;

    [GeneratedRegex("^[A-Z]{2,8}$", RegexOptions.None, 1000)]
    private static partial Regex CodeForm();
}
