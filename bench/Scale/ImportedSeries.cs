using System.Globalization;
using System.Text.Encodings.Web;
using Cornerstone.Data;
using Cornerstone.Demonstration;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorImport;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Bench.Scale;

/// <summary>
/// A workbook of 100,000 values as a statistics office would send it. Judged is the preview a person looks at first; brought in is the file read
/// and judged anew, because the record may have moved meanwhile, and stored with its journal; both is what a person waits for altogether.
/// </summary>
internal static class ImportedSeries
{
    private const int Indicators = 50;
    private const int Months = 100;
    private const int Parts = 20;

    private static readonly string[] Ages = ["0-17", "18-24", "25-34", "35-44", "45-54", "55+", "unknown"];
    private static readonly string[] Sexes = ["F", "M", "X"];

    internal static async Task RunAsync(Database database, SoleniaPeople people, string data, CancellationToken ct)
    {
        var codes = await IndicatorsAsync(database, people, ct);
        foreach (var extension in (string[])[".xlsx", ".csv"])
        {
            var path = Path.Combine(data, $"values{extension}");
            Write(path, codes.Where((_, i) => i % 2 == (extension == ".csv" ? 0 : 1)), TimeProvider.System.GetUtcNow());
            var waited = TimeSpan.Zero;
            foreach (var (what, choice) in new[] { ("judged", ImportChoice.Preview), ("judged anew and brought in", ImportChoice.GoodRows), ("judged anew, all there already", ImportChoice.GoodRows) })
            {
                await using var db = await database.AsAsync(people.Secretariat, ct);
                var words = new Text(new Catalogue([], NullLogger<Catalogue>.Instance), HtmlEncoder.Default);
                var run = new WorkbookRun(db, LargeCountry.Country, people.Secretariat, new Act(WorkbookImport.ActName, LargeCountry.Country, TimeProvider.System.GetUtcNow()), words);
                using var cost = Cost.Begin(data);
                await using var stream = File.OpenRead(path);
                using var file = SheetFile.Open(stream);
                var outcome = await WorkbookImport.RunAsync(new IndicatorImportRoom().Workbooks.Single(w => w.Name == "series"), file, run, choice, ct);
                Console.WriteLine(cost.Of($"values by {extension[1..]}, {what} ({outcome.Added:#,0} added, {outcome.Unchanged:#,0} already so, {outcome.Refused:#,0} refused)", outcome.Rows));
                waited += cost.Elapsed;
                if (outcome.IsDone)
                {
                    Console.WriteLine($"values by {extension[1..]}, both steps together: {outcome.Rows / waited.TotalSeconds:#,0} a second");
                }
            }
        }
    }

    // Of their own, so that a second run of the benchmark finds nothing of the first.
    private static async Task<List<string>> IndicatorsAsync(Database database, SoleniaPeople people, CancellationToken ct)
    {
        await using var db = await database.AsAsync(people.Secretariat, ct);
        var at = TimeProvider.System.GetUtcNow();
        var mark = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var indicators = Enumerable.Range(0, 2 * Indicators)
            .Select(i => new Indicator { Country = LargeCountry.Country, Classification = Classification.Public, Code = $"I-{mark}-{i:000}" }).ToList();
        db.AddRange(indicators);
        db.AddRange(indicators.Select((x, i) => LargeSeries.Card(x, i, at)));
        await db.SaveAsync(new Act("demonstration.indicators", LargeCountry.Country, at), ct);
        return [.. indicators.Select(i => i.Code)];
    }

    private static void Write(string path, IEnumerable<string> codes, DateTimeOffset now)
    {
        using var stream = File.Create(path);
        using ISheetWriter writer = path.EndsWith(".csv", StringComparison.Ordinal) ? new CsvWriter(stream) : new XlsxWriter(stream);
        writer.Begin(new SheetLayout("Values", [.. "indicator,period,area,dimensions,value,source,collected,no-evidence".Split(',').Select(c => new SheetColumn(c))]));
        var collected = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var code in codes)
        {
            for (var month = 0; month < Months; month++)
            {
                var period = new DateOnly(2015, 1, 1).AddMonths(month).ToString("yyyy-MM", CultureInfo.InvariantCulture);
                for (var part = 0; part < Parts; part++)
                {
                    writer.Row(code, period, null, $"age={Ages[part / Sexes.Length]};sex={Sexes[part % Sexes.Length]}", 1_000m + month + part, "Register", collected, "Kept at the register");
                }
            }
        }
    }
}
