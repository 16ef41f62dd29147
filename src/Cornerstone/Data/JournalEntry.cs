namespace Cornerstone.Data;

/// <summary>One act as the journal keeps it. Append-only: the application's role may not change or delete it.</summary>
public sealed class JournalAct
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required string Country { get; init; }

    public required Guid PersonId { get; init; }

    public required DateTimeOffset At { get; init; }

    public string? Reason { get; init; }
}

public enum ChangeKind
{
    Added,
    Changed,
    Removed,

    /// <summary>Of the sealed store: shown to somebody, and nothing changed.</summary>
    Read,
}

/// <summary>What one act did to one record, field by field.</summary>
public sealed class JournalChange
{
    public required Guid Id { get; init; }

    public required Guid ActId { get; init; }

    public required string RecordType { get; init; }

    public required Guid RecordId { get; init; }

    public required ChangeKind Kind { get; init; }

    public required string Country { get; init; }

    public required Values.Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required IReadOnlyList<FieldChange> Fields { get; init; }
}

/// <summary>A field before and after, as text; null is "nothing recorded".</summary>
public sealed record FieldChange(string Field, string? From, string? To);
