using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Regions;

/// <summary>A first or second level administrative area, by the country's own code and names.</summary>
public sealed class Region : IRecord, IVersioned
{
    public const int LongestCode = 24;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>What other rooms refer to it by.</summary>
    public required string Code { get; init; }

    public required Wording Names { get; set; }

    /// <summary>1 or 2.</summary>
    public required short Level { get; init; }

    /// <summary>The first-level region a second-level one lies in.</summary>
    public string? ParentCode { get; set; }

    /// <summary>Null until somebody uploads boundaries.</summary>
    public Outline? Outline { get; set; }

    /// <summary>Where the outline comes from, in the uploader's words.</summary>
    public string? BoundarySource { get; set; }

    public int Version { get; set; } = 1;

    IReadOnlyCollection<string> IRecord.LeftOutOfJournal { get; } = [nameof(Outline)];
}
