using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Cornerstone.Data;

/// <summary>
/// Inserts many rows at once: binary COPY into a temporary table, then one INSERT from there, because COPY itself
/// cannot write under row-level security. Belongs between <see cref="AppDb.RecordAsync"/> and <see cref="AppDb.CommitAsync"/>.
/// </summary>
/// <remarks>
/// A context for bulk work (<see cref="AppDb.OverBulk"/>) copies straight into tables that judge for themselves what a COPY brought
/// (decision 50): one write instead of two.
/// </remarks>
public static class BulkCopy
{
    // How a row of each kind is written: compiled once, because a large import asks a million times.
    private static readonly ConditionalWeakTable<IEntityType, object> Known = [];

    // Sent while the next piece is written: the server works at the same time.
    private const int Piece = 1 << 16;

    /// <summary>The trigger by which a table judges what came in past row-level security.</summary>
    private const string OwnWall = "access_when_added";

    public static Task CopyAsync<T>(this AppDb db, IReadOnlyCollection<T> rows, CancellationToken ct)
        where T : class =>
        rows.Count == 0 ? Task.CompletedTask : CopyAsync(db, rows.CountBy(CompartmentOf), ColumnsOf<T>(db), stream => WriteAsync(stream, ColumnsOf<T>(db), rows, ct), ct);

    /// <summary>The same with rows that are ready to be sent.</summary>
    internal static Task CopyAsync<T>(this AppDb db, CopyRows<T> rows, CancellationToken ct)
        where T : class =>
        rows.Count == 0 ? Task.CompletedTask : CopyAsync(db, rows.Compartments, ColumnsOf<T>(db), stream => stream.WriteAsync(rows.Ended(), ct).AsTask(), ct);

    /// <summary>The sealed group of a row; none is the empty id, as a key must be something.</summary>
    internal static Guid CompartmentOf<T>(T row)
        where T : class => row is IRecord { Compartment: { } compartment } ? compartment : Guid.Empty;

    internal static IReadOnlyList<CopyColumn<T>> ColumnsOf<T>(AppDb db)
        where T : class =>
        (IReadOnlyList<CopyColumn<T>>)Known.GetValue(EntityOf<T>(db), e => e.GetProperties().Select(CopyColumn<T>.Of).ToList());

    private static IEntityType EntityOf<T>(AppDb db) => db.Model.FindEntityType(typeof(T)) ?? throw new InvalidOperationException($"{typeof(T).Name} is not stored.");

    private static async Task CopyAsync<T>(AppDb db, IEnumerable<KeyValuePair<Guid, int>> rows, IReadOnlyList<CopyColumn<T>> columns, Func<Stream, Task> write, CancellationToken ct)
        where T : class
    {
        foreach (var (compartment, number) in rows)
        {
            db.Copied(typeof(T), compartment == Guid.Empty ? null : compartment, number);
        }

        // Names come from the model, never from input.
        var names = string.Join(", ", columns.Select(c => $"\"{c.Name}\""));
        var (schema, name) = (EntityOf<T>(db).GetSchema(), EntityOf<T>(db).GetTableName());
        var table = $"{schema}.{name}";
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (db.IsBulk && await ScalarAsync(connection, $"select set_config('role', 'none', true) from pg_catalog.pg_trigger where tgrelid = '{table}'::regclass and tgname = '{OwnWall}' and tgenabled = 'O'", ct) is not null)
        {
            await SendAsync(connection, $"copy {table} ({names}) from stdin (format binary)", write, ct);
            await ScalarAsync(connection, $"select set_config('role', '{Database.AppRole}', true)", ct);
            return;
        }

        await ExecuteAsync(connection, $"create temporary table spool_{name} on commit drop as select {names} from {table} limit 0", ct);
        await SendAsync(connection, $"copy spool_{name} ({names}) from stdin (format binary)", write, ct);
        await ExecuteAsync(connection, $"insert into {table} ({names}) select {names} from spool_{name}; drop table spool_{name}", ct);
    }

    /// <summary>
    /// Plans are made anew from here on. PostgreSQL keeps those of the checks that triggers make for as long as a connection lives; made
    /// when a table held a hundred rows, they read all of it for each row when it holds a hundred thousand.
    /// </summary>
    public static Task ForgetPlansAsync(this AppDb db, CancellationToken ct) => ExecuteAsync((NpgsqlConnection)db.Database.GetDbConnection(), "discard plans", ct);

    private static async Task SendAsync(NpgsqlConnection connection, string copy, Func<Stream, Task> write, CancellationToken ct)
    {
        await using var stream = await connection.BeginRawBinaryCopyAsync(copy, ct);
        try
        {
            await write(stream);
        }
        catch
        {
            // Without it the server would take what it has for all there is.
            await stream.CancelAsync();
            throw;
        }
    }

    private static async Task WriteAsync<T>(Stream stream, IReadOnlyList<CopyColumn<T>> columns, IEnumerable<T> rows, CancellationToken ct)
        where T : class
    {
        var buffer = new CopyBuffer();
        buffer.Begin();
        foreach (var row in rows)
        {
            Write(buffer, columns, row);
            if (buffer.Length > Piece)
            {
                await stream.WriteAsync(buffer.Written, ct);
                buffer.Clear();
            }
        }

        buffer.End();
        await stream.WriteAsync(buffer.Written, ct);
    }

    internal static void Write<T>(CopyBuffer buffer, IReadOnlyList<CopyColumn<T>> columns, T row)
        where T : class
    {
        buffer.Row(columns.Count);
        for (var column = 0; column < columns.Count; column++)
        {
            columns[column].Write(buffer, row);
        }
    }

    private static async Task<object?> ScalarAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(ct);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
