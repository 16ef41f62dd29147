using System.Net;
using Cornerstone.Sheets;
using Cornerstone.Tests.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Workbooks;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Workbooks;

public sealed class ExportTests
{
    // Tables that are no list of the record: fields of a form, parts of one record that stand in its own list or workbook.
    private static readonly string[] NoLists = ["Edit.cshtml", "New.cshtml", "Detail.cshtml", "Compare.cshtml", "Document.cshtml", "Home.cshtml", "Role.cshtml", "Enter.cshtml", "Import.cshtml",
        "Propose.cshtml", "Columns.cshtml", "Pair.cshtml", "Doubt.cshtml", "Send.cshtml", "Alignment.cshtml", "Answers.cshtml", "Correct.cshtml"];

    [Fact]
    public void Every_page_with_a_list_offers_it_as_a_file()
    {
        var pages = Repository.Files("src/Cornerstone", "*.cshtml")
            .Where(f => !Path.GetFileName(f).StartsWith('_') && !NoLists.Contains(Path.GetFileName(f)))
            // The public pages give everything as open data instead.
            .Where(f => !f.Contains("/Portal/", StringComparison.Ordinal) && !f.Contains("/PublicSupport/", StringComparison.Ordinal) && !f.Contains("/PublicCouncil/", StringComparison.Ordinal))
            .Select(f => (File: Path.GetRelativePath(Repository.Root, f), Text: File.ReadAllText(f)))
            .Where(p => p.Text.Contains("<data-table", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(pages);
        Assert.Empty(pages.Where(p => !p.Text.Contains("<export-links", StringComparison.Ordinal)).Select(p => p.File));
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

    [Theory]
    [InlineData("/xs/delineation/functions")]
    [InlineData("/xs/values/revisions")]
    [InlineData("/xs/indicators/catalogue")]
    public async Task A_page_gives_its_tables_as_they_are_shown(string path)
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync(path);
        var shown = page.QuerySelectorAll("table.data tbody tr").Length;

        using var answer = await amina.Client.GetAsync(path + "?tables=xlsx", TestContext.Current.CancellationToken);

        using var file = SheetFile.Open(new MemoryStream(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(shown, file.Sheets.Select((_, i) => Math.Max(0, file.Rows(i).Count() - 4)).Sum());
    }

    [Fact]
    public void Days_numbers_and_words_of_a_table_are_told_apart_and_buttons_stay_out()
    {
        var table = PageTables.Read("""
            <table class="data stacked"><caption>Two &amp; more</caption><thead><tr><th scope="col">A</th><th class="number">B</th></tr></thead>
            <tbody><tr><th scope="row"><a href="/x">Name</a> <span class="hidden">secret</span><br><time datetime="2026-01-02">2 January</time></th><td class="number"><bdi>1,234.5</bdi></td></tr>
            <tr><td><time datetime="2026-01-02">2 January</time></td><td><form><button>Press</button></form></td></tr></tbody></table>
            """).Single();

        Assert.Equal(("Two & more", 2), (table.Caption, table.Rows.Count));
        Assert.Equal(new PageCell("Name · 2 January", null, false), table.Rows[0][0]);
        Assert.Equal(new PageCell("1,234.5", null, true), table.Rows[0][1]);
        Assert.Equal((new DateOnly(2026, 1, 2), ""), (table.Rows[1][0].Day, table.Rows[1][1].Text));
    }
}
