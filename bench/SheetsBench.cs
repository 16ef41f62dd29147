using System.Diagnostics;
using System.IO.Compression;
using System.Text.Encodings.Web;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Bench;

/// <summary>A hundred thousand rows written, read, checked and brought in; packages built to burst, refused.</summary>
internal static class SheetsBench
{
    private const int Columns = 8;

    internal static async Task<int> RunAsync(Options options)
    {
        var rows = int.TryParse(options["--rows"], out var asked) ? asked : 100_000;
        var folder = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
        var (book, table) = (Path.Combine(folder, "rows.xlsx"), Path.Combine(folder, "rows.csv"));
        Write(book, rows, s => new XlsxWriter(s));
        Write(table, rows, s => new CsvWriter(s));
        Read(book);
        Read(table);
        Bomb(folder, "one part of 109 MB", 1, 109_000_000);
        Bomb(folder, "100,000 entries", 100_000, 10);
        await BringInAsync(folder, rows);
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static void Write(string path, int rows, Func<Stream, ISheetWriter> open) => Measure($"write {Path.GetExtension(path)}", rows, () =>
    {
        using var stream = File.Create(path);
        using var writer = open(stream);
        writer.Begin(new SheetLayout("Rows", [.. Enumerable.Range(1, Columns).Select(i => new SheetColumn($"Column {i}"))]));
        for (var i = 0; i < rows; i++)
        {
            writer.Row($"R-{i:D6}", $"A name of some length, number {i}", i * 1.25m, new DateOnly(2020, 1, 1).AddDays(i % 2_000), "DEF", "code · label", null, (long)i);
        }
    });

    private static void Read(string path) => Measure($"read {Path.GetExtension(path)} ({new FileInfo(path).Length / 1_000_000.0:F1} MB)", 0, () =>
    {
        using var stream = File.OpenRead(path);
        using var file = SheetFile.Open(stream);
        return file.Rows(0).Count();
    });

    private static void Bomb(string folder, string name, int entries, int length)
    {
        var path = Path.Combine(folder, "bomb.xlsx");
        using (var zip = new ZipArchive(File.Create(path), ZipArchiveMode.Create))
        {
            var block = new byte[Math.Min(length, 1_000_000)];
            for (var i = 0; i < entries; i++)
            {
                using var part = zip.CreateEntry($"xl/worksheets/sheet{i + 1}.xml", CompressionLevel.Optimal).Open();
                for (var written = 0; written < length; written += block.Length)
                {
                    part.Write(block);
                }
            }
        }

        Measure($"refuse {name} ({new FileInfo(path).Length / 1_000} KB)", 0, () =>
        {
            using var stream = File.OpenRead(path);
            try
            {
                using var file = SheetFile.Open(stream);
                throw new InvalidOperationException("The package was not refused.");
            }
            catch (UnreadableSheetException fault)
            {
                Console.WriteLine($"  {fault.Rule}: {fault.Message}");
            }
        });
        File.Delete(path);
    }

    private static async Task BringInAsync(string folder, int rows)
    {
        var path = Path.Combine(folder, "regions.xlsx");
        using (var stream = File.Create(path))
        using (var writer = new XlsxWriter(stream))
        {
            writer.Begin(new SheetLayout("Regions", [new("code"), new("name.en"), new("level"), new("parent")]));
            for (var i = 0; i < rows; i++)
            {
                writer.Row($"B-{i:D6}", $"Region {i}", "1", null);
            }
        }

        await using var server = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresSettings(folder), TimeProvider.System, NullLogger.Instance, CancellationToken.None);
        await using var database = await Database.OpenAsync(server.AdminConnectionString, "bench", Path.Combine(folder, "secrets.json"), CancellationToken.None);
        await using var db = await database.AsAsync(Reader.Operator, CancellationToken.None);
        foreach (var (name, choice) in new[] { ("check", ImportChoice.Preview), ("bring in", ImportChoice.AllOrNothing), ("bring in again", ImportChoice.AllOrNothing) })
        {
            var words = new Text(new Catalogue([], NullLogger<Catalogue>.Instance), HtmlEncoder.Default);
            var run = new WorkbookRun(db, Workspace.Shared, Reader.Operator, new Act(WorkbookImport.ActName, Workspace.Shared, TimeProvider.System.GetUtcNow()), words);
            using var stream = File.OpenRead(path);
            using var file = SheetFile.Open(stream);
            ImportOutcome? outcome = null;
            await MeasureAsync($"{name}: regions by their workbook", rows, async () => outcome = await WorkbookImport.RunAsync(new RegionsWorkbook(), file, run, choice, CancellationToken.None));
            Console.WriteLine($"  {outcome!.Added} added, {outcome.Changed} changed, {outcome.Unchanged} already so, {outcome.Refused} refused");
        }
    }

    private static void Measure(string name, int rows, Action act) => MeasureAsync(name, rows, () =>
    {
        act();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    private static void Measure(string name, int _, Func<int> act)
    {
        var read = 0;
        Measure(name, 0, new Action(() => read = act()));
        Console.WriteLine($"  {read:N0} rows");
    }

    private static async Task MeasureAsync(string name, int rows, Func<Task> act)
    {
        GC.Collect();
        var (watch, processor, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime, Environment.WorkingSet);
        var peak = before;
        await using (new Timer(_ => peak = Math.Max(peak, Environment.WorkingSet), null, 0, 20))
        {
            await act();
        }

        peak = Math.Max(peak, Environment.WorkingSet);
        var seconds = watch.Elapsed.TotalSeconds;
        var pace = rows > 0 ? $", {rows / seconds:N0} rows/s" : "";
        Console.WriteLine($"{name}: {seconds:F2} s, processor {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:F2} s{pace}, resident +{(peak - before) / 1_000_000} MB (peak {peak / 1_000_000} MB)");
    }
}
