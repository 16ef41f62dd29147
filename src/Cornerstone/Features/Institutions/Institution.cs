using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Institutions;

/// <summary>What lasts of an institution through new names and new ministers; all else stands in its dated profiles.</summary>
public sealed class Institution : IRecord, IVersioned
{
    public const int LongestCode = 24;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>Short and for ever: "MOD", "POL-HQ".</summary>
    public required string Code { get; init; }

    public DateOnly? Established { get; set; }

    /// <summary>Its last day; what it was then stays on record.</summary>
    public DateOnly? Ended { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Closes the institution, for example because another took its place.</summary>
    public Refusal? End(DateOnly day)
    {
        if (Ended is { } ended)
        {
            return new Refusal("institutions.already-ended", Code, ended);
        }

        if (day < Established)
        {
            return new Refusal("institutions.ends-before-it-began", Code, Established);
        }

        (Ended, Version) = (day, Version + 1);
        return null;
    }
}
