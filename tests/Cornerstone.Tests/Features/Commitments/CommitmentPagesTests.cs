using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Features.Commitments;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Commitments;

public sealed class CommitmentPagesTests
{
    private const string List = "/xs/commitments";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everybody_with_a_task_reads_the_list_and_an_administrator_does_not()
    {
        await using var app = await TestApp.StartAsync();

        Assert.Equal(HttpStatusCode.OK, await (await app.AsAsync(Dmitri)).StatusOfAsync(List));
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Karim)).StatusOfAsync(List));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Dmitri)).StatusOfAsync($"{List}/{Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task An_empty_list_says_what_to_do_next()
    {
        await using var app = await TestApp.StartAsync();

        var page = await (await app.AsAsync(Amina)).OpenAsync(List);

        Assert.NotNull(page.QuerySelector(".empty a[href='/xs/commitments/proposals']"));
    }

    [Fact]
    public async Task Several_proposals_are_accepted_at_once_and_leave_an_act()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"{List}/proposals?document={mandate}");
        var twelve = await app.ProvisionAsync(mandate, "op/12");
        var seventeen = await app.ProvisionAsync(mandate, "op/17");

        var answer = await PostAsync(amina, page, $"{List}/proposals?document={mandate}&handler=Accept", ("Chosen", twelve.Id.ToString()), ("Chosen", seventeen.Id.ToString()));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(["op/12", "op/17"], (await AllAsync(app)).Where(o => o.State == ObligationState.Accepted).Select(o => o.ProvisionPath).Order(StringComparer.Ordinal));
        Assert.Contains("commitments.accept", await app.ActsAsync());
        var list = await amina.OpenAsync(List);
        Assert.Equal(2, list.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public async Task Accepting_twice_at_the_same_moment_follows_a_paragraph_once()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"{List}/proposals?document={mandate}");
        var paragraph = await app.ProvisionAsync(mandate, "op/12");

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ =>
            PostAsync(amina, page, $"{List}/proposals?document={mandate}&handler=Accept", ("Chosen", paragraph.Id.ToString()))));

        Assert.Single(await AllAsync(app));
    }

    [Fact]
    public async Task Dismissing_without_a_reason_is_refused_on_the_same_page()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"{List}/proposals?document={mandate}");
        var paragraph = await app.ProvisionAsync(mandate, "op/16");

        var refused = await PostAsync(amina, page, $"{List}/proposals?document={mandate}&handler=Dismiss", ("Chosen", paragraph.Id.ToString()), ("Reason", ""));
        var accepted = await PostAsync(amina, page, $"{List}/proposals?document={mandate}&handler=Dismiss", ("Chosen", paragraph.Id.ToString()), ("Reason", "For Member States, not for us"));

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Contains("16", (await Visitor.ParseAsync(refused)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal("For Member States, not for us", (await AllAsync(app)).Single().DecisionReason);
    }

    [Fact]
    public async Task Who_may_only_read_can_neither_accept_nor_open_the_forms()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        var paragraph = await app.ProvisionAsync(mandate, "op/12");
        var amina = await (await app.AsAsync(Amina)).OpenAsync($"{List}/proposals?document={mandate}");
        var elif = await app.AsAsync(Elif);
        var page = await elif.OpenAsync($"{List}/proposals?document={mandate}");

        Assert.NotNull(amina.QuerySelector("input[name=Chosen]"));
        Assert.Null(page.QuerySelector("input[name=Chosen]"));
        Assert.NotEqual(HttpStatusCode.OK, await elif.StatusOfAsync($"{List}/new?provision={paragraph.Id}"));
        var answer = await PostAsync(elif, page, $"{List}/proposals?document={mandate}&handler=Accept", ("Chosen", paragraph.Id.ToString()));
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await AllAsync(app));
    }

    [Fact]
    public async Task A_paragraph_that_asks_for_nothing_needs_a_reason()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        var welcome = await app.ProvisionAsync(mandate, "op/20");
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"{List}/new?provision={welcome.Id}");

        var refused = await amina.SubmitAsync(page, "form[data-test=obligation]", []);
        var accepted = await amina.SubmitAsync(page, "form[data-test=obligation]", new() { ["Reason"] = "The Commission asked us to prepare the meeting" });

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Equal("The Commission asked us to prepare the meeting", (await AllAsync(app)).Single().DecisionReason);
    }

    [Fact]
    public async Task The_list_is_narrowed_by_its_address_and_goes_out_as_a_file()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        await app.AcceptAsync(mandate, "op/12", "op/14", "op/18");
        var amina = await app.AsAsync(Amina);

        var page = await amina.OpenAsync($"{List}?addressee=host-country");
        using var file = await amina.Client.GetAsync($"{List}?handler=export&format=csv&addressee=host-country", Ct);
        var text = await file.Content.ReadAsStringAsync(Ct);

        Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Contains("/un/sc/res/9901/2025/op/14", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/op/18", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_strip_begins_with_what_is_late()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        await app.AcceptAsync(mandate, "op/18", "op/12");

        var strip = (await (await app.AsAsync(Amina)).OpenAsync(List)).QuerySelectorAll("[data-test=strip] time").Select(t => t.GetAttribute("datetime"));

        Assert.Equal(["2026-03-31", "2027-06-30"], strip);
    }

    [Fact]
    public async Task An_arabic_reader_gets_the_page_in_arabic_from_right_to_left()
    {
        await using var app = await TestApp.StartAsync();
        await app.AcceptAsync(await app.MandateAsync(), "op/12");
        var amina = await app.AsAsync(Amina);
        amina.Client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("ar");

        var page = await amina.OpenAsync(List);

        Assert.Equal("rtl", page.DocumentElement.GetAttribute("dir"));
        Assert.Contains("الالتزامات", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_matrix_leaves_no_paragraph_out_and_counts_what_awaits_a_decision()
    {
        await using var app = await TestApp.StartAsync();
        var mandate = await app.MandateAsync();
        await app.AcceptAsync(mandate, "op/12");

        var page = await (await app.AsAsync(Dmitri)).OpenAsync($"{List}/matrix?document={mandate}");

        Assert.Equal(14 + 22 + 20, page.QuerySelectorAll("tbody tr").Length);
        Assert.NotNull(page.QuerySelector("tr#op-12 a[href^='/xs/commitments/']"));
        Assert.NotNull(page.QuerySelector("tr#op-17 .status-warning"));
        Assert.Null(page.QuerySelector("tr#op-22 .status-warning"));
    }

    [Fact]
    public async Task The_global_search_finds_obligations_by_their_words_and_takes_signs_as_typed()
    {
        await using var app = await TestApp.StartAsync();
        var obligation = (await app.AcceptAsync(await app.MandateAsync(), "op/18")).Single();
        await using var db = await app.DbAsAsync(Elif);
        var source = new CommitmentsSearchSource(db);

        var hits = await source.SearchAsync("XS", "strategic REVIEW", Ct);

        Assert.Equal($"/xs/commitments/{obligation}", hits.Single().Address);
        Assert.Empty(await source.SearchAsync("XS", "%", Ct));
        Assert.Empty(await source.SearchAsync("XS", "strategic_review", Ct));
    }

    internal static async Task<HttpResponseMessage> PostAsync(Visitor visitor, IHtmlDocument page, string path, params IEnumerable<(string, string)> fields)
    {
        var token = page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")?.Value ?? "";
        var all = Enumerable.Append(fields, ("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await visitor.Client.PostAsync(path, new FormUrlEncodedContent(all), Ct);
    }

    internal static async Task<List<Obligation>> AllAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        return await db.Obligations.AsNoTracking().ToListAsync(Ct);
    }
}
