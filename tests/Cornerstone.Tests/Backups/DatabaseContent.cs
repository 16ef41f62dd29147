using Npgsql;

namespace Cornerstone.Tests.Backups;

/// <summary>
/// What a database holds, as one number for each column of each table, its values told in the order of the primary key. Written a second
/// time beside <c>DatabaseCopy</c> on purpose: it judges what that one restored, and finds the tables by itself.
/// </summary>
internal sealed class DatabaseContent
{
    public const string Gone = "gone";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private readonly List<Table> tables;

    private DatabaseContent(List<Table> tables, Dictionary<string, string> numbers) => (this.tables, Numbers) = (tables, numbers);

    /// <summary>"work.law" → how many rows; "work.law.title" → the number of what they hold.</summary>
    public IReadOnlyDictionary<string, string> Numbers { get; }

    public IEnumerable<string> Tables => tables.Select(t => t.Name);

    public long Rows => tables.Sum(t => long.Parse(Numbers[t.Name], System.Globalization.CultureInfo.InvariantCulture));

    public static async Task<DatabaseContent> ReadAsync(NpgsqlConnection owner)
    {
        var tables = await TablesAsync(owner);
        return new(tables, await NumbersAsync(owner, tables, tables));
    }

    /// <summary>The same tables, columns and order again, wherever the database has come meanwhile.</summary>
    public async Task<DatabaseContent> AgainAsync(NpgsqlConnection owner) => new(tables, await NumbersAsync(owner, tables, await TablesAsync(owner)));

    /// <summary>What is not as it was, by its name.</summary>
    public IReadOnlyList<string> DifferentFrom(DatabaseContent before) =>
        [.. before.Numbers.Where(n => Numbers[n.Key] != n.Value).Select(n => n.Key).Order(StringComparer.Ordinal)];

    // Which steps have run stands beside the record, and grows with each.
    private static async Task<List<Table>> TablesAsync(NpgsqlConnection owner)
    {
        await using var command = new NpgsqlCommand("""
            select format('%I.%I', n.nspname, c.relname),
                   (select array_agg(quote_ident(a.attname) order by a.attnum) from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
                   coalesce((select array_agg(quote_ident(a.attname) order by k.place) from pg_index i
                             cross join lateral unnest(i.indkey) with ordinality as k (attnum, place)
                             join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
                             where i.indrelid = c.oid and i.indisprimary), '{}')
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p', 'm') and c.relpersistence <> 't' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
              and (n.nspname, c.relname) <> ('public', 'migration')
            order by 1
            """, owner);
        await using var rows = await command.ExecuteReaderAsync(Ct);
        var tables = new List<Table>();
        while (await rows.ReadAsync(Ct))
        {
            tables.Add(new(rows.GetString(0), rows.GetFieldValue<string[]>(1), rows.GetFieldValue<string[]>(2)));
        }

        return tables;
    }

    private static async Task<Dictionary<string, string>> NumbersAsync(NpgsqlConnection owner, List<Table> asked, List<Table> there)
    {
        var numbers = new Dictionary<string, string>();
        foreach (var table in asked)
        {
            var columns = there.SingleOrDefault(t => t.Name == table.Name)?.Columns ?? [];
            numbers[table.Name] = Gone;
            foreach (var column in table.Columns)
            {
                numbers[$"{table.Name}.{column}"] = Gone;
            }

            if (table.Key.All(columns.Contains) && table.Columns.Where(columns.Contains).ToArray() is { Length: > 0 } left)
            {
                await ReadAsync(owner, table with { Columns = left }, numbers);
            }
        }

        return numbers;
    }

    private static async Task ReadAsync(NpgsqlConnection owner, Table table, Dictionary<string, string> numbers)
    {
        var order = string.Join(", ", table.Key is [] ? [$"row({string.Join(", ", table.Columns)})::text"] : table.Key);
        // Each value with its length before it: two neighbours cannot pass for two others.
        var sums = table.Columns.Select(c => $"encode(sha256(convert_to(coalesce(string_agg(coalesce(length({c}::text) || ':' || {c}::text, '-'), '' order by {order}), ''), 'UTF8')), 'hex')");
        await using var command = new NpgsqlCommand($"select count(*)::text, {string.Join(", ", sums)} from {table.Name}", owner);
        await using var row = await command.ExecuteReaderAsync(Ct);
        await row.ReadAsync(Ct);
        numbers[table.Name] = row.GetString(0);
        for (var i = 0; i < table.Columns.Length; i++)
        {
            numbers[$"{table.Name}.{table.Columns[i]}"] = row.GetString(i + 1);
        }
    }

    /// <summary>Names as SQL writes them, from the catalogue.</summary>
    private sealed record Table(string Name, string[] Columns, string[] Key);
}
