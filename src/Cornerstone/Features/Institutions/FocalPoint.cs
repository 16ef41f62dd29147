using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Institutions;

/// <summary>A person who speaks for an institution, for a term.</summary>
public sealed class FocalPoint : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required Guid PersonId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required DateOnly FromDay { get; init; }

    /// <summary>The last day, included; null while the term runs.</summary>
    public DateOnly? UntilDay { get; set; }
}
