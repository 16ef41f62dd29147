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

/// <summary>A component the country adds to the closed list (S/RES/2553 (2020), preambular para. 21).</summary>
public sealed class NationalComponent : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required string Code { get; init; }

    public required Wording Names { get; set; }
}

/// <summary>A person who speaks for an institution, for a term.</summary>
public sealed class FocalPoint : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required DateOnly FromDay { get; init; }

    /// <summary>The last day, included; null while the term runs.</summary>
    public DateOnly? UntilDay { get; set; }
}
