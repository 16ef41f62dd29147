using System.Net;
using Cornerstone.Features.LibrarySearch;
using Cornerstone.Tests.Features.LibraryImport;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Html;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.LibrarySearch;

public sealed class ParagraphsPageTests
{
    [Theory]
    [InlineData("q=supporting+police", 2)]
    [InlineData("q=police&strength=3", 1)]
    [InlineData("q=%22security+sector+reform%22", 3)]
    [InlineData("q=police&to=2023", 1)]
    [InlineData("theme=children&strength=3", 1)]
    [InlineData("q=police&within=%22security+sector+reform%22", 1)]
    [InlineData("q=police&set=S/RES/9102(2024)", 1)]
    [InlineData("q=zebra", 0)]
    public async Task Paragraphs_are_found_by_words_and_by_what_they_are(string query, int expected)
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First);
        await app.BringAsync(LibrarySetting.Second);

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/library/search?{query}");

        Assert.Equal(expected, page.QuerySelectorAll("ol.hits > li").Length);
    }

    [Fact]
    public async Task A_french_text_is_found_without_its_accents_and_the_word_is_marked()
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync("S/RES/9101 (2023)\n\nLe Conseil de sécurité,\n\nRappelant sa résolution 2151 (2014) sur la réforme du secteur de la sécurité,\n\n1. Demande aux États Membres de soutenir la réforme du secteur de la sécurité;\n\n2. Décide de rester saisi de la question.");

        var page = await (await app.AsAsync(Amina)).OpenAsync("/xs/library/search?q=securite");

        Assert.Contains(page.QuerySelectorAll("ol.hits mark"), m => m.TextContent.Contains("sécurité", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_box_at_the_top_finds_documents_and_paragraphs()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.BringAsync(LibrarySetting.First);
        var amina = await app.AsAsync(Amina);

        Assert.NotNull((await amina.OpenAsync("/xs/search?q=s%2Fres%2F9101(2023)")).QuerySelector($"a[href='/xs/library/documents/{id}']"));
        Assert.NotNull((await amina.OpenAsync("/xs/search?q=police")).QuerySelector($"a[href='/xs/library/documents/{id}#op/1']"));
    }

    [Theory]
    [InlineData("q='%22%3B+drop+table+x--")]
    [InlineData("q=%26%7C!()%3A*")]
    [InlineData("symbol=%25%27")]
    public async Task Odd_questions_are_answered_calmly(string query)
    {
        await using var app = await TestApp.StartAsync();
        await app.BringAsync(LibrarySetting.First);

        Assert.Contains(await (await app.AsAsync(Amina)).StatusOfAsync($"/xs/library/search?{query}"), new[] { HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity });
    }

    [Fact]
    public void Found_words_are_marked_and_everything_else_is_text()
    {
        var marked = new MarkedText($"<b> {MarkedText.Open}police{MarkedText.Close} & order").ToHtml();

        Assert.Equal("&lt;b&gt; <mark>police</mark> &amp; order", ((HtmlString)marked).Value);
    }
}
