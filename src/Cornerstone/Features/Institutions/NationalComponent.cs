using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Institutions;

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
