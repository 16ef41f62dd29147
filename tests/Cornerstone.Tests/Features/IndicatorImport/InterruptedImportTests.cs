using System.Text;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorImport;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Tests.TestKit;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorImport;

/// <summary>Security handbook, RL-06: an import that dies on the way left nothing, and the same file again brings each row once.</summary>
public sealed class InterruptedImportTests
{
    private const int Rows = 12_000;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task An_import_that_breaks_off_leaves_nothing_and_the_same_file_again_brings_every_row_once(int batch)
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app);

        await Assert.ThrowsAsync<IOException>(() => ImportAsync(app, new Breaking(new SeriesWorkbook(), batch)));
        var (values, imports) = await CountAsync(app, id);
        var outcome = await ImportAsync(app, new SeriesWorkbook());

        Assert.Equal((0, 0), (values, imports));
        Assert.Equal((Rows, 0, true), (outcome.Added, outcome.Refused, outcome.IsDone));
        Assert.Equal((Rows, 1), await CountAsync(app, id));
        Assert.Single(await app.ActsAsync(), a => a == WorkbookImport.ActName);
    }

    private static async Task<ImportOutcome> ImportAsync(TestApp app, IWorkbook workbook)
    {
        await using var db = await app.DbAsAsync(Amina);
        using var scope = app.Services.CreateScope();
        var run = new WorkbookRun(db, "XS", db.Reader, new Act(WorkbookImport.ActName, "XS", Then), scope.ServiceProvider.GetRequiredService<Text>());
        using var file = SheetFile.Open(Table());
        return await WorkbookImport.RunAsync(workbook, file, run, ImportChoice.GoodRows, Ct);
    }

    private static MemoryStream Table()
    {
        var text = new StringBuilder("indicator,period,value\n");
        for (var i = 0; i < Rows; i++)
        {
            text.Append("CUT,").Append(new DateOnly(1980, 1, 1).AddDays(i).ToString("O", null)).Append(',').Append((i % 9) + 1).Append('\n');
        }

        return new(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static async Task<Guid> GivenAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        var indicator = Indicator("CUT");
        db.Indicators.Add(indicator);
        await db.RecordAsync(new Act("benchmarks.propose", "XS", Then), Ct);
        db.IndicatorDefinitions.Add(Card(indicator.Id));
        await db.SaveAsync(new Act("benchmarks.define", "XS", Then), Ct);
        return indicator.Id;
    }

    private static async Task<(int Values, int Imports)> CountAsync(TestApp app, Guid id)
    {
        await using var db = await app.DbAsAsync(Amina);
        return (await db.SeriesPoints.CountAsync(p => p.IndicatorId == id, Ct), await db.SeriesImports.CountAsync(i => i.Country == "XS", Ct));
    }

    /// <summary>Stores what it is given and then, at one batch, loses its machine.</summary>
    private sealed class Breaking(ILargeWorkbook whole, int at) : ILargeWorkbook
    {
        private int batches;

        public string Name => whole.Name;

        public string Title => whole.Title;

        public string Purpose => whole.Purpose;

        public string Reads => whole.Reads;

        public string Needs => whole.Needs;

        public Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct) => whole.SheetsAsync(run, ct);

        public IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, CancellationToken ct) => whole.ReadAsync(run, ct);

        public Task LearnAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct) => whole.LearnAsync(rows, run, ct);

        public IReadOnlyList<RowVerdict> Check(IReadOnlyList<WorkbookRow> rows, WorkbookRun run) => whole.Check(rows, run);

        public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
        {
            await whole.ApplyAsync(verdicts, run, ct);
            if (++batches == at)
            {
                throw new IOException("The machine went away.");
            }
        }
    }
}
