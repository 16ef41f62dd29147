using System.Net;
using Cornerstone.Tests.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.LibraryReader;

public sealed class DocumentPageTests
{
    private const string Unknown = "00000000-0000-7000-8000-000000000009";

    [Fact]
    public async Task Each_paragraph_has_its_anchor_its_strength_and_its_links()
    {
        await using var app = await TestApp.StartAsync();
        var first = await app.BringAsync(LibrarySetting.First);
        var second = await app.BringAsync(LibrarySetting.Second);

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/library/documents/{second}");

        Assert.Contains("Urges or calls upon", page.GetElementById("op/1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal($"/xs/library/documents/{first}", page.QuerySelector("#pp\\/1 a.cited")!.GetAttribute("href"));
        Assert.Contains("indicative", page.QuerySelector("[data-test=demands]")!.TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_is_due_stands_beside_the_text()
    {
        await using var app = await TestApp.StartAsync();
        var first = await app.BringAsync(LibrarySetting.First);

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/library/documents/{first}");

        Assert.NotNull(page.QuerySelector("[data-test=demands] time[datetime='2023-09-30']"));
    }

    [Fact]
    public async Task A_document_unknown_or_hidden_is_not_there()
    {
        await using var app = await TestApp.StartAsync();
        var hidden = await app.BringAsync(LibrarySetting.First, "XS", Classification.Restricted);
        var elif = await app.AsAsync(Elif);

        foreach (var view in new[] { "", "/about", "/history", "/original" })
        {
            Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/library/documents/{hidden}{view}"));
            Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/library/documents/{Unknown}{view}"));
        }
    }

    [Fact]
    public async Task The_original_comes_as_a_download_that_cannot_run()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.BringAsync("<script>alert(1)</script>\n\n" + LibrarySetting.First);

        using var answer = await (await app.AsAsync(Amina)).Client.GetAsync($"/xs/library/documents/{id}/original", TestContext.Current.CancellationToken);

        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("application/octet-stream", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
    }

    [Fact]
    public async Task Text_from_a_document_is_never_markup()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.BringAsync(LibrarySetting.First.Replace("the police of Solenia", "<img src=x onerror=alert(1)> the police", StringComparison.Ordinal));
        var amina = await app.AsAsync(Amina);

        Assert.Null((await amina.OpenAsync($"/xs/library/documents/{id}")).QuerySelector("article img"));
        Assert.Null((await amina.OpenAsync("/xs/library/search?q=police")).QuerySelector(".hits img"));
    }

    [Fact]
    public async Task The_permanent_address_leads_to_the_paragraph()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.BringAsync(LibrarySetting.First);

        using var answer = await (await app.AsAsync(Amina)).Client.GetAsync("/un/sc/res/9101/2023/op/2", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal($"/xs/library/documents/{id}#op/2", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_correction_leaves_its_reason_in_the_history()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.BringAsync(LibrarySetting.First, "XS");
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/library/documents/{id}/about");

        var answer = await amina.SubmitAsync(page, "form[data-test=correct]", new() { ["Input.Title"] = "A better title", ["Input.Reason"] = "The file had none." });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("library.edit", await app.ActsAsync());
        Assert.Contains("The file had none.", (await amina.OpenAsync($"/xs/library/documents/{id}/history")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Symbol", "Resolution twenty", "is not written as a symbol")]
    [InlineData("Input.Reason", "", "")]
    [InlineData("Input.Version", "7", "Somebody else changed this document")]
    public async Task A_bad_correction_is_said_and_nothing_is_saved(string field, string value, string words)
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.BringAsync(LibrarySetting.First, "XS");
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/library/documents/{id}/about");

        var answer = await amina.SubmitAsync(page, "form[data-test=correct]", new() { ["Input.Reason"] = "Why not", [field] = value });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("library.edit", await app.ActsAsync());
    }
}
