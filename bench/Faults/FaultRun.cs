using System.Diagnostics;
using Cornerstone.Data;
using Cornerstone.Journals;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Bench.Faults;

/// <summary>What was acknowledged in a data folder over all points of one kind of fault, and how long it took to be back.</summary>
internal sealed class FaultRun(string folder, int wanted)
{
    private readonly Random chance = new(20260601);
    private readonly List<TimeSpan> back = [];
    private readonly HashSet<Guid> told = [];
    private int points;

    public string Folder => folder;

    public string Cluster => Path.Combine(folder, "postgres");

    public int Points => points;

    public string Report { get; private set; } = "";

    public bool Goes => points < wanted;

    public int Number(int below) => chance.Next(below);

    // Up to a second and a half of load: checkpoints, many commits, none.
    public Task WaitAsync() => Task.Delay(chance.Next(1_500));

    /// <param name="recovery">How long it took until something was acknowledged again; null where the next start tells.</param>
    public void Point(TimeSpan? recovery = null)
    {
        points++;
        if (recovery is { } took) back.Add(took);
    }

    public async Task<WriterProcess> StartedAsync(params IEnumerable<(string Name, string Value)> environment)
    {
        var watch = Stopwatch.StartNew();
        var writer = WriterProcess.Start(folder, environment);
        await writer.NextAsync(again: false);
        if (points > 0) back.Add(watch.Elapsed);
        return writer;
    }

    public async Task EndAsync(WriterProcess writer, bool alone = false)
    {
        await (alone ? writer.KillProgramAsync() : writer.KillAllAsync());
        told.UnionWith(writer.Told());
        writer.Dispose();
    }

    public async Task CheckAsync(WriterProcess writer)
    {
        told.UnionWith(writer.Told());
        await using var seen = await OpenDatabase.AttachAsync(folder, NullLogger.Instance, CancellationToken.None);
        var stored = await FaultWriter.StoredAsync(seen.Database);
        if (told.Where(t => !stored.Contains(t)).ToList() is { Count: > 0 } lost)
        {
            throw new InvalidOperationException($"{lost.Count} acknowledged acts are lost, {lost[0]} first.");
        }
    }

    /// <summary>Everything is looked at once more with a program that has just started, and the journal is verified.</summary>
    public async Task ReportAsync(string? more = null)
    {
        using var writer = await StartedAsync();
        await CheckAsync(writer);
        await using (var seen = await OpenDatabase.AttachAsync(folder, NullLogger.Instance, CancellationToken.None))
        {
            Report = $"{points} points, {told.Count:N0} acknowledged acts, 0 lost, 0 half stored, {await JournalAsync(seen.Database)}; {Times()}{more}";
        }

        await writer.KillAllAsync();
    }

    /// <summary>Where something else than pairs was stored.</summary>
    public async Task ReportAsync(Database database, string stored) => Report = $"{points} points, {stored}, {await JournalAsync(database)}; {Times()}";

    private static async Task<string> JournalAsync(Database database)
    {
        await using var owner = await database.Owner.OpenConnectionAsync();
        var journal = await JournalExport.VerifyAsync(owner, TimeProvider.System.GetUtcNow(), CancellationToken.None);
        return $"journal of {journal.Entries:N0} entries {(journal.Intact ? "intact" : "NOT INTACT")}";
    }

    private string Times()
    {
        var times = back.Select(b => b.TotalSeconds).Order().ToList();
        return $"back after: median {times[times.Count / 2]:F1} s, longest {times[^1]:F1} s";
    }
}
