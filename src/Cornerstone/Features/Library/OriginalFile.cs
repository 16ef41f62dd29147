using Cornerstone.Values;

namespace Cornerstone.Features.Library;

/// <summary>The file a document came in, byte for byte.</summary>
public sealed class OriginalFile
{
    public required Guid DocumentId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>Cleaned of paths, control characters and direction marks; offered as the name of a download, never used on a disk.</summary>
    public required string Name { get; init; }

    public required string MediaType { get; init; }

    public required byte[] Sha256 { get; init; }

    public required int Length { get; init; }

    public required byte[] Bytes { get; init; }
}
