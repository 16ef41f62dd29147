using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>One import of many values: the journal holds it once, and each value points to it.</summary>
public sealed class SeriesImport : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public string? FileName { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }

    public required Guid ImportedBy { get; init; }

    public int Added { get; set; }

    public int Changed { get; set; }
}
