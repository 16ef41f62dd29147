using System.Text.RegularExpressions;
using Cornerstone.Tests.TestKit;
using Microsoft.Playwright;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

/// <summary>
/// A newcomer's first quarter of an hour: from the demonstration's door to a real obligation of Security Council
/// resolution 2553 (2020) that reads 166 days late, found by what is on the page alone.
/// </summary>
public sealed class NewcomerWalkTests
{
    private const string Resolution = "S/RES/2553 (2020)";

    // The resolution of 2014 is in the set as its draft.
    private const string Earlier = "S/2014/302";

    // S/2022/280, whose text in the set does not carry its symbol.
    private const string Report = "Strengthening security sector reform";

    public static TheoryData<string, int, bool, string> Looks => new()
    {
        { "en", Look.Desk, true, "166 days late" },
        { "ar", Look.Phone, false, "تأخير 166 يوما" },
        { "en", Look.Phone, true, "166 days late" },
        { "ar", Look.Desk, false, "تأخير 166 يوما" },
    };

    [Theory(Timeout = BrowserApp.LongestMilliseconds)]
    [MemberData(nameof(Looks))]
    public async Task From_the_door_to_an_obligation_delivered_late(string language, int width, bool scripts, string late)
    {
        var files = Seeds();
        await using var app = await BrowserApp.StartAsync(TestContext.Current.CancellationToken);
        await using var context = await app.ContextAsync(new Look(language, width, scripts));
        var walk = new Walk(await context.NewPageAsync());

        await walk.WatchAsync(async page =>
        {
            await EnterAsync(page);
            await ImportAsync(page, files);
            await walk.FitsAsync();
            await CiteAsync(page);
            await walk.FitsAsync();
            await CompareAsync(page);
            await walk.FitsAsync();
            await TrackAsync(page);
            await walk.FitsAsync();
            await FollowAsync(page);
            await walk.FitsAsync();
            await ShowEvidenceAsync(page, late);
            await walk.FitsAsync();
        });
    }

    private static string[] Seeds()
    {
        var folder = Repository.Shared is { } shared ? Path.Combine(shared, "seeds") : null;
        Assert.SkipUnless(Directory.Exists(folder), "The five source documents are not on this machine (../shared/seeds).");
        return Directory.GetFiles(folder);
    }

    private static async Task EnterAsync(IPage page)
    {
        await page.GotoAsync("/");
        await page.Locator("main a[href='/sign-in']").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = Amina.Name }).ClickAsync();

        await page.WaitForURLAsync("**/xs");
        Assert.Contains(Amina.Name, await page.Locator(".bar-end").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task ImportAsync(IPage page, string[] files)
    {
        await page.Locator("main a[href='/xs/library']").First.ClickAsync();
        await page.Locator("main a[href='/xs/library/import']").First.ClickAsync();
        await page.Locator("input[type=file]").SetInputFilesAsync(files);
        await page.Locator("form[data-import] button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-test=outcome-added]")).ToHaveCountAsync(files.Length);
    }

    private static async Task CiteAsync(IPage page)
    {
        await page.GotoAsync("/xs/library");
        await page.GetByRole(AriaRole.Link, new() { Name = Resolution, Exact = true }).First.ClickAsync();
        var point = page.Locator("[id='op/20/k']");
        await point.Locator("> .provision-tools .cite summary").ClickAsync();
        var panel = point.Locator("> .provision-tools .cite-panel");

        Assert.Contains(Resolution, await panel.InnerTextAsync(), StringComparison.Ordinal);
        var reader = new Uri(page.Url).AbsolutePath;
        await panel.Locator("a[href^='/un/']").ClickAsync();
        await page.WaitForURLAsync(new Regex(Regex.Escape(reader) + "#op/20/k$"));
    }

    private static async Task CompareAsync(IPage page)
    {
        await page.GotoAsync("/xs/library/compare");
        await ChooseAsync(page.Locator("select#A, select#a"), Earlier);
        await ChooseAsync(page.Locator("select#B, select#b"), Resolution);
        await page.Locator("main form.filters button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-test=link-new]").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-test=link-same]").First).ToBeVisibleAsync();
        Assert.True(await page.Locator("ins").CountAsync() > 10);
    }

    private static async Task TrackAsync(IPage page)
    {
        await page.GotoAsync("/xs/library/tracker");
        await page.Locator("main form.filters button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=set]")).ToBeVisibleAsync();
        await page.Locator("svg a[href*='theme=gender']:visible").First.ClickAsync();

        await Assertions.Expect(page.Locator("ol.hits > li").First).ToBeVisibleAsync();
    }

    private static async Task FollowAsync(IPage page)
    {
        await page.GotoAsync("/xs/commitments");
        await page.Locator("main a[href='/xs/commitments/proposals']").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Resolution, Exact = true }).ClickAsync();
        await ProposalOf25(page).Locator("input[type=checkbox]").CheckAsync();
        await page.Locator("button[formaction*='Accept']").ClickAsync();

        await Assertions.Expect(page.Locator("[data-test=message]")).ToBeVisibleAsync();
        await Assertions.Expect(ProposalOf25(page)).ToHaveCountAsync(0);
    }

    private static async Task ShowEvidenceAsync(IPage page, string late)
    {
        await page.GotoAsync("/xs/commitments");
        await ChooseAsync(page.Locator("select#Document"), Resolution);
        await page.Locator("main form.filters button[type=submit]").ClickAsync();
        await page.Locator("table tbody th a").ClickAsync();
        await page.Locator("details:has(form[data-test=add-evidence]) > summary").ClickAsync();
        var form = page.Locator("form[data-test=add-evidence]");
        await ChooseAsync(form.Locator("select"), Report);
        await form.Locator("input[type=checkbox]").CheckAsync();
        await form.Locator("button[type=submit]").ClickAsync();

        await Assertions.Expect(page.Locator("[data-test=deadline]")).ToContainTextAsync(late);
        await page.Locator("main a[href$='?tab=history']").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Amina.Name);
    }

    private static ILocator ProposalOf25(IPage page) =>
        page.Locator("tbody tr").Filter(new() { Has = page.Locator("th", new() { HasTextRegex = new Regex(@"(?<!\d)25$") }) });

    private static async Task ChooseAsync(ILocator select, string symbol)
    {
        var option = select.Locator("option").Filter(new() { HasText = symbol }).First;
        await select.SelectOptionAsync(await option.GetAttributeAsync("value") ?? "");
    }
}
