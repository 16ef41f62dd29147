using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Cornerstone.Data;

/// <summary>
/// Inserts many rows at once: binary COPY into a temporary table, then one INSERT from there, because COPY itself
/// cannot write under row-level security. Belongs between <see cref="AppDb.RecordAsync"/> and <see cref="AppDb.CommitAsync"/>.
/// </summary>
public static class BulkCopy
{
    // How a row of each kind is written: compiled once, because a large import asks a million times.
    private static readonly ConditionalWeakTable<IEntityType, object> Known = [];

    public static async Task CopyAsync<T>(this AppDb db, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class
    {
        if (rows.Count == 0)
        {
            return;
        }

        var entity = db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not stored.");
        var columns = (IReadOnlyList<CopyColumn<T>>)Known.GetValue(entity, e => e.GetProperties().Select(CopyColumn<T>.Of).ToList());
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        var table = $"{entity.GetSchema()}.{entity.GetTableName()}";
        var spool = $"spool_{entity.GetTableName()}";
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();

        // Names come from the model, never from input.
        await ExecuteAsync(connection, $"create temporary table {spool} on commit drop as select {names} from {table} limit 0", ct);
        await WriteAsync(connection, $"copy {spool} ({names}) from stdin (format binary)", columns, rows, ct);
        await ExecuteAsync(connection, $"insert into {table} ({names}) select {names} from {spool}; drop table {spool}", ct);
    }

    /// <summary>
    /// Plans are made anew from here on. PostgreSQL keeps those of the checks that triggers make for as long as a connection lives; made
    /// when a table held a hundred rows, they read all of it for each row when it holds a hundred thousand.
    /// </summary>
    public static Task ForgetPlansAsync(this AppDb db, CancellationToken ct) => ExecuteAsync((NpgsqlConnection)db.Database.GetDbConnection(), "discard plans", ct);

    private static async Task WriteAsync<T>(NpgsqlConnection connection, string copy, IReadOnlyList<CopyColumn<T>> columns, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        await using var writer = await connection.BeginBinaryImportAsync(copy, ct);
        // Into a buffer, which goes out when it is full: a task for each of millions of cells would cost more than the cell.
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            writer.StartRow();
            foreach (var column in columns)
            {
                column.Write(writer, row);
            }
        }

        await writer.CompleteAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
