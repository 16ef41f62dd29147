using System.Diagnostics;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Features.Library;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Features.LibrarySearch;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Bench;

/// <summary>Imports published documents into an empty private PostgreSQL, then asks questions as one reader under row-level security.</summary>
internal static class LibraryBench
{
    private const int Documents = 1500;
    private const int Rounds = 20;

    // Rare and common words, phrases, filters alone, several languages: what people type, and the worst of it.
    private static readonly ParagraphFilter[] Questions =
    [
        new() { Q = "\"security sector reform\"" }, new() { Q = "security" }, new() { Q = "women police" }, new() { Q = "arms embargo exemption" },
        new() { Q = "désarmement" }, new() { Q = "réforme du secteur de la sécurité" }, new() { Q = "الأمن" }, new() { Q = "desarme" }, new() { Q = "vetting" },
        new() { Q = "report", Strength = 4, From = 2018 }, new() { Theme = "gender", From = 2020, To = 2020 }, new() { Q = "children", Theme = "children", Addressee = "member-states" },
        new() { Symbol = "2553" }, new() { Q = "mandate", Within = "\"security sector reform\"" }, new() { Strength = 5 },
    ];

    internal static async Task<int> RunAsync(Options options)
    {
        if (options.Folder("01-un-docs/akn4un") is not { } folder)
        {
            Console.Error.WriteLine("The folder of published documents was not found: name it with --data.");
            return 2;
        }

        var data = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
        await using (var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(data), TimeProvider.System, NullLogger.Instance, CancellationToken.None))
        await using (var database = await Database.OpenAsync(server.AdminConnectionString, "bench", Path.Combine(data, "secrets.json"), CancellationToken.None))
        {
            await ImportAsync(database, folder, data);
            await SearchAsync(database, data);
        }

        Directory.Delete(data, recursive: true);
        return 0;
    }

    private static async Task ImportAsync(Database database, string folder, string data)
    {
        var files = Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(Documents).ToList();
        var import = new ImportDocuments(database, new PdfText(), ImportLimits.Default, TimeProvider.System);
        var order = new ImportOrder(Reader.Operator, Workspace.Shared, Classification.Public);
        var watch = Stopwatch.StartNew();
        var processor = Environment.CpuUsage.TotalTime;
        var server = ServerTime.Seconds(data);
        var added = 0;
        await foreach (var outcome in import.ImportAsync(files.Select(SourceFile.At), order, CancellationToken.None))
        {
            added += outcome.State == FileState.Added ? 1 : 0;
        }

        var seconds = watch.Elapsed.TotalSeconds;
        var own = (Environment.CpuUsage.TotalTime - processor).TotalSeconds;
        Console.WriteLine($"import: {added} of {files.Count} documents in {seconds:0.0} s = {files.Count / seconds:0} documents/s (processor time: ours {own:0.0} s, PostgreSQL's {ServerTime.Seconds(data) - server:0.0} s)");
    }

    private static async Task SearchAsync(Database database, string data)
    {
        await using var db = await database.AsAsync(Reader.Operator, CancellationToken.None);
        Console.WriteLine($"search: {await db.LibraryDocuments.CountAsync()} documents, {await db.LibraryProvisions.CountAsync()} paragraphs");
        foreach (var question in Questions)
        {
            await db.ParagraphsAsync(Workspace.Shared, question, 0, 25, CancellationToken.None);
        }

        var processor = Environment.CpuUsage.TotalTime.TotalMilliseconds;
        var server = ServerTime.Seconds(data);
        var times = new List<double>();
        var slowest = (Milliseconds: 0.0, Question: "");
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var question in Questions)
            {
                var watch = Stopwatch.StartNew();
                await db.ParagraphsAsync(Workspace.Shared, question, 0, 25, CancellationToken.None);
                times.Add(watch.Elapsed.TotalMilliseconds);
                slowest = times[^1] > slowest.Milliseconds ? (times[^1], question.Address("")) : slowest;
            }
        }

        var own = (Environment.CpuUsage.TotalTime.TotalMilliseconds - processor) / times.Count;
        var asked = (ServerTime.Seconds(data) - server) * 1000 / times.Count;
        times.Sort();
        Console.WriteLine($"search: p50 {times[times.Count / 2]:0.0} ms, p95 {times[(int)(times.Count * 0.95)]:0.0} ms, slowest {slowest.Milliseconds:0.0} ms ({Uri.UnescapeDataString(slowest.Question)})");
        Console.WriteLine($"search: processor time per question: ours {own:0.0} ms, PostgreSQL's {asked:0.0} ms");
    }
}
