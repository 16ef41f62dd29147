using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>A dimension of the country's own, beside the standard ones.</summary>
public sealed class OwnDimension : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; } = Classification.Public;

    /// <summary>The key in a point's dimensions: "unit-type".</summary>
    public required string Code { get; init; }

    public required Wording Names { get; set; }

    /// <summary>Its parts, as they stand in a point; "unknown" is always one of them.</summary>
    public List<string> Codes { get; set; } = [];

    /// <summary>Community, ethnicity and the like: off unless somebody turns it on, never beside names.</summary>
    public bool IsSensitive { get; set; }

    public int Version { get; set; } = 1;
}
