using System.Globalization;
using System.Runtime;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Demonstration;
using Cornerstone.Features.SupportImport;
using Cornerstone.Values;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Bench.Scale;

/// <summary>
/// <c>import [--size MB] [--rounds N] [--again yes]</c>: published files repeated with new identifiers, brought into a fresh embedded database by
/// <c>support import</c>'s own path; and beside it bare binary COPY of the same rows into the same tables.
/// </summary>
internal static class ImportBench
{
    private const string Country = DemonstrationPerson.Country;

    /// <summary>In the order in which one may name another.</summary>
    private static readonly string[] Tables =
        ["partner", "partner_name", "support_source", "support_import", "support_page", "activity", "activity_reading", "transaction", "planned_amount"];

    internal static async Task<int> RunAsync(Options options)
    {
        if (options.Folder("02-iati") is not { } source)
        {
            Console.Error.WriteLine("No published IATI files: name their folder with --data.");
            return 2;
        }

        var size = int.Parse(options["--size"] ?? "30", CultureInfo.InvariantCulture) * 1_000_000L;
        var folder = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
        try
        {
            var files = IatiBench.Write(source, folder, size);
            for (var round = 1; round <= int.Parse(options["--rounds"] ?? "3", CultureInfo.InvariantCulture); round++)
            {
                Console.WriteLine($"round {round}");
                await RoundAsync(files, Path.Combine(folder, $"data-{round}"), isAgain: options["--again"] is not null);
                Directory.Delete(Path.Combine(folder, $"data-{round}"), recursive: true);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task RoundAsync(List<string> files, string data, bool isAgain)
    {
        var ct = CancellationToken.None;
        // As the verb does.
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(data), TimeProvider.System, NullLogger.Instance, ct);
        var imported = await ImportAsync(server, data, files, isAgain, ct);
        var bare = await CopyAsync(server, data, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"import at {bare / imported:P0} of the rate of bare COPY"));
    }

    private static async Task<double> ImportAsync(EmbeddedPostgres server, string data, List<string> files, bool isAgain, CancellationToken ct)
    {
        await using var database = await OpenAsync(server, "imported", data, ct);
        await CheckpointAsync(server, ct);
        var seconds = 0.0;
        using (var cost = Cost.Begin(data))
        {
            var reports = await ImportAsync(database, files, ct);
            seconds = cost.Elapsed.TotalSeconds;
            Console.WriteLine(cost.Of($"activities imported from {files.Sum(f => new FileInfo(f).Length) / 1e6:0} MB, with {reports.Sum(r => r.Transactions):#,0} transactions and {reports.Sum(r => r.FindingCount):#,0} findings", reports.Sum(r => r.Added))
                + $", at most {cost.Peak / 1_000_000} MB in all");
        }

        if (isAgain)
        {
            using var cost = Cost.Begin(data);
            var reports = await ImportAsync(database, files.ConvertAll(Touched), ct);
            Console.WriteLine(cost.Of($"activities of the same files read again, {reports.Sum(r => r.Unchanged):#,0} unchanged", reports.Sum(r => r.Added + r.Changed + r.Unchanged)));
        }

        await using var connection = await database.Owner.OpenConnectionAsync(ct);
        foreach (var table in Tables)
        {
            await using var count = new NpgsqlCommand($"select format('%s rows, %s MB', to_char(count(*), 'FM999,999,999'), pg_total_relation_size('work.{table}') / 1000000) from work.{table}", connection);
            Console.WriteLine($"  {table}: {await count.ExecuteScalarAsync(ct)}");
            await using var rows = await connection.BeginRawBinaryCopyAsync($"copy work.{table} ({await ColumnsAsync(connection, table, ct)}) to stdout (format binary)", ct);
            await using var file = File.Create(Path.Combine(data, $"{table}.rows"));
            await rows.CopyToAsync(file, ct);
        }

        return seconds;
    }

    private static async Task<List<ImportReport>> ImportAsync(Database database, List<string> files, CancellationToken ct)
    {
        var reports = new List<ImportReport>();
        foreach (var file in files)
        {
            reports.Add(await new ImportIati(database, TimeProvider.System).ImportAsync(SupportFile.At(file), new SupportOrder(Reader.Operator, Country, Classification.Restricted), null, ct));
        }

        return reports;
    }

    // Another file with the same records: its fingerprint is not known, theirs are.
    private static string Touched(string file)
    {
        File.AppendAllText(file, "\n");
        return file;
    }

    /// <summary>The owner of the tables is under no row-level security; indexes, keys and checks are on, the triggers of ours are off.</summary>
    private static async Task<double> CopyAsync(EmbeddedPostgres server, string data, CancellationToken ct)
    {
        await using var database = await OpenAsync(server, "bare", data, ct);
        await using var connection = await database.Owner.OpenConnectionAsync(ct);
        foreach (var table in Tables)
        {
            await ExecuteAsync(connection, $"alter table work.{table} disable trigger user", ct);
        }

        await CheckpointAsync(server, ct);
        using var cost = Cost.Begin(data);
        await using (var transaction = await connection.BeginTransactionAsync(ct))
        {
            foreach (var table in Tables)
            {
                await using var rows = await connection.BeginRawBinaryCopyAsync($"copy work.{table} ({await ColumnsAsync(connection, table, ct)}) from stdin (format binary)", ct);
                await using var file = File.OpenRead(Path.Combine(data, $"{table}.rows"));
                await file.CopyToAsync(rows, 1 << 16, ct);
            }

            await transaction.CommitAsync(ct);
        }

        var seconds = cost.Elapsed.TotalSeconds;
        await using var activities = new NpgsqlCommand("select count(*)::integer from work.activity", connection);
        Console.WriteLine(cost.Of("activities and all that hangs on them by bare COPY", (int)(await activities.ExecuteScalarAsync(ct))!));
        return seconds;
    }

    private static async Task<Database> OpenAsync(EmbeddedPostgres server, string name, string data, CancellationToken ct)
    {
        var database = await Database.OpenAsync(server.AdminConnectionString, name, Path.Combine(data, "secrets.json"), ct);
        await Solenia.AddPeopleAsync(database, TimeProvider.System, ct);
        return database;
    }

    private static async Task CheckpointAsync(EmbeddedPostgres server, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(server.AdminConnectionString);
        await connection.OpenAsync(ct);
        await ExecuteAsync(connection, "checkpoint", ct);
    }

    private static async Task<string> ColumnsAsync(NpgsqlConnection connection, string table, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''", connection)
        {
            Parameters = { new() { Value = $"work.{table}" } },
        };
        return (string)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
