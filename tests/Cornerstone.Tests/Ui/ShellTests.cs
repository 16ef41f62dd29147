using System.Net;
using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Tests.TestKit;
using Cornerstone.Ui.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Ui;

public sealed class ShellTests
{
    [Fact]
    public async Task Nobody_is_told_what_this_is_and_where_to_sign_in()
    {
        await using var app = await TestApp.StartAsync();

        var page = await app.AsNobody().OpenAsync("/");

        Assert.Equal("One shared record of security sector reform", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/sign-in']"));
        Assert.Null(page.QuerySelector("nav.menu-wide, form.find"));
    }

    [Fact]
    public async Task A_person_chooses_among_their_countries_and_finds_the_way_out()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var start = await amina.OpenAsync("/");
        var home = await amina.OpenAsync("/xs");

        Assert.Equal(["/xs", "/un"], start.QuerySelectorAll(".cards a").Select(a => a.GetAttribute("href")));
        Assert.Equal("Republic of Solenia", home.QuerySelector("h1")!.TextContent);
        Assert.Contains("Republic of Solenia", home.Title, StringComparison.Ordinal);
        Assert.NotNull(home.QuerySelector("form[action='/sign-out'] input[name=__RequestVerificationToken]"));
    }

    [Fact]
    public async Task A_country_that_is_not_theirs_looks_like_one_that_is_not_there()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var missing = await amina.OpenAsync("/zz", HttpStatusCode.NotFound);
        var search = await amina.OpenAsync("/zz/search?q=x", HttpStatusCode.NotFound);

        Assert.Equal("There is nothing here", missing.QuerySelector("h1")!.TextContent);
        Assert.Equal(missing.QuerySelector(".lead")!.TextContent, search.QuerySelector(".lead")!.TextContent);
    }

    [Fact]
    public async Task A_language_link_is_kept_and_leaves_the_address()
    {
        await using var app = await TestApp.StartAsync();
        var visitor = app.AsNobody();

        using var answer = await visitor.Client.GetAsync("/about?x=1&lang=ar", TestContext.Current.CancellationToken);
        var page = await visitor.OpenAsync("/about");

        Assert.Equal("/about?x=1", answer.Headers.Location!.ToString());
        Assert.Equal(("ar", "rtl"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.StartsWith("نبذة عن", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fr-CH, en;q=0.5", "fr")]
    [InlineData("de, es;q=0.4, ar;q=0.9", "ar")]
    [InlineData("de", "en")]
    [InlineData("%%%;;q=x", "en")]
    public async Task The_browser_says_which_language_comes_first(string accepted, string language)
    {
        await using var app = await TestApp.StartAsync();
        var visitor = app.AsNobody();
        visitor.Client.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);

        var page = await visitor.OpenAsync("/");

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_language_link_never_leads_to_another_host()
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await app.AsNobody().Client.GetAsync("http://localhost//evil.example/?lang=fr", TestContext.Current.CancellationToken);

        Assert.Equal("/evil.example/", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task A_fault_is_answered_with_a_reference_that_stands_in_the_log_and_without_its_cause()
    {
        var log = new RecordedLog(LogLevel.Error);
        await using var app = await TestApp.StartAsync(adjust: b =>
        {
            b.Logging.AddProvider(log);
            b.Services.AddScoped<ISearchSource, Broken>();
        });

        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync("/xs/search?q=x", HttpStatusCode.InternalServerError);

        var reference = page.QuerySelector("[data-test=reference]")!.TextContent;
        Assert.Matches("^[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}$", reference);
        var line = Assert.Single(log.Lines);
        Assert.Contains(reference, line, StringComparison.Ordinal);
        Assert.Contains("{country:country}/search", line, StringComparison.Ordinal);
        Assert.DoesNotContain("/xs/", line, StringComparison.Ordinal);
        Assert.DoesNotContain("The cause", page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_waits_too_long_for_somebody_else_is_told_so_and_nothing_is_called_broken()
    {
        var log = new RecordedLog(LogLevel.Error);
        await using var app = await TestApp.StartAsync(adjust: b => b.Logging.AddProvider(log));
        var amina = await app.AsAsync(Amina);
        var catalogue = await amina.OpenAsync("/xs/indicators/catalogue");
        var entry = new Dictionary<string, string> { ["Code"] = CatalogueEntry.All[0].Code };

        await app.LetWaitsEndAsync("work.indicator");

        var answer = await amina.PostAsync("/xs/indicators/catalogue?handler=Add", catalogue, entry);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        Assert.Equal("Somebody else is still at it", page.QuerySelector("h1")!.TextContent);
        Assert.NotNull(page.QuerySelector("[data-test=reference]"));

        await app.LetNobodyWaitAsync();
        Assert.Equal(HttpStatusCode.Redirect, (await amina.PostAsync("/xs/indicators/catalogue?handler=Add", catalogue, entry)).StatusCode);
        Assert.Empty(log.Lines);
    }

    [Fact]
    public async Task Search_shows_what_the_rooms_find_as_text()
    {
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddScoped<ISearchSource, TwoHits>());
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync("/xs/search?q=%20%3Cb%3Ereform%20");

        Assert.Equal("Results for “<b>reform”", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["XS <b>reform", "Second"], page.QuerySelectorAll(".hits a").Select(a => a.TextContent));
    }

    private sealed class TwoHits : ISearchSource
    {
        public string Label => "Search";

        public Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<SearchHit>>([new($"{country} {query}", "/xs/1", "<script>"), new("Second", "/xs/2")]);
    }

    private sealed class Broken : ISearchSource
    {
        public string Label => "Search";

        public Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct) =>
            throw new InvalidOperationException("The cause");
    }
}
