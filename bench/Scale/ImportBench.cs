using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Demonstration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Bench.Scale;

/// <summary>
/// <c>import [--size MB] [--rounds N] [--again yes]</c>: published files repeated with new identifiers, brought into a fresh embedded database by
/// <c>support import</c>; and beside it bare binary COPY of the same rows into the same tables.
/// </summary>
internal static class ImportBench
{
    private const string Country = DemonstrationPerson.Country;
    private const string Imported = "imported";

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
        await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(data), TimeProvider.System, NullLogger.Instance, ct);
        var imported = await ImportAsync(server, data, files, isAgain, ct);
        var bare = await CopyAsync(server, data, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"import at {bare / imported:P0} of the rate of bare COPY"));
    }

    private static async Task<double> ImportAsync(EmbeddedPostgres server, string data, List<string> files, bool isAgain, CancellationToken ct)
    {
        await using var database = await OpenAsync(server, Imported, data, ct);
        await CheckpointAsync(server, ct);
        var seconds = await ImportAsync($"support import of {files.Sum(f => new FileInfo(f).Length) / 1e6:0} MB", server, data, files, ct);
        if (isAgain)
        {
            await ImportAsync("the same once more, one line longer", server, data, files.ConvertAll(Touched), ct);
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

    /// <summary>The program itself as a person starts it, from its start to its end; the server runs already.</summary>
    /// <returns>Seconds by the clock.</returns>
    private static async Task<double> ImportAsync(string what, EmbeddedPostgres server, string data, List<string> files, CancellationToken ct)
    {
        var program = new ProcessStartInfo("dotnet", [Path.Join(AppContext.BaseDirectory, "cornerstone.dll"), "support", "import", .. files, "--country", Country, "--data", data, "--json"])
        {
            RedirectStandardOutput = true,
            Environment = { ["CORNERSTONE_DB"] = new NpgsqlConnectionStringBuilder(server.AdminConnectionString) { Database = Imported }.ConnectionString },
        };
        var (watch, ofServer) = (Stopwatch.StartNew(), ServerTime.Seconds(data));
        using var process = Process.Start(program)!;
        var telling = process.StandardOutput.ReadToEndAsync(ct);
        var (peak, ours) = (0L, TimeSpan.Zero);
        while (!process.WaitForExit(TimeSpan.FromMilliseconds(20)))
        {
            try
            {
                process.Refresh();
                (peak, ours) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                // It ended in this moment: what was read last stands.
            }
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var told = JsonNode.Parse(await telling)!.AsArray();
        int Sum(string name) => told.Sum(o => (int)o![name]!);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {Sum("added"):#,0} activities added, {Sum("unchanged"):#,0} unchanged, {Sum("transactions"):#,0} transactions, {Sum("findings"):#,0} findings "
            + $"in {seconds:0.0} s (processor time: ours {ours.TotalSeconds:0.0} s, PostgreSQL's {ServerTime.Seconds(data) - ofServer:0.0} s; our memory {peak / 1_000_000} MB at most; load {Cost.Load()})"));
        return seconds;
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
