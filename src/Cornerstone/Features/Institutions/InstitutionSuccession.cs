using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Institutions;

public enum SuccessionKind
{
    /// <summary>Several became one, or one was taken into another.</summary>
    Merged,

    /// <summary>One became several.</summary>
    Split,

    /// <summary>One took the place of another.</summary>
    Replaced,
}

/// <summary>Who took over from whom, and on which day the successor began.</summary>
public sealed class InstitutionSuccession : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid FromId { get; init; }

    public required Guid ToId { get; init; }

    /// <summary>First day of the new order.</summary>
    public required DateOnly Day { get; init; }

    public required SuccessionKind Kind { get; init; }

    public string? Note { get; init; }
}
