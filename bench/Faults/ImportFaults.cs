using System.Diagnostics;
using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Bench.Scale;
using Cornerstone.Data;
using Cornerstone.Demonstration;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Bench.Faults;

/// <summary>
/// "support import" of a new file is killed at a random moment, alone or with the server. Each activity is then there whole or not at
/// all; the same file once more completes it, and a third time changes nothing.
/// </summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal static class ImportFaults
{
    private const int Chains = 2_500;
    private const string Country = DemonstrationPerson.Country;

    internal static async Task RunAsync(FaultRun run)
    {
        await using (var opened = await OpenDatabase.OpenAsync(run.Folder, NullLogger.Instance, CancellationToken.None))
        {
            await Solenia.AddPeopleAsync(opened.Database, TimeProvider.System, CancellationToken.None);
        }

        var server = new ClusterProcesses(run.Cluster);
        var file = Path.Combine(Path.GetDirectoryName(run.Folder)!, "chains.xml");
        var takes = await WholeAsync(run, file);
        var between = 0;
        while (run.Goes)
        {
            await File.WriteAllBytesAsync(file, InventedChains.File((run.Points + 1) * Chains, Chains, parts: 1));
            await KillAsync(run, server, file, takes);
            var watch = Stopwatch.StartNew();
            await using var opened = await OpenDatabase.OpenAsync(run.Folder, NullLogger.Instance, CancellationToken.None);
            run.Point(watch.Elapsed);
            var left = await StoredAsync(opened.Database, run.Points);
            between += left is > 0 and < Chains * InventedChains.Links ? 1 : 0;
            await CompleteAsync(opened.Database, file, left);
        }

        await using var last = await OpenDatabase.OpenAsync(run.Folder, NullLogger.Instance, CancellationToken.None);
        await run.ReportAsync(last.Database, $"{between} of them in the middle of the file, {run.Points * Chains * InventedChains.Links:N0} activities whole, 0 half");
    }

    private static async Task<int> WholeAsync(FaultRun run, string file)
    {
        await File.WriteAllBytesAsync(file, InventedChains.File(0, Chains, parts: 1));
        var watch = Stopwatch.StartNew();
        using var import = Start(run.Folder, file);
        await import.WaitForExitAsync();
        return import.ExitCode == 0 ? (int)watch.ElapsedMilliseconds : throw new InvalidOperationException($"The first import ended with {import.ExitCode}.");
    }

    private static async Task KillAsync(FaultRun run, ClusterProcesses server, string file, int takes)
    {
        using var import = Start(run.Folder, file);
        // The first third is the start of program and server.
        await Task.WhenAny(import.WaitForExitAsync(), Task.Delay((takes / 3) + run.Number(takes * 2 / 3)));
        import.Kill();
        if (run.Points % 2 == 1) await server.KillAllAsync();
        await import.WaitForExitAsync();
    }

    private static Process Start(string folder, string file) =>
        Process.Start(new ProcessStartInfo("dotnet", [Path.Join(AppContext.BaseDirectory, "cornerstone.dll"), "support", "import", file, "--country", Country, "--data", folder]) { RedirectStandardOutput = true })!;

    /// <summary>How many activities of a file are there, each with all its payments.</summary>
    private static async Task<int> StoredAsync(Database database, int file)
    {
        await using var db = await database.AsAsync(Reader.Operator, CancellationToken.None);
        var payments = db.Transactions;
        var stored = await db.Activities.Select(a => new { a.Identifier, Payments = payments.Count(t => t.ActivityId == a.Id) }).ToListAsync();
        var ofFile = stored.Where(a => int.Parse(a.Identifier[(a.Identifier.LastIndexOf('-') + 1)..], CultureInfo.InvariantCulture) / Chains == file).ToList();
        return ofFile.Find(a => a.Payments != InventedChains.PaymentsOf(a.Identifier)) is { } half
            ? throw new InvalidOperationException($"{half.Identifier} is there with {half.Payments} payments")
            : ofFile.DistinctBy(a => a.Identifier).Count() == ofFile.Count ? ofFile.Count : throw new InvalidOperationException("An activity is there twice.");
    }

    private static async Task CompleteAsync(Database database, string file, int left)
    {
        var order = new SupportOrder(Reader.Operator, Country, SupportOrder.UsualLevel);
        var bytes = await File.ReadAllBytesAsync(file);
        var import = new ImportIati(database, TimeProvider.System);
        var added = (await import.ImportAsync(SupportFile.Of("chains.xml", bytes), order, null, CancellationToken.None)).Added;
        var again = await import.ImportAsync(SupportFile.Of("chains.xml", bytes), order, null, CancellationToken.None);
        if (added + left != Chains * InventedChains.Links || again.Added + again.Changed != 0)
        {
            throw new InvalidOperationException($"{left} were there, {added} came with the second import, and the third added {again.Added} and changed {again.Changed}");
        }
    }
}
