using System.Net;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Sheets;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.Workbooks;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorImport;

public sealed class IndicatorsWorkbookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Good_cards_and_targets_go_in_bad_ones_are_explained_and_the_same_again_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var preview = await WorkbookSetting.SendAsync(amina, Book(), "indicators", "indicators.xlsx");
        Assert.Equal(("3", "0", "0", "3"), WorkbookSetting.Counts(preview));
        Assert.Equal(["W6", "W7", "series.indicator"], preview.QuerySelectorAll("[data-test=finding]").Select(f => f.QuerySelectorAll("td")[^1].TextContent.Trim()).Order(StringComparer.Ordinal));

        var answer = await amina.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "GoodRows" });
        var again = await WorkbookSetting.SendAsync(amina, Book(), "indicators", "indicators.xlsx");

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(("0", "0", "3", "3"), WorkbookSetting.Counts(again));
        await using var db = await app.DbAsAsync(Amina);
        var card = (await db.DefinedIndicatorsAsync("XS", Ct)).Single(d => d.Indicator.Code == "BK-1").Definition;
        Assert.Equal(["sex", "region"], card.Disaggregations);
        Assert.Equal((Frequency.Quarterly, 1), (card.Frequency, card.Number));
        Assert.Equal(5m, (await db.IndicatorTargets.SingleAsync(t => t.IndicatorId == card.IndicatorId, Ct)).Value.Number);
    }

    [Fact]
    public async Task A_changed_row_writes_the_next_card_and_keeps_the_one_before()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        await BringInAsync(amina, Book());

        await BringInAsync(amina, Book(source: "Register of courts"));

        await using var db = await app.DbAsAsync(Amina);
        var id = (await db.Indicators.SingleAsync(i => i.Code == "BK-2", Ct)).Id;
        var cards = await db.IndicatorDefinitions.Where(d => d.IndicatorId == id).OrderBy(d => d.Number).ToListAsync(Ct);
        Assert.Equal(["Register", "Register of courts"], cards.Select(c => c.Source));
        Assert.Equal([false, true], cards.Select(c => c.ReplacedAt is null));
    }

    [Fact]
    public async Task Our_own_file_of_indicators_and_of_values_changes_nothing_when_it_comes_back_in_any_language()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        await BringInAsync(amina, Book());
        await BringInAsync(amina, Values(), "series");

        foreach (var (workbook, language) in new[] { ("indicators", "en"), ("indicators", "ar"), ("series", "fr"), ("series", "ar") })
        {
            amina.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
            amina.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            var file = await amina.Client.GetByteArrayAsync($"/xs/workbooks/{workbook}?handler=file&filled=true", Ct);

            var counts = WorkbookSetting.Counts(await WorkbookSetting.SendAsync(amina, file, workbook, "own.xlsx"));

            Assert.Equal(("0", "0", "3", "0"), counts);
        }
    }

    [Fact]
    public async Task The_template_holds_the_code_lists_of_the_moment_and_its_headings_are_understood()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var template = await amina.Client.GetByteArrayAsync("/xs/workbooks/indicators?handler=file", Ct);
        var preview = await WorkbookSetting.SendAsync(amina, template, "indicators", "template.xlsx");

        using var file = SheetFile.Open(new MemoryStream(template));
        Assert.Equal(["Explanation", "Indicators", "Baselines and targets", "Lists"], file.Sheets);
        Assert.Contains(file.Rows(3).SelectMany(r => r.Cells), c => c.Text.StartsWith("POL", StringComparison.Ordinal));
        Assert.Equal(("0", "0", "0", "0"), WorkbookSetting.Counts(preview));
    }

    private static async Task BringInAsync(Visitor visitor, byte[] file, string workbook = "indicators")
    {
        var preview = await WorkbookSetting.SendAsync(visitor, file, workbook, "file.xlsx");
        using var answer = await visitor.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "GoodRows" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    // Two good cards and a good target; a unit nobody knows, a card without a component, a target of nothing.
    private static byte[] Book(string source = "Register")
    {
        using var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            string[] heads =
            [
                "code", "name.en", "meaning.en", "unit", "measure", "direction", "method", "source-type", "source", "frequency", "custodian",
                "component", "level", "split", "over-time", "over-areas", "over-dimensions", "kind",
            ];
            writer.Begin(new SheetLayout("Indicators", [.. heads.Select(h => new SheetColumn(h))]));
            writer.Row(Card("BK-1", "Count", "POL", "Register"));
            writer.Row(Card("BK-2", "Count", "POL", source));
            writer.Row(Card("BK-3", "Furlongs", "POL", "Register"));
            writer.Row(Card("BK-4", "Count", null, "Register"));
            writer.Begin(new SheetLayout("Baselines and targets", [new("indicator"), new("kind"), new("on"), new("value")]));
            writer.Row("BK-1", "Baseline", new DateOnly(2024, 12, 31), 5m);
            writer.Row("BK-9", "Target", new DateOnly(2028, 12, 31), 9m);
        }

        return memory.ToArray();
    }

    private static object?[] Card(string code, string unit, string? component, string source) =>
    [
        code, $"Indicator {code}", "What it counts", unit, "Unit", "Increase", "Counting", "Administrative", source, "Quarterly", "Registrar",
        component, "Outcome", "sex;region", "Last", "Sum", "Sum", "Stock",
    ];

    private static byte[] Values()
    {
        using var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            writer.Begin(new SheetLayout("Values", [new("indicator"), new("period"), new("dimensions"), new("value"), new("collected")]));
            writer.Row("BK-1", "2025-Q1", null, "3–6", new DateOnly(2025, 4, 2));
            writer.Row("BK-1", "2025-Q2", "sex=F", 12.5m, null);
            writer.Row("BK-2", "2024-Q4", null, "unknown", null);
        }

        return memory.ToArray();
    }
}
