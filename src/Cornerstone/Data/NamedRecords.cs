using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Cornerstone.Data;

/// <summary>A save names a record the reader does not see, or one that is not there: the two are told apart by nothing.</summary>
public sealed class UnknownRecordException() : Exception("What is saved names a record that is not there.");

/// <summary>
/// A foreign key accepts every record that exists, the hidden ones too, and so would tell which do. Before a save, what it newly
/// names is looked for as the reader.
/// </summary>
internal static class NamedRecords
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<(string Table, string Column), string>> Known = [];

    /// <exception cref="UnknownRecordException">A record named is hidden, or is none.</exception>
    public static async Task CheckAsync(AppDb db, CancellationToken ct)
    {
        var changed = db.ChangeTracker.Entries<IRecord>().Where(e => e.State is EntityState.Added or EntityState.Modified).ToList();
        if (changed.Count == 0)
        {
            return;
        }

        var (keys, own) = (await KeysAsync(db, ct), db.ChangeTracker.Entries<IRecord>().Select(e => e.Entity.Id).ToHashSet());
        foreach (var (table, ids) in changed.SelectMany(e => NewlyNamed(e, keys)).Where(n => !own.Contains(n.Id)).GroupBy(n => n.Table, n => n.Id).Select(g => (g.Key, g.Distinct().ToArray())))
        {
            var seen = await db.Database.SqlQuery<Guid>($"select s as \"Value\" from work.seen_among({table}, {ids}) s").ToListAsync(ct);
            if (seen.Count < ids.Length)
            {
                throw new UnknownRecordException();
            }
        }
    }

    private static IEnumerable<(string Table, Guid Id)> NewlyNamed(EntityEntry<IRecord> entry, IReadOnlyDictionary<(string Table, string Column), string> keys)
    {
        if (entry.Metadata.GetTableName() is not { } table || entry.Metadata.GetSchema() != "work")
        {
            yield break;
        }

        foreach (var property in entry.Properties.Where(p => p.CurrentValue is Guid && (entry.State == EntityState.Added || p.IsModified)))
        {
            if (keys.TryGetValue((table, property.Metadata.GetColumnName()), out var target))
            {
                yield return (target, (Guid)property.CurrentValue!);
            }
        }
    }

    // The same in every database of one schema: asked once for each.
    private static async Task<IReadOnlyDictionary<(string Table, string Column), string>> KeysAsync(AppDb db, CancellationToken ct)
    {
        var name = db.Database.GetDbConnection().Database;
        if (Known.TryGetValue(name, out var keys))
        {
            return keys;
        }

        var found = await db.Database.SqlQuery<string>($"""
            select r.relname || ' ' || a.attname || ' ' || t.relname as "Value"
            from pg_constraint c
            join pg_class r on r.oid = c.conrelid
            join pg_class t on t.oid = c.confrelid and t.relnamespace = 'work'::regnamespace
            cross join unnest(c.conkey, c.confkey) as k (mine, theirs)
            join pg_attribute a on a.attrelid = r.oid and a.attnum = k.mine
            join pg_attribute b on b.attrelid = t.oid and b.attnum = k.theirs and b.attname = 'id'
            where c.contype = 'f' and r.relnamespace = 'work'::regnamespace
            """).ToListAsync(ct);
        return Known[name] = found.Select(f => f.Split(' ')).DistinctBy(f => (f[0], f[1])).ToDictionary(f => (f[0], f[1]), f => f[2]);
    }
}
