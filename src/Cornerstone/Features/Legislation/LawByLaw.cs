using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Legislation;

/// <summary>A decree or regulation without which an article of the law cannot be applied; missing until it is adopted.</summary>
public sealed class LawByLaw : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LawId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required string What { get; set; }

    /// <summary>The article that calls for it.</summary>
    public string? Article { get; set; }

    public DateOnly? DueOn { get; set; }

    public DateOnly? AdoptedOn { get; set; }

    public string? Reference { get; set; }

    public int Version { get; set; } = 1;

    public bool IsMissing => AdoptedOn is null;

    public bool IsOverdue(DateOnly today) => IsMissing && DueOn < today;

    public Refusal? Adopt(DateOnly on, string? reference, DateOnly today)
    {
        if (on > today)
        {
            return new Refusal("legislation.step-in-future");
        }

        (AdoptedOn, Reference) = (on, reference ?? Reference);
        Version++;
        return null;
    }
}
