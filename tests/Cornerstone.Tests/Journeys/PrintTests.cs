using System.Diagnostics;
using Cornerstone.Access;
using Cornerstone.Features.Library;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

/// <summary>What comes out of the printer is whole: every paragraph, tables with their heads on each sheet, and where it comes from.</summary>
public sealed class PrintTests
{
    private const string PdfToText = "/usr/bin/pdftotext";

    [Fact(Timeout = BrowserApp.LongestMilliseconds)]
    public async Task A_document_prints_whole_with_its_source_and_day()
    {
        var app = await BrowserApp.ToLookAtAsync();
        var mandate = await MandateAsync(app);

        var sheets = await PrintedAsync(app, $"/xs/library/documents/{mandate}");

        var text = string.Join('\n', sheets);
        Assert.True(sheets.Count > 2, $"{sheets.Count} sheets");
        Assert.True(sheets[0].Contains("S/RES/9901", StringComparison.Ordinal), sheets[0]);
        Assert.Contains("Decides to remain actively seized", text, StringComparison.Ordinal);
        Assert.Contains($"/xs/library/documents/{mandate}", text, StringComparison.Ordinal);
        Assert.Contains("Data as of", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign out", text, StringComparison.Ordinal);
    }

    [Fact(Timeout = BrowserApp.LongestMilliseconds)]
    public async Task A_long_table_repeats_its_head_on_each_sheet()
    {
        var app = await BrowserApp.ToLookAtAsync();
        var mandate = await MandateAsync(app);

        var sheets = await PrintedAsync(app, $"/xs/commitments/matrix?document={mandate}");

        Assert.True(sheets.Count > 1, $"{sheets.Count} sheets");
        Assert.Contains("Followed here", sheets[1], StringComparison.Ordinal);
    }

    private static async Task<Guid> MandateAsync(BrowserApp app)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, TestContext.Current.CancellationToken);
        return await db.LibraryDocuments.Where(d => d.Symbol == "S/RES/9901 (2025)").Select(d => d.Id).SingleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<string>> PrintedAsync(BrowserApp app, string path)
    {
        Assert.SkipUnless(File.Exists(PdfToText), $"No pdftotext at {PdfToText}: install Debian's package poppler-utils to read what was printed.");
        await using var context = await app.ContextAsync(new Look("en"), Amina);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        var pdf = await page.PdfAsync(new() { Format = PaperFormat.A4, PreferCSSPageSize = true });
        return await TextOfAsync(pdf);
    }

    // pdftotext ends each sheet with a form feed.
    private static async Task<IReadOnlyList<string>> TextOfAsync(byte[] pdf)
    {
        using var process = Process.Start(new ProcessStartInfo(PdfToText, ["-layout", "-", "-"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var text = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardInput.BaseStream.WriteAsync(pdf, TestContext.Current.CancellationToken);
        process.StandardInput.Close();
        return (await text).Split('\f', StringSplitOptions.RemoveEmptyEntries);
    }
}
