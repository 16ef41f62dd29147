using Cornerstone.Data;
using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Features.Publications;

/// <summary>Whether a number is told, and if not, why not: for those who approve, never for the public.</summary>
public enum RowTelling
{
    Told,
    TooFew,
    WouldGiveAway,
    TableWithheld,

    /// <summary>A share without the numbers behind it, or a number that is no whole number of people: nobody can tell how few it is about.</summary>
    NotChecked,
}

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

    public required RowTelling Telling { get; init; }

    /// <summary>Between which ends a reader of everything told could bound it.</summary>
    public long? CouldBeLeast { get; init; }

    public long? CouldBeMost { get; init; }
}

/// <summary>A row in the making: what will be told, from which record.</summary>
internal sealed record DraftRow(PublishedRow Row, string SourceTable, Guid SourceId, RowTelling Telling = RowTelling.Told, (long Least, long? Most)? CouldBe = null)
{
    public string IntoTable => Row switch
    {
        Subject => "subject",
        PublishedIndicator => "indicator",
        PublishedValue => "indicator_value",
        PublishedTarget => "indicator_target",
        PublishedPlanNode => "plan_node",
        _ => throw new InvalidOperationException($"{Row.GetType().Name} has no table."),
    };
}

/// <summary>One thing with all its rows, its own line first.</summary>
internal sealed record DraftSubject(SubjectKind Kind, string Key, IReadOnlyList<DraftRow> Rows);
