using Cornerstone.Features.PublicSupport;
using Cornerstone.Features.SupportPublishing;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PublicSupport;

/// <summary>How a reader finds an activity in the public list.</summary>
public sealed class PublicSearchTests
{
    private static readonly Dictionary<string, string[]> Sought = new()
    {
        ["POLICIA frontera"] = ["XM-ES"],
        ["frontera policia"] = ["XM-ES"],
        ["xm-en"] = ["XM-EN"],
        ["partner of xm-es"] = ["XM-ES"],
        ["titre"] = ["XM-ES", "XM-FR"],
        ["fédération titre"] = ["XM-FR"],
    };

    [Fact]
    public async Task Every_word_is_looked_for_in_titles_identifiers_and_organisations_without_accents_and_capitals()
    {
        await using var app = await TestApp.StartAsync();
        await app.TellableAsync("XM-EN", a => GivenSupport.Paid(a, 5m));
        await TitledAsync(app, "XM-ES", "Policía de la frontera, titre");
        await TitledAsync(app, "XM-FR", "Titre: la Federation");
        await app.PublishedSupportAsync();
        var nobody = app.AsNobody();

        foreach (var (search, found) in Sought)
        {
            var page = await nobody.OpenAsync($"/xs/public/en/support?search={Uri.EscapeDataString(search)}");

            Assert.Equal(found, page.QuerySelectorAll("[data-test=activities] tbody th div.note").Select(n => n.TextContent.Trim()));
            Assert.Equal(search, page.QuerySelector("main [name=Search]")!.GetAttribute("value"));
        }
    }

    [Fact]
    public async Task Where_nothing_fits_the_page_says_so_and_leads_back()
    {
        await using var app = await TestApp.StartAsync();
        await app.TellableAsync("XM-EN", a => GivenSupport.Paid(a, 5m));
        await app.PublishedSupportAsync();

        var page = await app.AsNobody().OpenAsync("/xs/public/en/support?search=title+elsewhere");

        Assert.Null(page.QuerySelector("[data-test=activities]"));
        Assert.Contains("Nothing fits these filters", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/xs/public/en/support", page.QuerySelector("main form[role=search] a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Further_pages_look_for_the_same_words()
    {
        await using var app = await TestApp.StartAsync();
        await TitledAsync(app, "XM-OTHER", "Something else");
        for (var i = 0; i <= IndexPage.PageSize; i++)
        {
            await app.TellableAsync($"XM-{i:00}", a => GivenSupport.Paid(a, 10m));
        }

        await app.PublishedSupportAsync();
        var nobody = app.AsNobody();

        var first = await nobody.OpenAsync("/xs/public/en/support?search=title");
        var second = await nobody.OpenAsync(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal($"Title of XM-{IndexPage.PageSize}", Assert.Single(second.QuerySelectorAll("[data-test=activities] tbody a")).TextContent.Trim());
    }

    [Fact]
    public async Task What_is_withheld_finds_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 5m));
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.Add(new SupportWithholding { Country = "XS", Classification = Classification.Public, ActivityId = activity.Id, Part = PublicPart.Title, Ground = PublicGround.Privacy, DecidedBy = Amina.Id, DecidedAt = DateTimeOffset.UnixEpoch });
            await db.SaveAsync(GivenSupport.Adding(), TestContext.Current.CancellationToken);
        }

        await app.PublishedSupportAsync();

        Assert.Null((await app.AsNobody().OpenAsync("/xs/public/en/support?search=title")).QuerySelector("[data-test=activities]"));
    }

    private static async Task TitledAsync(TestApp app, string identifier, string title)
    {
        var activity = await app.TellableAsync(identifier, a => GivenSupport.Paid(a, 5m));
        await app.ExecuteAsync($"set session_replication_role = replica; update work.activity set title = '{{\"original\":\"es\",\"texts\":{{\"es\":\"{title}\"}}}}' where id = '{activity.Id}'");
    }
}
