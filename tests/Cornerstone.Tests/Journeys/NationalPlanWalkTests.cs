using System.Text;
using Cornerstone.Access;
using Cornerstone.Features.Plan;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

/// <summary>
/// From a spreadsheet to a living plan: rows are refused and mended, two people meet over one node, another person approves, a value goes
/// through four hands, a light changes, the overview moves, and the history tells who and why.
/// </summary>
public sealed class NationalPlanWalkTests
{
    private const string Edited = "G1.O1.2.1";
    private const string Added = "G1.O1.1.4";
    private const string Vetted = "SL-59";
    private const string Heading = "code,parent,level,title.en,owner,from,until\n";
    private const string Good = $"{Added},G1.O1.1,Activity,Explain the law in nine provinces,MOJ,2027-01-01,2027-06-30\n";
    private const string Lost = "G9.O1.1.1,G9.O1.1,Activity,Stands under nothing,MOJ,2027-01-01,2027-06-30\n";
    private const string Mended = "G1.O1.1.5,G1.O1.1,Activity,Stands under something,MOJ,2027-01-01,2027-06-30\n";

    private static readonly DemonstrationPerson Farid = DemonstrationPerson.All.Single(p => p.Role == Role.FinanceAnalyst);

    [Theory(Timeout = BrowserApp.LongestMilliseconds)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_a_spreadsheet_to_a_light_that_changes(bool scripts)
    {
        await using var app = await BrowserApp.StartAsync(TestContext.Current.CancellationToken);
        var look = new Look("en", Scripts: scripts);
        await using var amina = await app.ContextAsync(look, Amina);
        await using var bruno = await app.ContextAsync(look, Bruno);
        await using var farid = await app.ContextAsync(look, Farid);

        await WatchAsync(amina, UploadAsync);
        await MeetAsync(amina, bruno, await EditAddressAsync(app));
        await WatchAsync(amina, HandInAsync);
        await WatchAsync(farid, ApproveAsync);
        var before = await OnTrackAsync(amina);
        var value = await EnterAsync(bruno);
        await WatchAsync(farid, page => VerifyAsync(page, value));
        await WatchAsync(amina, page => PublishAsync(page, value));

        Assert.Equal(before + 1, await OnTrackAsync(amina));
        await WatchAsync(amina, page => ReadHistoryAsync(page, value));
    }

    private static async Task WatchAsync(LentContext context, Func<IPage, Task> steps)
    {
        var page = await context.NewPageAsync();
        var walk = new Walk(page);
        await walk.WatchAsync(async watched =>
        {
            await steps(watched);
            await walk.FitsAsync();
        });
        await LentContext.EndAsync(page.CloseAsync());
    }

    private static async Task UploadAsync(IPage page)
    {
        await SendAsync(page, Heading + Good + Lost);
        Assert.Equal(("1", "1"), (await page.Locator("[data-test=added]").InnerTextAsync(), await page.Locator("[data-test=refused]").InnerTextAsync()));
        await Assertions.Expect(page.Locator("[data-test=finding]").First).ToContainTextAsync("G9.O1.1");

        await SendAsync(page, Heading + Good + Mended);
        Assert.Equal(("2", "0"), (await page.Locator("[data-test=added]").InnerTextAsync(), await page.Locator("[data-test=refused]").InnerTextAsync()));
        await page.Locator("form[data-test=apply] button[type=submit]").ClickAsync();

        await SendAsync(page, Heading + Good + Mended);
        Assert.Equal("2", await page.Locator("[data-test=unchanged]").InnerTextAsync());
        await Assertions.Expect(page.Locator("[data-test=nothing]")).ToBeVisibleAsync();
    }

    private static async Task SendAsync(IPage page, string file)
    {
        await page.GotoAsync("/xs/workbooks/plan");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "nodes.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await page.Locator("main form button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/workbooks/drafts/*");
    }

    // Both open the node; the second to save finds both versions on the page and nothing of either lost.
    private static async Task MeetAsync(LentContext first, LentContext second, string address)
    {
        var (theirs, mine) = (await OpenNodeAsync(first, address), await OpenNodeAsync(second, address));
        await TitleOf(theirs).FillAsync("Draft one law for police and gendarmerie, with the Ombudsperson");
        await theirs.Locator("form[data-test=node] button[type=submit]").ClickAsync();
        await theirs.WaitForURLAsync(url => !url.Contains("/edit", StringComparison.Ordinal));

        await TitleOf(mine).FillAsync("Draft one law and hear the governors");
        await mine.Locator("form[data-test=node] button[type=submit]").ClickAsync();

        var conflict = mine.Locator("table[data-test=conflict]");
        await Assertions.Expect(conflict).ToContainTextAsync("with the Ombudsperson");
        await Assertions.Expect(conflict).ToContainTextAsync("hear the governors");
        await LentContext.EndAsync(theirs.CloseAsync());
        await LentContext.EndAsync(mine.CloseAsync());
    }

    private static async Task<IPage> OpenNodeAsync(LentContext context, string address)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    private static async Task<string> EditAddressAsync(BrowserApp app)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, TestContext.Current.CancellationToken);
        var lineage = await db.PlanNodes.Where(n => n.Code == Edited).Select(n => n.Lineage).FirstAsync(TestContext.Current.CancellationToken);
        return $"/xs/plan/nodes/{lineage}/edit?version=2";
    }

    private static ILocator TitleOf(IPage page) => page.Locator("form[data-test=node] [name$='Title.En']");

    private static async Task HandInAsync(IPage page)
    {
        await page.GotoAsync("/xs/plan/versions");
        await page.Locator("[data-test=version-2] form[data-test=submit] button").ClickAsync();

        await Assertions.Expect(page.Locator("[data-test=version-2]")).ToContainTextAsync("Awaits approval");
        await Assertions.Expect(page.Locator("[data-test=version-2] form[data-test=approve]")).ToHaveCountAsync(0);
    }

    private static async Task ApproveAsync(IPage page)
    {
        await page.GotoAsync("/xs/plan/versions");
        var form = page.Locator("[data-test=version-2] form[data-test=approve]");
        await form.Locator("input[name=Authority]").FillAsync("Council of Ministers, decree 2026-77");
        await form.Locator("button").ClickAsync();

        await Assertions.Expect(page.Locator("[data-test=version-2]")).ToContainTextAsync(Farid.Name);
        await Assertions.Expect(page.Locator("[data-test=version-1]")).ToContainTextAsync("Replaced");
    }

    private static async Task<int> OnTrackAsync(LentContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/xs");
        var figure = await page.Locator("[data-test=picture] .figure").First.InnerTextAsync();
        await LentContext.EndAsync(page.CloseAsync());
        return int.Parse(figure.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task<string> EnterAsync(LentContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/xs/values/enter");
        var choice = page.Locator("form[data-test=choose] select option").Filter(new() { HasText = Vetted });
        await page.Locator("form[data-test=choose] select").SelectOptionAsync((await choice.GetAttributeAsync("value"))!);
        await page.Locator("form[data-test=choose] button").ClickAsync();
        var form = page.Locator("form[data-test=value]");
        await form.Locator("[name='Form.Period']").FillAsync("2026-07/2026-09");
        await form.Locator("[name='Form.Value']").FillAsync("25");
        await form.Locator("[name='Form.Source']").FillAsync("Register of the vetting commission");
        await form.Locator("[name='Form.NoEvidenceBecause']").FillAsync("The register is sealed; it was seen on the spot");
        await form.Locator("button[value=Submit]").ClickAsync();
        if (await page.Locator("[data-test=doubts]").CountAsync() > 0)
        {
            await page.Locator("[name='Form.Confirmed'][type=checkbox]").CheckAsync();
            await page.Locator("form[data-test=value] button[value=Submit]").ClickAsync();
        }

        await Assertions.Expect(page.Locator("[data-test=state]")).ToContainTextAsync("Submitted");
        var address = new Uri(page.Url).AbsolutePath;
        await LentContext.EndAsync(page.CloseAsync());
        return address;
    }

    private static async Task VerifyAsync(IPage page, string value)
    {
        await page.GotoAsync(value);
        var form = page.Locator("form[data-test=verify]");
        foreach (var dimension in (string[])["Validity", "Reliability", "Timeliness", "Precision", "Integrity", "Completeness"])
        {
            await form.Locator($"select[name='Quality.{dimension}']").SelectOptionAsync("3");
        }

        await form.Locator("button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=state]")).ToContainTextAsync("Verified");
    }

    private static async Task PublishAsync(IPage page, string value)
    {
        await page.GotoAsync(value);
        await page.Locator("form[data-test=publish] button").ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=state]")).ToContainTextAsync("Published");
    }

    private static async Task ReadHistoryAsync(IPage page, string value)
    {
        await page.GotoAsync($"{value}?tab=history");
        foreach (var person in (DemonstrationPerson[])[Bruno, Farid, Amina])
        {
            await Assertions.Expect(page.Locator("main")).ToContainTextAsync(person.Name);
        }
    }
}
