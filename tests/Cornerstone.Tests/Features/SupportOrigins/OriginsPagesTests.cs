using System.Net;
using AngleSharp.Dom;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportOrigins;

public sealed class OriginsPagesTests
{
    private const string More = """
        <document-link format="application/pdf" url="https://example.org/report.pdf"><title><narrative>Report</narrative></title></document-link>
        <document-link format="application/pdf" url="javascript:alert(1)"><title><narrative>Trap</narrative></title></document-link>
        <result type="1"><title><narrative>Posts built</narrative></title><indicator measure="1"><title><narrative>Posts</narrative></title>
          <period><period-start iso-date="2025-01-01"/><period-end iso-date="2025-12-31"/><target value="12"/><actual value="7"/></period></indicator></result>
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_field_names_the_file_that_first_said_what_the_source_says_now()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.Named("first.xml", GivenFiles.Border));
        await app.ImportAsync(GivenFiles.Named("second.xml", GivenFiles.Border.Replace("Twelve posts", "Fourteen posts", StringComparison.Ordinal)));
        var id = await IdAsync(app);

        var page = await (await app.AsAsync(Dmitri)).OpenAsync($"/xs/support/{id}/origins");

        Assert.Contains("first.xml", Row(page, "Title"), StringComparison.Ordinal);
        Assert.Contains("second.xml", Row(page, "Description"), StringComparison.Ordinal);
        Assert.Contains("Fourteen posts", Row(page, "Description"), StringComparison.Ordinal);
        var readings = page.QuerySelectorAll("[data-test=readings] tbody tr");
        Assert.Equal(2, readings.Length);
        Assert.Contains("Description", readings[0].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_source_says_besides_is_shown_and_only_honest_addresses_are_links()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border.Replace("</iati-activity>", More + "</iati-activity>", StringComparison.Ordinal)));
        var id = await IdAsync(app);

        var page = await (await app.AsAsync(Dmitri)).OpenAsync($"/xs/support/{id}/said");

        Assert.Equal(["https://example.org/report.pdf"], page.QuerySelectorAll("[data-test=documents] a").Select(a => a.GetAttribute("href")));
        Assert.Contains("javascript:alert(1)", page.QuerySelector("[data-test=documents]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("12", page.QuerySelector("[data-test=results] [data-label=Target]")!.TextContent.Trim());
        Assert.StartsWith("<iati-activity", page.QuerySelector("[data-test=record]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_entered_here_has_no_source_to_show_and_what_is_hidden_has_no_page()
    {
        await using var app = await TestApp.StartAsync();
        var entered = await app.ActivityAsync("N-1");
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border), Cornerstone.Values.Classification.Restricted);
        var id = await IdAsync(app);
        var elif = await app.AsAsync(Elif);

        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/support/{entered.Id}/origins"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/support/{entered.Id}/said"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/support/{id}/origins"));
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/support/{id}/said"));
        Assert.Equal(HttpStatusCode.OK, await (await app.AsAsync(Amina)).StatusOfAsync($"/xs/support/{id}/said"));
    }

    private static string Row(IParentNode page, string field) =>
        page.QuerySelectorAll("[data-test=origins] tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == field).TextContent;

    private static async Task<Guid> IdAsync(TestApp app)
    {
        await using var db = await app.AminaAsync();
        return await db.Activities.Where(a => a.Identifier == "XM-EX-1-BORDER").Select(a => a.Id).SingleAsync(Ct);
    }
}
