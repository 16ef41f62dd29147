using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>A country's plan for its security sector; what it says stands in its versions.</summary>
public sealed class NationalPlan : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required Wording Title { get; set; }

    /// <summary>What new amounts are written in; each amount carries its own currency.</summary>
    public required Currency Currency { get; set; }

    public short FiscalYearStartMonth { get; set; } = 1;

    public short FiscalYearStartDay { get; set; } = 1;

    public int Version { get; set; } = 1;
}
