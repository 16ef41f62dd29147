using Npgsql;

namespace Cornerstone.Backups;

/// <summary>
/// A backup's tables into a freshly migrated database, in one transaction: foreign keys and triggers step aside, the rows come in,
/// what arrived is compared with what was written, and every constraint is put back and holds, or nothing has happened.
/// </summary>
internal static class FillDatabase
{
    public static async Task<BackupEnd> RunAsync(NpgsqlConnection owner, BackupFile backup, CancellationToken ct)
    {
        await using var transaction = await owner.BeginTransactionAsync(ct);
        await DatabaseCopy.RunAsync(owner, "set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; set constraints all immediate", ct);
        var tables = await DatabaseCopy.TablesAsync(owner, ct);
        CheckSame(tables, backup.Manifest.Tables);
        var keys = await ForeignKeysAsync(owner, ct);
        await RunAllAsync(owner, keys.Select(k => $"alter table {k.Table} drop constraint {k.Name}"), ct);
        await RunAllAsync(owner, tables.Select(t => $"alter table {t.Name} disable trigger user"), ct);
        await DatabaseCopy.RunAsync(owner, $"truncate {string.Join(", ", tables.Select(t => t.Name))}", ct);
        foreach (var table in backup.Manifest.Tables)
        {
            await FillAsync(owner, table, backup, ct);
        }

        var end = backup.ReadEnd();
        await RunAllAsync(owner, tables.Select(t => $"alter table {t.Name} enable trigger user"), ct);
        await RunAllAsync(owner, keys.Select(k => $"alter table {k.Table} add constraint {k.Name} {k.Definition}"), ct);
        await ContinueNumbersAsync(owner, ct);
        await transaction.CommitAsync(ct);
        await DatabaseCopy.RunAsync(owner, "analyze", ct);
        return end;
    }

    private static async Task FillAsync(NpgsqlConnection owner, BackupTable table, BackupFile backup, CancellationToken ct)
    {
        TableContent written;
        await using (var writer = (StreamWriter)await owner.BeginTextImportAsync(table.CopyIn, ct))
        {
            written = backup.ReadTable(piece => writer.BaseStream.Write(piece.Span));
        }

        var arrived = await DatabaseCopy.ReadAsync(owner, table, _ => { }, ct);
        if (arrived != written)
        {
            throw new RefusedException($"The table {table.Name} did not arrive as it was written ({arrived.Rows} rows of {written.Rows}). Nothing was restored.");
        }
    }

    private static void CheckSame(IReadOnlyList<BackupTable> here, IReadOnlyList<BackupTable> there)
    {
        if (!here.Select(t => t.Name).Order(StringComparer.Ordinal).SequenceEqual(there.Select(t => t.Name).Order(StringComparer.Ordinal)))
        {
            throw new RefusedException("The tables of the backup are not those of its schema: the database it was made of had been altered.");
        }
    }

    private static async Task<List<(string Table, string Name, string Definition)>> ForeignKeysAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("""
            select format('%I.%I', n.nspname, c.relname), quote_ident(k.conname), pg_get_constraintdef(k.oid)
            from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
            where k.contype = 'f' and k.conparentid = 0 and n.nspname in ('access', 'work', 'published', 'sealed', 'reference', 'journal')
            """, owner);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var keys = new List<(string, string, string)>();
        while (await rows.ReadAsync(ct))
        {
            keys.Add((rows.GetString(0), rows.GetString(1), rows.GetString(2)));
        }

        return keys;
    }

    // Numbers the database gives out itself go on after the highest that came in.
    private static async Task ContinueNumbersAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        var numbered = new List<string>();
        await using (var command = new NpgsqlCommand("""
            select format('select setval(%L, coalesce(max(%I), 1), max(%I) is not null) from %I.%I',
                pg_get_serial_sequence(format('%I.%I', n.nspname, c.relname), a.attname), a.attname, a.attname, n.nspname, c.relname)
            from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
            where a.attidentity <> '' and c.relkind = 'r' and n.nspname in ('access', 'work', 'published', 'sealed', 'reference', 'journal')
            """, owner))
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
            {
                numbered.Add(rows.GetString(0));
            }
        }

        await RunAllAsync(owner, numbered, ct);
    }

    // Statements made of names the database itself has quoted.
    private static async Task RunAllAsync(NpgsqlConnection owner, IEnumerable<string> statements, CancellationToken ct)
    {
        foreach (var sql in statements)
        {
            await DatabaseCopy.RunAsync(owner, sql, ct);
        }
    }
}
