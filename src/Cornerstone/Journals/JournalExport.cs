using Npgsql;

namespace Cornerstone.Journals;

/// <summary>
/// The journal as a file that proves its own history to somebody without the database: one line for each entry, the checkpoints,
/// the public keys. Contents stay behind: of them the file holds salted digests, worked out anew from what is stored, so that a
/// stored row changed behind the program's back no longer fits its entry.
/// </summary>
internal static class JournalExport
{
    /// <summary>Writes the export as of one moment and returns how many entries it holds.</summary>
    /// <param name="owner">A connection of the role that owns the journal: a reader's own would show it only in part.</param>
    public static async Task<long> WriteAsync(NpgsqlConnection owner, Stream target, DateTimeOffset now, CancellationToken ct)
    {
        await using var snapshot = await owner.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        using var file = new JournalFile(target);
        var entries = await OneAsync<long>(owner, "select count(*) from journal.entry", ct);
        file.Begin(await OneAsync<Guid>(owner, "select id from journal.origin", ct), now, entries);
        await EntriesAsync(owner, file, ct);
        var outside = await OneAsync<long>(owner, "select count(*) from journal.act a where not exists (select from journal.entry e where e.act_id = a.id)", ct);
        var (checkpoints, keys) = await CheckpointsAsync(owner, ct);
        file.End(outside, checkpoints, keys);
        await target.FlushAsync(ct);
        return entries;
    }

    /// <summary>The journal of a database verified as an export would be: it is written to a temporary file and read back.</summary>
    public static async Task<JournalVerdict> VerifyAsync(NpgsqlConnection owner, DateTimeOffset now, CancellationToken ct)
    {
        var file = Path.GetTempFileName();
        try
        {
            await using (var export = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            {
                await WriteAsync(owner, export, now, ct);
            }

            await using var written = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            return JournalVerification.Run(written, [], []);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task EntriesAsync(NpgsqlConnection owner, JournalFile file, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select e.seq, e.hash, e.act_id, a.at, a.person_id, a.country, a.name, a.reason, s.salt,
                   c.id, c.record_type, c.record_id, c.kind, c.country, c.classification, c.compartment, c.fields::text
            from journal.entry e
            left join journal.act a on a.id = e.act_id
            left join journal.content s on s.act_id = e.act_id
            left join journal.change c on c.act_id = e.act_id
            order by e.seq, c.id
            """, owner) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(ct);
        ActBeingRead? open = null;
        while (await rows.ReadAsync(ct))
        {
            if (open?.Seq != rows.GetInt64(0))
            {
                open?.WriteTo(file);
                open = ActBeingRead.From(rows);
            }

            open.Add(rows);
        }

        open?.WriteTo(file);
    }

    private static async Task<(List<string> Texts, List<string> Keys)> CheckpointsAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        var texts = new List<string>();
        var keys = new List<string>();
        await using var command = new NpgsqlCommand("select text, public_key from journal.checkpoint order by number", owner);
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            texts.Add(rows.GetString(0));
            keys.Add(rows.GetString(1));
        }

        return (texts, [.. keys.Distinct()]);
    }

    private static async Task<T> OneAsync<T>(NpgsqlConnection owner, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }
}
