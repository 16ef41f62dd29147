using System.Net;
using Cornerstone.Features.Regions;
using Cornerstone.Sheets;
using Cornerstone.Tests.TestKit;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Workbooks;

public sealed class WorkbookPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Features handbook, part 5: 970 in, 30 explained by row and severity, the second import changes nothing.
    [Fact]
    public async Task Of_a_thousand_rows_with_thirty_bad_ones_970_go_in_30_are_explained_and_a_second_import_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var file = WorkbookSetting.Regions(1_000, badEvery: 33);
        var preview = await WorkbookSetting.SendAsync(amina, file);
        Assert.Equal(("970", "0", "0", "30"), WorkbookSetting.Counts(preview));
        Assert.Equal(30, preview.QuerySelectorAll("[data-test=finding]").Length);

        var answer = await amina.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "GoodRows" });
        var again = await WorkbookSetting.SendAsync(amina, file);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(970, await db.Regions.CountAsync(r => r.Country == "XS" && r.Code.StartsWith("R-"), Ct));
        Assert.Single(await app.ActsAsync(), a => a == WorkbookImport.ActName);
        Assert.Equal(("0", "0", "970", "30"), WorkbookSetting.Counts(again));
        Assert.Null(again.QuerySelector("form[data-test=apply]"));
    }

    [Fact]
    public async Task A_preview_changes_nothing_and_says_whether_it_adds_or_overwrites()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var preview = await WorkbookSetting.SendAsync(amina, WorkbookSetting.Regions(3));

        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(0, await db.Regions.CountAsync(r => r.Code.StartsWith("R-"), Ct));
        Assert.Contains("overwrites rows whose key is here already", preview.QuerySelector("[data-test=effect]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_or_nothing_with_one_refused_row_brings_in_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var preview = await WorkbookSetting.SendAsync(amina, WorkbookSetting.Regions(1_500, badEvery: 1_400));

        var answer = await amina.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "AllOrNothing" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(0, await db.Regions.CountAsync(r => r.Code.StartsWith("R-"), Ct));
        Assert.DoesNotContain(WorkbookImport.ActName, await app.ActsAsync());
    }

    [Fact]
    public async Task A_finding_names_sheet_cell_rule_value_and_what_was_expected()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var preview = await WorkbookSetting.SendAsync(amina, WorkbookSetting.Regions(3, badEvery: 3));

        var finding = preview.QuerySelector("[data-test=finding]")!;
        Assert.Equal("C4", finding.QuerySelector("th")!.TextContent);
        Assert.Equal(["Refused", "Regions", "third", "one of: 1 (First level), 2 (Second level)", "W6"], finding.QuerySelectorAll("td").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task What_was_taken_out_filled_changes_nothing_when_it_comes_back()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var preview = await WorkbookSetting.SendAsync(amina, WorkbookSetting.Regions(40));
        await amina.SubmitAsync(preview, "form[data-test=apply]", []);

        foreach (var language in new[] { "en", "ar", "fr" })
        {
            amina.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
            var book = await amina.Client.GetByteArrayAsync("/xs/workbooks/regions?handler=file&filled=true", Ct);
            var table = await amina.Client.GetByteArrayAsync("/xs/workbooks/regions?handler=text&sheet=regions", Ct);

            var ofBook = WorkbookSetting.Counts(await WorkbookSetting.SendAsync(amina, book));
            Assert.Equal(("0", "0", "0"), (ofBook.Added, ofBook.Changed, ofBook.Refused));
            Assert.Equal(ofBook, WorkbookSetting.Counts(await WorkbookSetting.SendAsync(amina, table, name: "regions.csv")));
            amina.Client.DefaultRequestHeaders.AcceptLanguage.Clear();
        }
    }

    [Fact]
    public async Task A_template_has_its_explanation_and_lists_and_nothing_hidden()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var bytes = await amina.Client.GetByteArrayAsync("/xs/workbooks/regions?handler=file", Ct);

        using var file = SheetFile.Open(new MemoryStream(bytes));
        Assert.Equal(["Explanation", "Regions", "Lists"], file.Sheets);
        Assert.Contains("Code *", file.Rows(1).First().Cells.Select(c => c.Text));
        Assert.Equal("1 · First level", file.Rows(2).ElementAt(1).Cells.Single(c => c.Text.StartsWith('1')).Text);
        _ = file.Rows(0).Count();
        Assert.Empty(file.Notices);
    }

    [Fact]
    public async Task A_file_sent_is_seen_by_its_sender_only()
    {
        await using var app = await TestApp.StartAsync();
        var preview = await WorkbookSetting.SendAsync(await app.AsAsync(Amina), WorkbookSetting.Regions(3));
        var address = new Uri(preview.Url).AbsolutePath;

        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Grace)).StatusOfAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Dmitri)).StatusOfAsync(address));
    }

    [Fact]
    public async Task Who_may_only_read_takes_out_and_does_not_bring_in()
    {
        await using var app = await TestApp.StartAsync();
        var dmitri = await app.AsAsync(Dmitri);

        var page = await dmitri.OpenAsync("/xs/workbooks/regions");

        Assert.Null(page.QuerySelector("input[type=file]"));
        Assert.NotEmpty(page.QuerySelectorAll("a[download]"));
    }

    [Fact]
    public async Task A_file_that_is_no_table_is_refused_on_the_same_page()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var page = await WorkbookSetting.SendAsync(amina, "%PDF-1.7"u8.ToArray());

        Assert.Contains("not a table", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_put_aside_is_gone()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var preview = await WorkbookSetting.SendAsync(amina, WorkbookSetting.Regions(3));

        var answer = await amina.PostAsync(new Uri(preview.Url).AbsolutePath + "?handler=discard", preview, []);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync(new Uri(preview.Url).AbsolutePath));
    }

    [Fact]
    public async Task The_findings_can_be_taken_along_as_a_workbook()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var preview = await WorkbookSetting.SendAsync(amina, WorkbookSetting.Regions(9, badEvery: 3));

        var bytes = await amina.Client.GetByteArrayAsync(new Uri(preview.Url).AbsolutePath + "?handler=export&format=xlsx", Ct);

        using var file = SheetFile.Open(new MemoryStream(bytes));
        Assert.Contains(file.Rows(0), r => r.Cells.Any(c => c.Text == "W6") && r.Cells.Any(c => c.Text == "C4"));
    }
}
