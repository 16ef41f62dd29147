using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Journals;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Bench;

/// <summary>
/// <c>journal [--entries N]</c>: an export of a million entries verified without a database; then acts written by several people at
/// once, with the chain and without it.
/// </summary>
internal static class JournalBench
{
    private const int ActsEach = 250;
    private static readonly DateTimeOffset Began = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    internal static async Task<int> RunAsync(Options options)
    {
        var entries = int.Parse(options["--entries"] ?? "1000000", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var file = Path.Combine(folder, "journal.txt");
        var anchors = Write(file, entries, key);
        Verify(file, key, anchors);
        await WriteActsAsync(folder);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static List<Checkpoint?> Write(string path, int entries, ECDsa key)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        using var file = new JournalFile(stream);
        var origin = Guid.CreateVersion7(Began);
        var checkpoints = new List<Checkpoint>();
        var hash = ChainedEntry.Beginning;
        file.Begin(origin, Began, entries);
        for (var seq = 1; seq <= entries; seq++)
        {
            var at = Began.AddSeconds(seq * 30L);
            var content = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(seq)));
            var entry = new ChainedEntry(seq, Guid.CreateVersion7(at), at, Reader.OperatorId, "XS", seq % 9, content, "benchmarks.value");
            hash = entry.HashAfter(hash);
            file.Entry(entry, hash);
            if (seq % 120 == 0)
            {
                checkpoints.Add(new Checkpoint(origin, checkpoints.Count + 1, seq, Convert.ToHexStringLower(hash), at, checkpoints.LastOrDefault()?.Digest ?? Checkpoint.NoPrevious, "", "").SignedBy(key));
            }
        }

        file.End(0, [.. checkpoints.Select(c => c.Text)], [JournalKey.WritePublic(key)]);
        return [.. checkpoints];
    }

    private static void Verify(string path, ECDsa key, List<Checkpoint?> anchors)
    {
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        using var export = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
        var verdict = JournalVerification.Run(export, [key], anchors);
        Console.WriteLine($"verify: {verdict.Entries:N0} entries and {verdict.Checkpoints:N0} checkpoints, each also kept outside ({new FileInfo(path).Length / 1_000_000} MB): "
            + $"{watch.Elapsed.TotalSeconds:F1} s, processor {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:F1} s, {(verdict.Intact ? "intact" : "NOT INTACT")}");
    }

    private static async Task WriteActsAsync(string folder)
    {
        await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(folder), TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        await using var database = await Database.OpenAsync(server.AdminConnectionString, "bench", Path.Combine(folder, "secrets.json"), CancellationToken.None);
        await using var owner = await database.Owner.OpenConnectionAsync();
        foreach (var people in new[] { 1, 8, 1, 8, 32 })
        {
            foreach (var switched in new[] { "disable", "enable" })
            {
                await using var trigger = new NpgsqlCommand($"alter table journal.act {switched} trigger sum_up; alter table journal.change {switched} trigger refuse_late_change", owner);
                await trigger.ExecuteNonQueryAsync();
                var times = await Task.WhenAll(Enumerable.Range(0, people).Select(_ => Task.Run(() => ActsAsync(database))));
                Report(people, switched == "enable" ? "chained" : "not chained", [.. times.SelectMany(t => t).Order()]);
            }
        }
    }

    private static readonly Stopwatch Clock = Stopwatch.StartNew();

    // As a page saves: who asks is set, one record changes, the act and its change are written, committed and on the disk.
    private static async Task<List<(double Ended, double Took)>> ActsAsync(Database database)
    {
        var taken = new List<(double, double)>();
        await using var db = await database.AsAsync(Reader.Operator, CancellationToken.None);
        for (var i = 0; i < ActsEach; i++)
        {
            db.ChangeTracker.Clear();
            db.Users.Add(new Person { Name = "Bench", UserName = Guid.CreateVersion7().ToString() });
            var began = Clock.Elapsed.TotalMilliseconds;
            await db.SaveAsync(new Act("access.grant", Workspace.Shared, TimeProvider.System.GetUtcNow()), CancellationToken.None);
            taken.Add((Clock.Elapsed.TotalMilliseconds, Clock.Elapsed.TotalMilliseconds - began));
        }

        return taken;
    }

    private static void Report(int people, string name, List<(double Ended, double Took)> acts)
    {
        var seconds = (acts.Max(a => a.Ended) - acts.Min(a => a.Ended - a.Took)) / 1000;
        var took = acts.Select(a => a.Took).Order().ToList();
        Console.WriteLine($"write, {people,2} at once, {name,-11}: {acts.Count / seconds,6:F0} acts/s, p50 {took[took.Count / 2],6:F1} ms, p95 {took[took.Count * 95 / 100],6:F1} ms");
    }
}
