using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>What money is spent on (domain handbook §3.3).</summary>
public enum EconomicType
{
    Wages,
    GoodsAndServices,
    Capital,
    Transfers,
}

/// <summary>What a node costs in one fiscal year for one type of spending. No row means unknown, which is not zero.</summary>
public sealed class PlanCost : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid VersionId { get; init; }

    public required Guid NodeId { get; init; }

    /// <summary>The year as the country labels it.</summary>
    public required int FiscalYear { get; init; }

    public required EconomicType EconomicType { get; init; }

    public required decimal Amount { get; set; }

    public required Currency Currency { get; init; }

    public Money Money() => new(Amount, Currency);
}

public enum FundingKind
{
    /// <summary>The state's own budget.</summary>
    National,

    /// <summary>A firm commitment of somebody else; what is only announced is none.</summary>
    Commitment,
}

/// <summary>Money that is there for a node in one fiscal year, from one source.</summary>
public sealed class PlanFunding : IRecord
{
    public const int LongestSource = 200;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid VersionId { get; init; }

    public required Guid NodeId { get; init; }

    public required FundingKind Kind { get; init; }

    public required string Source { get; init; }

    public required int FiscalYear { get; init; }

    public required decimal Amount { get; set; }

    public required Currency Currency { get; init; }

    public Money Money() => new(Amount, Currency);
}
