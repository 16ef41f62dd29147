using System.Security.Cryptography;
using Npgsql;

namespace Cornerstone.Backups;

/// <summary>The tables of a database as streams of text, the same bytes for the same contents, whatever machine they are on.</summary>
internal static class DatabaseCopy
{
    private const string Schemas = "('access', 'work', 'published', 'sealed', 'reference', 'journal')";
    private const int BufferLength = 1 << 16;

    /// <summary>Every table of ours, by name. The names come from the catalogue, quoted by the database.</summary>
    public static async Task<IReadOnlyList<BackupTable>> TablesAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand($"""
            select format('%I.%I', n.nspname, c.relname),
                   (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a
                    where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''),
                   (select string_agg(quote_ident(a.attname), ', ' order by k.place) from pg_index i
                    cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
                    join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                    where i.indrelid = c.oid and i.indisprimary)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname in {Schemas} and c.relkind = 'r' and c.relpersistence = 'p'
            order by 1
            """, owner);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var tables = new List<BackupTable>();
        while (await rows.ReadAsync(ct))
        {
            var columns = rows.GetFieldValue<string[]>(1);
            tables.Add(new(rows.GetString(0), columns, rows.IsDBNull(2) ? string.Join(", ", columns) : rows.GetString(2)));
        }

        return tables;
    }

    /// <summary>Reads a table through to the sink.</summary>
    public static async Task<TableContent> ReadAsync(NpgsqlConnection owner, BackupTable table, Action<ReadOnlyMemory<byte>> sink, CancellationToken ct)
    {
        using var reader = (StreamReader)await owner.BeginTextExportAsync(table.CopyOut, ct);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[BufferLength];
        long rows = 0;
        // The bytes as the server sends them: decoding and encoding again would take time and could only spoil them.
        while (await reader.BaseStream.ReadAsync(buffer, ct) is > 0 and var length)
        {
            var read = buffer.AsMemory(0, length);
            digest.AppendData(read.Span);
            rows += read.Span.Count((byte)'\n');
            sink(read);
        }

        return new(table.Name, rows, Convert.ToHexStringLower(digest.GetCurrentHash()));
    }

    /// <summary>What every table holds now, as numbers: two databases with the same content give the same list.</summary>
    public static async Task<IReadOnlyList<TableContent>> ContentsAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        var contents = new List<TableContent>();
        foreach (var table in await TablesAsync(owner, ct))
        {
            contents.Add(await ReadAsync(owner, table, _ => { }, ct));
        }

        return contents;
    }

    /// <summary>One moment for everything that follows, for as long as it takes.</summary>
    public static async Task<NpgsqlTransaction> SnapshotAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        var snapshot = await owner.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, ct);
        await RunAsync(owner, "set transaction read only; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0", ct);
        return snapshot;
    }

    public static async Task RunAsync(NpgsqlConnection owner, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync(ct);
    }
}
