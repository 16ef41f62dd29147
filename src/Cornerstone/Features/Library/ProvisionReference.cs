using Cornerstone.Texts;
using Cornerstone.Values;

namespace Cornerstone.Features.Library;

/// <summary>A mention of another document in a provision; its target is found by name when it is read.</summary>
public sealed class ProvisionReference
{
    public required Guid ProvisionId { get; init; }

    public required short Ordinal { get; init; }

    public required Guid DocumentId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    /// <summary>Exactly as the text has it: "2151 (2014)".</summary>
    public required string Written { get; init; }

    public string? Symbol { get; init; }

    /// <summary>The symbol its target is looked up by; the Council's half of a joint symbol.</summary>
    public string? Sought { get; init; }

    public required ReferenceStatus Status { get; init; }

    /// <summary>Offset of the written form in the provision's text.</summary>
    public required int Start { get; init; }
}
