using System.Net;
using Cornerstone.Tests.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.LibraryRelations;

public sealed class ComparePageTests
{
    [Fact]
    public async Task A_stronger_verb_shows_as_strengthened_with_its_words_marked()
    {
        await using var app = await TestApp.StartAsync();
        var first = await app.BringAsync(LibrarySetting.First);
        var second = await app.BringAsync(LibrarySetting.Second);

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/library/compare?a={first}&b={second}");

        var strengthened = page.QuerySelector("[data-test=link-strengthened]")!;
        Assert.Contains("Encourages", strengthened.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Urges", strengthened.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_a_choice_the_page_says_what_to_choose_and_an_unknown_document_is_not_there()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        Assert.NotNull((await amina.OpenAsync("/xs/library/compare")).QuerySelector(".empty"));
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync("/xs/library/compare?a=00000000-0000-7000-8000-000000000009"));
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync("/xs/library/graph?document=00000000-0000-7000-8000-000000000009"));
    }

    [Fact]
    public async Task The_graph_lists_who_cites_a_document()
    {
        await using var app = await TestApp.StartAsync();
        var first = await app.BringAsync(LibrarySetting.First);
        await app.BringAsync(LibrarySetting.Second);
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync($"/xs/library/graph?document={first}");

        Assert.Contains("S/RES/9102 (2024)", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg"));
        Assert.Contains("S/RES/9101 (2023)", (await amina.OpenAsync("/xs/library/graph")).Body!.TextContent, StringComparison.Ordinal);
    }
}
