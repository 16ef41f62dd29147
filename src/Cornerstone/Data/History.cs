using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Data;

/// <summary>One line of a record's history: who did what, when, why, and which fields changed.</summary>
public sealed record HistoryLine(string Act, string Person, DateTimeOffset At, string? Reason, ChangeKind Kind, IReadOnlyList<FieldChange> Fields);

public static class HistoryQueries
{
    /// <summary>Records that were removed and belonged to another one, by the field that named it: a cost line by its node.</summary>
    public static async Task<List<Guid>> RemovedAsync(this AppDb db, string country, string field, Guid owner, CancellationToken ct)
    {
        var kept = JsonSerializer.Serialize(new[] { new { Field = field, From = owner.ToString() } });
        return await db.Changes.FromSql($"select * from journal.change where kind = 'Removed' and country = {country} and fields @> {kept}::jsonb")
            .AsNoTracking().Select(c => c.RecordId).ToListAsync(ct);
    }

    /// <summary>The history of one record, newest first. Row-level security hides what the reader may not see.</summary>
    public static Task<List<HistoryLine>> HistoryOfAsync(this AppDb db, Guid recordId, CancellationToken ct) => db.HistoryOfAllAsync([recordId], ct);

    /// <summary>The history of a record together with what belongs to it, newest first.</summary>
    public static Task<List<HistoryLine>> HistoryOfAllAsync(this AppDb db, IReadOnlyCollection<Guid> recordIds, CancellationToken ct) => (
        from change in db.Changes.AsNoTracking()
        join act in db.Acts on change.ActId equals act.Id
        join person in db.Users on act.PersonId equals person.Id
        where recordIds.Contains(change.RecordId)
        orderby act.At descending, act.Id descending, change.Id descending
        select new HistoryLine(act.Name, person.Name, act.At, act.Reason, change.Kind, change.Fields)).ToListAsync(ct);
}
