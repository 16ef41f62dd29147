using System.Net;
using System.Text;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Commitments;

public sealed class ObligationPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_benchmarks_of_solenia_were_delivered_28_days_late_once_the_report_is_shown()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        await app.ReportAsync();
        var obligation = (await app.AcceptAsync(mandate, "op/12")).Single();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/commitments/{obligation}");

        // Due 31 March 2026 (S/RES/9901 (2025), para. 12), delivered 28 April 2026.
        var answer = await amina.SubmitAsync(page, "form[data-test=add-evidence]", new() { ["Evidence.Symbol"] = "s/2026/9904", ["Evidence.IsDelivery"] = "true" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var after = await amina.OpenAsync($"/xs/commitments/{obligation}");
        Assert.Contains("28 days late", after.QuerySelector("[data-test=deadline]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("commitments.evidence", await app.ActsAsync());
    }

    [Fact]
    public async Task The_real_report_on_security_sector_reform_reads_166_days_late()
    {
        var seeds = Repository.Shared is { } shared ? Path.Combine(shared, "seeds") : null;
        Assert.SkipUnless(seeds is not null && Directory.Exists(seeds), "The real documents are not on this machine.");
        await using var app = await TestApp.StartAsync();
        var letter = await app.ImportAsync(SourceFile.At(Directory.GetFiles(seeds, "000_*").Single()));
        var report = await app.ImportAsync(SourceFile.At(Directory.GetFiles(seeds, "004_*").Single()));
        var resolution = await app.AnnexAsync(letter);
        var obligation = (await app.AcceptAsync(resolution, "op/25")).Single();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/commitments/{obligation}");

        // The report prints no symbol of its own, so it is chosen from the list of documents.
        await amina.SubmitAsync(page, "form[data-test=add-evidence]", new() { ["Evidence.Document"] = report.ToString(), ["Evidence.IsDelivery"] = "true" });

        var deadline = (await amina.OpenAsync($"/xs/commitments/{obligation}")).QuerySelector("[data-test=deadline]")!;
        Assert.Equal(["2021-09-30", "2022-03-15"], deadline.QuerySelectorAll("time").Select(t => t.GetAttribute("datetime")));
        Assert.Contains("166 days late", deadline.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_source_paragraph_stands_on_the_page_and_is_one_click_away()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        var obligation = (await app.AcceptAsync(mandate, "op/18")).Single();

        var page = await (await app.AsAsync(Dmitri)).OpenAsync($"/xs/commitments/{obligation}");

        Assert.Contains("strategic review of UNAMSOL", page.QuerySelector("blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/xs/library/documents/{mandate}#op/18", page.QuerySelector("[data-test=source]")!.GetAttribute("href"));
        Assert.Null(page.QuerySelector("form[data-test=dismiss]"));
    }

    [Fact]
    public async Task The_reader_of_the_library_shows_beside_a_paragraph_what_is_followed_from_it()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        var obligation = (await app.AcceptAsync(mandate, "op/18")).Single();

        var amina = await (await app.AsAsync(Amina)).OpenAsync($"/xs/library/documents/{mandate}");
        var elif = await (await app.AsAsync(Elif)).OpenAsync($"/xs/library/documents/{mandate}");

        Assert.NotNull(amina.QuerySelector($"a[href='/xs/commitments/{obligation}']"));
        Assert.NotNull(amina.QuerySelector("a[href^='/xs/commitments/new?provision=']"));
        Assert.Null(elif.QuerySelector("a[href^='/xs/commitments/new?provision=']"));
    }

    [Fact]
    public async Task The_history_tells_who_did_what()
    {
        await using var app = await TestApp.StartAsync();
        var obligation = (await app.AcceptAsync(await app.MandateAsync(), "op/12")).Single();
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync($"/xs/commitments/{obligation}"), "form[data-test=dismiss]", new() { ["Reason"] = "Followed by the mission" });

        var history = (await amina.OpenAsync($"/xs/commitments/{obligation}?tab=history")).QuerySelector(".history")!.TextContent;

        Assert.Contains("Obligation dismissed", history, StringComparison.Ordinal);
        Assert.Contains("Followed by the mission", history, StringComparison.Ordinal);
        Assert.Contains("Amina", history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Government_obligations_do_not_exist_for_a_partner_on_any_page()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        var obligation = (await app.AcceptAsync(mandate, Classification.Government, "op/12")).Single();
        var elif = await app.AsAsync(Elif);

        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/commitments/{obligation}"));
        Assert.NotEqual(HttpStatusCode.OK, await elif.StatusOfAsync($"/xs/commitments/{obligation}/edit"));
        Assert.Empty((await elif.OpenAsync("/xs/commitments")).QuerySelectorAll("tbody tr"));
        Assert.Empty((await elif.OpenAsync($"/xs/commitments/matrix?document={mandate}")).QuerySelectorAll($"a[href='/xs/commitments/{obligation}']"));
        using var file = await elif.Client.GetAsync("/xs/commitments?handler=export&format=csv", Ct);
        Assert.Equal(2, (await file.Content.ReadAsStringAsync(Ct)).Split("\r\n").Length);
    }

    [Fact]
    public async Task Any_record_says_which_paragraph_it_serves_and_the_matrix_counts_it()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        var record = Guid.CreateVersion7();
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.ProvisionsServed.Add(new ProvisionServed { Country = "XS", Classification = Classification.Partner, RecordType = "Objective", RecordId = record, Provision = "/un/sc/res/9901/2025/op/15", Relation = ServiceRelation.Implements });
            await db.SaveAsync(new Act("plan.link", "XS", DateTimeOffset.UnixEpoch), Ct);
            Assert.Equal("/un/sc/res/9901/2025/op/15", (await db.ProvisionsServedByAsync(record, Ct)).Single().Provision);
        }

        var row = (await (await app.AsAsync(Elif)).OpenAsync($"/xs/commitments/matrix?document={mandate}")).QuerySelector("tr#op-15")!;

        Assert.Contains("1 record serves it", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_that_a_spreadsheet_would_run_is_made_text()
    {
        var obligation = Proposal.Draft(
            new LibraryProvision { Id = Guid.Empty, DocumentId = Guid.Empty, Country = "UN", Classification = Classification.Public, Ordinal = 0, Path = "op/1", Kind = Texts.ProvisionKind.OP, Language = "en", Text = "=HYPERLINK(\"x\"), then" },
            new LibraryDocument { Country = "UN", Classification = Classification.Public, Language = "en", ContentHash = [], ImportedAt = default, ImportedBy = default },
            "XS", Classification.Public);
        var row = new FollowedObligation(obligation, new Source(Guid.Empty, null, null, Texts.DocumentKind.Other, "en"), new Deadline(DeadlineStatus.NoDate, null, null, null));
        using var app = new Microsoft.Extensions.Logging.LoggerFactory();
        var words = new Cornerstone.Languages.Text(new Cornerstone.Languages.Catalogue([], new Microsoft.Extensions.Logging.Logger<Cornerstone.Languages.Catalogue>(app)), System.Text.Encodings.Web.HtmlEncoder.Default);

        var text = Encoding.UTF8.GetString(Exporting.Write(CommitmentsExport.Of([row], [], words), isCsv: true, "Solenia", DateTimeOffset.UnixEpoch, words));

        Assert.Contains("\"'=HYPERLINK(\"\"x\"\"), then\"", text, StringComparison.Ordinal);
    }
}
