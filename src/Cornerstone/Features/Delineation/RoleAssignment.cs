using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Delineation;

public enum RoleInFunction
{
    /// <summary>Accountable: answers for it, alone.</summary>
    A,

    /// <summary>Responsible: does it.</summary>
    R,

    /// <summary>Consulted before.</summary>
    C,

    /// <summary>Informed after.</summary>
    I,
}

public enum Standing
{
    /// <summary>Settled between institutions, or by law. The database allows one accountable institution at a time.</summary>
    Agreed,

    /// <summary>What one institution says of itself; claims may clash, and clashes are what the overlap rate counts.</summary>
    Claimed,
}

/// <summary>One cell of the matrix: what an institution is to a function, where, on which basis, from when to when.</summary>
public sealed class RoleAssignment : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required Guid FunctionId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required RoleInFunction Role { get; set; }

    /// <summary>Code of a region; null is the whole country.</summary>
    public string? Territory { get; set; }

    /// <summary>Law or decree and article, in words.</summary>
    public string? LegalBasis { get; set; }

    /// <summary>The law in the country's law tracker.</summary>
    public Guid? LawId { get; set; }

    /// <summary>Done without a legal basis, and known to be so.</summary>
    public bool DeFacto { get; set; }

    /// <summary>"military aid to civil power on request".</summary>
    public string? Conditions { get; set; }

    /// <summary>How it works with others who do the same: a lead, a joint command, a boundary.</summary>
    public string? CoordinationRule { get; set; }

    public required DateOnly ValidFrom { get; set; }

    /// <summary>The last day, included; null while it holds.</summary>
    public DateOnly? ValidUntil { get; set; }

    public Standing Standing { get; set; }

    public int Version { get; set; } = 1;

    public bool HasLegalBasis => LawId is not null || !string.IsNullOrWhiteSpace(LegalBasis);

    public bool HoldsOn(DateOnly day) => ValidFrom <= day && (ValidUntil is null || day <= ValidUntil);

    public bool Overlaps(RoleAssignment other) => ValidFrom <= (other.ValidUntil ?? DateOnly.MaxValue) && other.ValidFrom <= (ValidUntil ?? DateOnly.MaxValue);
}
