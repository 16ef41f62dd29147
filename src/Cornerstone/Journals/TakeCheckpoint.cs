using System.Security.Cryptography;
using Npgsql;

namespace Cornerstone.Journals;

/// <summary>The journal's size and last hash, signed and kept: in the database, and from there wherever anchors are.</summary>
internal static class TakeCheckpoint
{
    /// <summary>A new checkpoint; null when the journal has not grown since the last.</summary>
    public static async Task<Checkpoint?> TakeAsync(NpgsqlConnection owner, ECDsa key, DateTimeOffset now, CancellationToken ct)
    {
        await using var transaction = await owner.BeginTransactionAsync(ct);
        await using (var turn = new NpgsqlCommand("select pg_advisory_xact_lock(4021155)", owner))
        {
            await turn.ExecuteNonQueryAsync(ct);
        }

        var last = await LastAsync(owner, ct);
        var (origin, size, head) = await StateAsync(owner, ct);
        if (size == (last?.Size ?? 0))
        {
            return null;
        }

        var next = new Checkpoint(origin, (last?.Number ?? 0) + 1, size, head, now, last?.Digest ?? Checkpoint.NoPrevious, Key: "", Signature: "").SignedBy(key);
        await using var keep = new NpgsqlCommand("insert into journal.checkpoint (number, size, at, text, public_key) values ($1, $2, $3, $4, $5)", owner)
        {
            Parameters = { new() { Value = next.Number }, new() { Value = next.Size }, new() { Value = next.At }, new() { Value = next.Text }, new() { Value = JournalKey.WritePublic(key) } },
        };
        await keep.ExecuteNonQueryAsync(ct);
        await transaction.CommitAsync(ct);
        return next;
    }

    public static async Task<Checkpoint?> LastAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select text from journal.checkpoint order by number desc limit 1", owner);
        return await command.ExecuteScalarAsync(ct) is string text
            ? Checkpoint.ParseAll(text.Split('\n')).First() ?? throw new InvalidDataException("The last checkpoint in the database cannot be read.")
            : null;
    }

    /// <summary>What a checkpoint would say now: whose journal, how many entries, the hash of the last.</summary>
    public static async Task<(Guid Origin, long Size, string Head)> StateAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select o.id, coalesce(e.seq, 0), e.hash
            from journal.origin o left join lateral (select seq, hash from journal.entry order by seq desc limit 1) e on true
            """, owner);
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return (row.GetGuid(0), row.GetInt64(1), row.IsDBNull(2) ? Checkpoint.NoPrevious : Convert.ToHexStringLower(row.GetFieldValue<byte[]>(2)));
    }
}
