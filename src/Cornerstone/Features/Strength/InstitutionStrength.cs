using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Strength;

public enum StrengthKind
{
    /// <summary>Posts the law or the budget allows.</summary>
    Authorised,

    /// <summary>People who serve.</summary>
    Actual,
}

public enum StrengthSex
{
    /// <summary>A total as it was reported.</summary>
    All,
    Women,
    Men,
    Unknown,
}

/// <summary>Levels national ranks are mapped to once. Domain handbook §10.2.</summary>
public enum RankLevel
{
    All,
    L1,
    L2,
    L3,
    L4,
    L5,
    L6,
    L7,
    CIV,
}

/// <summary>How many people, on a day, in one cell of sex, rank level and age band; "All" stands for a total as reported.</summary>
public sealed class InstitutionStrength : IRecord
{
    public const string AllAges = "All";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid InstitutionId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required DateOnly AsAt { get; init; }

    public required StrengthKind Kind { get; init; }

    public StrengthSex Sex { get; init; }

    public RankLevel RankLevel { get; init; }

    /// <summary>"18-29" as the country counts, or "All".</summary>
    public string AgeBand { get; init; } = AllAges;

    public required int People { get; set; }

    public string? Source { get; set; }

    public bool IsAnyAge => AgeBand == AllAges;
}
