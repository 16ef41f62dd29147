using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Data;

/// <summary>One line of a record's history: who did what, when, why, and which fields changed.</summary>
public sealed record HistoryLine(string Act, string Person, DateTimeOffset At, string? Reason, ChangeKind Kind, IReadOnlyList<FieldChange> Fields);

public static class HistoryQueries
{
    /// <summary>The history of one record, newest first. Row-level security hides what the reader may not see.</summary>
    public static Task<List<HistoryLine>> HistoryOfAsync(this AppDb db, Guid recordId, CancellationToken ct) => (
        from change in db.Changes.AsNoTracking()
        join act in db.Acts on change.ActId equals act.Id
        join person in db.Users on act.PersonId equals person.Id
        where change.RecordId == recordId
        orderby act.At descending, change.Id descending
        select new HistoryLine(act.Name, person.Name, act.At, act.Reason, change.Kind, change.Fields)).ToListAsync(ct);
}
