using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportFiles;

public sealed class SupportFilesPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_looked_at_first_then_brought_in_then_on_the_list_with_its_findings()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var broken = "<iati-activity><title></iati-activity>";

        var draft = await SendAsync(amina, GivenFiles.File(GivenFiles.Border, broken, GivenFiles.Radio));
        Assert.Equal(("2", "0", "0", "1"), Counts(draft));
        await using (var db = await app.AminaAsync())
        {
            Assert.Equal(0, await db.Activities.CountAsync(Ct));
        }

        var done = await amina.SubmitAsync(draft, "form[data-test=apply]", new() { ["Mode"] = "Partial", ["Reason"] = "First file" });
        var page = await amina.OpenAsync(done.Headers.Location!.ToString());
        Assert.Equal(("2", "0", "0", "1"), Counts(page));
        Assert.NotEmpty(page.QuerySelectorAll("[data-test=findings] tbody tr"));
        var csv = await amina.Client.GetStringAsync(done.Headers.Location + "?handler=export&format=csv", Ct);
        Assert.Contains("X1", csv, StringComparison.Ordinal);
        Assert.Contains("arvenna.xml", (await amina.OpenAsync("/xs/support/files")).QuerySelector("[data-test=files]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync(new Uri(draft.Url).PathAndQuery));
        Assert.Contains("support.import", await app.ActsAsync());
    }

    [Fact]
    public async Task All_or_nothing_keeps_everything_out_and_says_why()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var draft = await SendAsync(amina, GivenFiles.File(GivenFiles.Border, "<iati-activity><title></iati-activity>"));

        var answer = await amina.SubmitAsync(draft, "form[data-test=apply]", new() { ["Mode"] = "AllOrNothing" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("1 activity is refused", (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        await using var db = await app.AminaAsync();
        Assert.Equal(0, await db.Activities.CountAsync(Ct));
    }

    [Fact]
    public async Task A_file_that_waits_too_long_for_somebody_elses_is_told_so_and_goes_in_afterwards()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var draft = await SendAsync(amina, GivenFiles.File(GivenFiles.Border));

        await app.LetWaitsEndAsync("work.support_import");

        var answer = await amina.SubmitAsync(draft, "form[data-test=apply]", new() { ["Mode"] = "AllOrNothing" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Somebody else is bringing in a file", (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);

        await app.LetNobodyWaitAsync();
        var done = await amina.SubmitAsync(draft, "form[data-test=apply]", new() { ["Mode"] = "AllOrNothing" });
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(("1", "0", "0", "0"), Counts(await amina.OpenAsync(done.Headers.Location!.ToString())));
    }

    [Fact]
    public async Task A_file_that_is_in_already_changes_nothing_and_one_put_aside_is_gone()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var amina = await app.AsAsync(Amina);

        var draft = await SendAsync(amina, GivenFiles.File(GivenFiles.Border));
        Assert.Equal(("0", "0", "1", "0"), Counts(draft));
        Assert.NotNull(draft.QuerySelector("[data-test=nothing]"));

        var put = await amina.SubmitAsync(draft, "form[data-test=apply]", []);
        var aside = await amina.PostAsync(new Uri(draft.Url).PathAndQuery + "?handler=discard", draft, []);
        Assert.Contains(put.StatusCode, new[] { HttpStatusCode.Redirect });
        Assert.Contains(aside.StatusCode, new[] { HttpStatusCode.Redirect, HttpStatusCode.NotFound });
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync(new Uri(draft.Url).PathAndQuery));
    }

    [Fact]
    public async Task What_is_no_file_of_activities_is_refused_beside_the_field()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var hostile = await SendAsync(amina, SupportFileOf("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><iati-activities>&e;</iati-activities>"));
        Assert.Contains("X0", hostile.Body!.TextContent, StringComparison.Ordinal);
        var none = await SendAsync(amina, SupportFileOf(""));
        Assert.Contains("Choose a file.", none.Body!.TextContent, StringComparison.Ordinal);
        var high = await SendAsync(amina, SupportFileOf("not xml at all"));
        Assert.Contains("X9", high.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_is_its_senders_alone_and_only_who_may_edit_sends()
    {
        await using var app = await TestApp.StartAsync();
        var draft = await SendAsync(await app.AsAsync(Amina), GivenFiles.File(GivenFiles.Border));
        var address = new Uri(draft.Url).PathAndQuery;

        foreach (var person in new[] { Bruno, Dmitri, Elif, Jamila })
        {
            var visitor = await app.AsAsync(person);
            Assert.NotEqual(HttpStatusCode.OK, await visitor.StatusOfAsync(address));
            Assert.NotEqual(HttpStatusCode.OK, await visitor.StatusOfAsync("/xs/support/import"));
            Assert.Equal(HttpStatusCode.OK, await visitor.StatusOfAsync("/xs/support/files"));
            Assert.Equal(HttpStatusCode.NotFound, await visitor.StatusOfAsync($"/xs/support/files/{Guid.CreateVersion7()}"));
        }
    }

    private static SupportFile SupportFileOf(string content) =>
        SupportFile.Of("x.xml", System.Text.Encoding.UTF8.GetBytes(content));

    /// <summary>Sends a file and opens where it leads.</summary>
    private static async Task<IHtmlDocument> SendAsync(Visitor visitor, SupportFile file)
    {
        var page = await visitor.OpenAsync("/xs/support/import");
        using var content = new MemoryStream();
        await file.Open().CopyToAsync(content, Ct);
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken" },
            { new StringContent("Public"), "Classification" },
            { new ByteArrayContent(content.ToArray()), "Sent", file.Name },
        };
        using var answer = await visitor.Client.PostAsync("/xs/support/import", form, Ct);
        return answer.StatusCode == HttpStatusCode.Redirect ? await visitor.OpenAsync(answer.Headers.Location!.ToString()) : await Visitor.ParseAsync(answer);
    }

    private static (string Added, string Changed, string Unchanged, string Refused) Counts(IHtmlDocument page) =>
        (Figure(page, "added"), Figure(page, "changed"), Figure(page, "unchanged"), Figure(page, "refused"));

    private static string Figure(IHtmlDocument page, string name) => page.QuerySelector($"[data-test={name}]")!.TextContent.Trim();
}
