using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Commitments;

/// <summary>What shows that an obligation was met, or how far: a document of the library, a paragraph of it, or a note.</summary>
public sealed class Evidence : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ObligationId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public Guid? DocumentId { get; init; }

    /// <summary>The paragraph that shows it, "para/12"; null for the whole document.</summary>
    public string? ProvisionPath { get; init; }

    public string? Note { get; init; }

    /// <summary>The day on which what was asked was delivered; null when this only supports the account.</summary>
    public DateOnly? DeliveredOn { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
