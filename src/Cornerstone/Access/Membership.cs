using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Access;

/// <summary>One person's role in one country's workspace, and how far they may read there.</summary>
public sealed class Membership : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    public required string Country { get; init; }

    public required Role Role { get; init; }

    /// <summary>The highest classification this membership opens.</summary>
    public required Classification Clearance { get; init; }

    public required DateTimeOffset GrantedAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    Classification IRecord.Classification => Classification.Government;
}
