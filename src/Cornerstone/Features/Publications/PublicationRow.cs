using Cornerstone.Data;
using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Features.Publications;

/// <summary>One row as it will stand in the published store, the record it comes from, and why it tells nothing where it does not.</summary>
public sealed class PublicationRow : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PublicationId { get; init; }

    public required string Country { get; init; }

    public Classification Classification { get; init; } = Classification.Government;

    public Guid? Compartment { get; init; }

    public required int Position { get; init; }

    public required SubjectKind Kind { get; init; }

    public required string Key { get; init; }

    public required string IntoTable { get; init; }

    public required string Row { get; init; }

    public required string SourceTable { get; init; }

    public required Guid SourceId { get; init; }

    /// <summary>Of a line of an activity's money: the transaction or planned amount it comes from.</summary>
    public Guid? LineId { get; init; }

    public required RowTelling Telling { get; init; }

    /// <summary>Between which ends a reader of everything told could bound it.</summary>
    public long? CouldBeLeast { get; init; }

    public long? CouldBeMost { get; init; }
}
