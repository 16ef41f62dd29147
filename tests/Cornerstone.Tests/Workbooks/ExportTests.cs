using System.Net;
using Cornerstone.Sheets;
using Cornerstone.Tests.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Workbooks;

public sealed class ExportTests
{
    // Tables that are no list of the record: fields of a form, parts of one record that stand in its own list or workbook.
    private static readonly string[] NoLists = ["Edit.cshtml", "New.cshtml", "Detail.cshtml", "Compare.cshtml", "Document.cshtml", "Home.cshtml"];

    // Lists that still go out only by their room's workbook or not at all. The list may shrink, never grow.
    private static readonly string[] NotYet =
    [
        "CouncilBenchmarks/Index", "CouncilBenchmarks/Table", "Delineation/Findings", "Delineation/Function", "Delineation/Functions", "Delineation/Role",
        "IndicatorCatalogue/Figures", "IndicatorCatalogue/Index", "IndicatorFramework/Dashboard", "IndicatorFramework/Map", "IndicatorValues/Enter",
        "IndicatorValues/Index", "IndicatorValues/Revisions", "Indicators/Targets", "Institutions/FocalPoints", "Institutions/Strength", "PlanViews/Gantt",
        "Portfolio/Index", "Regions/Import", "ReportingCalendar/Calendar",
    ];

    [Fact]
    public void Every_page_with_a_list_offers_it_as_a_file()
    {
        var pages = Repository.Files("src/Cornerstone", "*.cshtml")
            .Where(f => !Path.GetFileName(f).StartsWith('_') && !NoLists.Contains(Path.GetFileName(f)))
            .Select(f => (File: Path.GetRelativePath(Repository.Root, f), Text: File.ReadAllText(f)))
            .Where(p => p.Text.Contains("<data-table", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.Equal(
            NotYet.Order(StringComparer.Ordinal),
            pages.Where(p => !p.Text.Contains("<export-links", StringComparison.Ordinal))
                .Select(p => Path.ChangeExtension(p.File, null)["src/Cornerstone/Features/".Length..]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("/xs/library")]
    [InlineData("/xs/library?sort=title")]
    [InlineData("/xs/library/search?q=reform")]
    [InlineData("/xs/library/tracker")]
    [InlineData("/xs/library/graph")]
    [InlineData("/xs/search?q=reform")]
    [InlineData("/xs/workbooks")]
    public async Task A_list_goes_out_in_both_forms_with_source_and_stamp(string list)
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync(list);

        foreach (var link in page.QuerySelectorAll("[data-export] a").Select(a => a.GetAttribute("href")!))
        {
            using var answer = await amina.Client.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var file = SheetFile.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
            var text = string.Join('\n', file.Rows(0).SelectMany(r => r.Cells).Select(c => c.Text));
            Assert.Contains("As of", text, StringComparison.Ordinal);
            Assert.Contains("Source", text, StringComparison.Ordinal);
        }

        Assert.Equal(2, page.QuerySelectorAll("[data-export] a").Length);
    }

    [Fact]
    public async Task The_filter_of_the_page_narrows_the_file()
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First);
        var amina = await app.AsAsync(Amina);

        var all = await amina.Client.GetStringAsync("/xs/library?handler=export&format=csv", TestContext.Current.CancellationToken);
        var none = await amina.Client.GetStringAsync("/xs/library?q=nothingofthekind&handler=export&format=csv", TestContext.Current.CancellationToken);

        Assert.Contains("S/RES/9101 (2023)", all, StringComparison.Ordinal);
        Assert.DoesNotContain("S/RES/9101 (2023)", none, StringComparison.Ordinal);
    }
}
