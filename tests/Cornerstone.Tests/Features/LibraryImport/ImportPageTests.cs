using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.LibraryImport;

public sealed class ImportPageTests
{
    [Fact]
    public async Task Several_files_go_in_at_once_and_each_gets_its_answer()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync("/xs/library/import");

        var answer = await SendAsync(amina, page, "Public", ("9101.txt", LibrarySetting.First), ("bad.txt", "\0\u0001"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var done = await Visitor.ParseAsync(answer);
        Assert.Single(done.QuerySelectorAll("[data-test=outcome-added]"));
        Assert.Single(done.QuerySelectorAll("[data-test=outcome-refused]"));
        Assert.Contains(ImportDocuments.ActName, await app.ActsAsync());
    }

    [Fact]
    public async Task Nothing_chosen_is_said_at_the_field()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync("/xs/library/import");

        var answer = await SendAsync(amina, page, "Public");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("Choose at least one file.", (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_level_above_ones_own_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        var bruno = await app.AsAsync(Bruno);
        var page = await bruno.OpenAsync("/xs/library/import");

        var answer = await SendAsync(bruno, page, "Restricted", ("9101.txt", LibrarySetting.First));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.DoesNotContain(ImportDocuments.ActName, await app.ActsAsync());
    }

    [Fact]
    public async Task Who_may_not_import_does_not_reach_the_page()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Contains(await (await app.AsAsync(Jamila)).StatusOfAsync("/xs/library/import"), new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
        Assert.Contains(await (await app.AsAsync(Dmitri)).StatusOfAsync("/xs/library/import"), new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound });
    }

    private static async Task<HttpResponseMessage> SendAsync(Visitor visitor, IHtmlDocument page, string level, params (string Name, string Text)[] files)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent(page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken");
        form.Add(new StringContent(level), "Classification");
        form.Add(new StringContent("false"), "Shared");
        foreach (var (name, text) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Files", name);
        }

        return await visitor.Client.PostAsync("/xs/library/import", form, TestContext.Current.CancellationToken);
    }
}
