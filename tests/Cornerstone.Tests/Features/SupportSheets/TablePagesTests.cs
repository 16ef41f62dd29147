using System.Net;
using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportSheets;

public sealed class TablePagesTests
{
    private const string Table = "project_id,project_title,donors,total_commitments,total_disbursements,year\nA-1,Border posts,Kingdom of Arvenna,1000,250,2024\nA-2,Courts,Kingdom of Arvenna,700,,2024\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_mapped_looked_at_brought_in_and_its_mapping_serves_the_next_one()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var columns = await SendAsync(amina, Table);
        Assert.Equal(["Identifier", "Title", "Donor", "Committed", "PaidOut", "Year"], Chosen(columns));

        var draft = await amina.SubmitAsync(columns, "form[data-test=columns]", new() { ["Currency"] = "EUR" });
        await amina.SubmitAsync(await amina.OpenAsync(draft.Headers.Location!.ToString()), "form[data-test=apply]", []);

        await using (var db = await app.DbAsAsync(Amina))
        {
            Assert.Equal((SourceKind.National, "Ministry of finance"), ((await db.SupportSources.SingleAsync(Ct)).Kind, (await db.SupportSources.SingleAsync(Ct)).Reference));
            Assert.Equal(["A-1", "A-2"], await db.Activities.OrderBy(a => a.Identifier).Select(a => a.Identifier).ToListAsync(Ct));
            Assert.Equal([250m, 700m, 1000m], await db.Transactions.OrderBy(t => t.Amount).Select(t => t.Amount!.Value).ToListAsync(Ct));
            Assert.Contains((await db.FileImports.SingleAsync(Ct)).Findings, f => f.Rule == "T7");
        }

        var next = await SendAsync(amina, Table.Replace("250", "300", StringComparison.Ordinal));
        Assert.Equal("EUR", next.QuerySelector<IHtmlInputElement>("input[name=Currency]")!.Value);
        var changed = await amina.SubmitAsync(next, "form[data-test=columns]", []);
        var preview = await amina.OpenAsync(changed.Headers.Location!.ToString());
        Assert.Equal(("0", "1", "1"), (Of(preview, "added"), Of(preview, "changed"), Of(preview, "unchanged")));
    }

    [Fact]
    public async Task A_mapping_that_cannot_be_used_says_why_and_only_who_may_edit_sends()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var columns = await SendAsync(amina, Table);

        var silent = await amina.SubmitAsync(columns, "form[data-test=columns]", []);
        var nameless = await amina.SubmitAsync(columns, "form[data-test=columns]", new() { ["Currency"] = "EUR", ["Columns[0].Field"] = "Ignored" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Contains("Say the currency", (await Visitor.ParseAsync(silent)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("identifier", (await Visitor.ParseAsync(nameless)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Elif)).StatusOfAsync("/xs/support/tables"));
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/support/tables/{Guid.CreateVersion7()}"));
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(0, await db.Set<TableMapping>().CountAsync(Ct));
    }

    private static List<string> Chosen(IHtmlDocument page) => [.. page.QuerySelectorAll<IHtmlSelectElement>("[data-test=mapping] select").Select(s => s.Value!)];

    private static string Of(IHtmlDocument page, string name) => page.QuerySelector($"[data-test={name}]")!.TextContent.Trim();

    private static async Task<IHtmlDocument> SendAsync(Visitor visitor, string table)
    {
        var page = await visitor.OpenAsync("/xs/support/tables");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken" },
            { new StringContent("Ministry of finance"), "Name" },
            { new StringContent("National"), "Kind" },
            { new StringContent("Partner"), "Classification" },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(table)) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "Sent", "table.csv" },
        };
        using var answer = await visitor.Client.PostAsync("/xs/support/tables", form, Ct);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await visitor.OpenAsync(answer.Headers.Location!.ToString());
    }
}
