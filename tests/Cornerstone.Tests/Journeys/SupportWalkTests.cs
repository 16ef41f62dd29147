using System.Text;
using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Iati.Tests;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

/// <summary>
/// From a partner's file to what everybody reads: findings, an objective whose gap moves, a national correction that a newer file
/// leaves alone, an amount kept back, two people who publish, and a file of the standard without that amount.
/// </summary>
public sealed class SupportWalkTests
{
    private const string Identifier = "XM-EX-AV-WALK";
    private const string Secret = "777123";
    private const string Corrected = "Police posts, as the country calls them";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = BrowserApp.LongestMilliseconds)]
    public async Task From_a_file_to_the_public_side_without_the_withheld_amount()
    {
        await using var app = await BrowserApp.StartAsync(Ct);
        await using var amina = await app.ContextAsync(new Look("en"), Amina);
        await using var farid = await app.ContextAsync(new Look("en"), Farid);
        await using var elif = await app.ContextAsync(new Look("en"), Elif);
        await using var nobody = await app.ContextAsync(new Look("en"));

        await WatchAsync(amina, page => BringInAsync(page, "Police posts", "1"));
        var id = await IdAsync(app);
        var before = await GapsAsync(amina);
        await WatchAsync(elif, page => ProposeAimAsync(page, id));
        await WatchAsync(amina, page => AgreeAsync(page, id));
        Assert.NotEqual(before, await GapsAsync(amina));
        await WatchAsync(amina, page => CorrectAsync(page, id));
        await WatchAsync(amina, BringInAgainAsync);
        await WatchAsync(amina, page => KeepBackAsync(page, id));
        var edition = "";
        await WatchAsync(amina, async page => edition = await ProposeAsync(page));
        await WatchAsync(farid, page => PublishAsync(page, edition));
        await WatchAsync(nobody, ReadAsync);
        await ValidateAsync(app);
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

    private static async Task BringInAsync(IPage page, string title, string added)
    {
        await SendAsync(page, title);
        await Assertions.Expect(page.Locator("[data-test=added]")).ToHaveTextAsync(added);
        // Its sectors come to ninety per cent: that is found, and goes in all the same.
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("finding");
        await page.Locator("form[data-test=apply] button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/drafts/", StringComparison.Ordinal));
    }

    private static async Task BringInAgainAsync(IPage page)
    {
        await SendAsync(page, "Another title of the source");
        await Assertions.Expect(page.Locator("[data-test=kept]")).ToBeVisibleAsync();
        await page.Locator("form[data-test=apply] button[type=submit]").First.ClickAsync();
        await page.GotoAsync($"/xs/support?search={Identifier}");
        await Assertions.Expect(page.Locator("[data-test=activities]")).ToContainTextAsync(Corrected);
    }

    private static async Task SendAsync(IPage page, string title)
    {
        await page.GotoAsync("/xs/support/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "walk.xml", MimeType = "application/xml", Buffer = Encoding.UTF8.GetBytes(File(title)) });
        await page.Locator("select[name=Classification]").SelectOptionAsync("Public");
        await page.Locator("form[data-test=send] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync("**/support/drafts/*");
    }

    private static async Task KeepBackAsync(IPage page, Guid id)
    {
        await page.GotoAsync($"/xs/support/{id}/withheld");
        var line = page.Locator("select[name=What] option").Filter(new() { HasText = "777,123" });
        await page.Locator("select[name=What]").SelectOptionAsync((await line.GetAttributeAsync("value"))!);
        await page.Locator("select[name=Ground]").SelectOptionAsync("NationalSecurity");
        await page.Locator("form[data-test=withhold] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=withheld]")).ToContainTextAsync("national security");
    }

    private static async Task<string> ProposeAsync(IPage page)
    {
        await page.GotoAsync("/xs/publications/propose");
        await page.Locator("[name=Publisher]").FillAsync("National secretariat");
        await page.Locator("form[data-test=propose] button[type=submit]").ClickAsync();
        await page.WaitForURLAsync(url => !url.EndsWith("/propose", StringComparison.Ordinal));
        return new Uri(page.Url).AbsolutePath;
    }

    private static async Task PublishAsync(IPage page, string edition)
    {
        await page.GotoAsync($"{edition}/rows/Support/{Identifier}");
        await Assertions.Expect(page.Locator("[data-test=moved]")).ToContainTextAsync("Withheld, on the ground of national security");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("777,123");
        await page.GotoAsync(edition);
        await page.Locator("form[data-test=publish] button").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("Published");
    }

    private static async Task ReadAsync(IPage page)
    {
        await page.GotoAsync("/xs/public/en/support");
        await page.Locator("main [name=Search]").FillAsync("police COUNTRY calls");
        await page.Locator("main form[role=search] button").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = Corrected }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=moved]")).ToContainTextAsync("Withheld, on the ground of national security");
        await Assertions.Expect(page.Locator("main")).Not.ToContainTextAsync("777,123");
    }

    private static async Task ValidateAsync(BrowserApp app)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Root) };
        var file = await client.GetByteArrayAsync("/xs/public/data/support.xml", Ct);
        using var stream = new MemoryStream(file);
        var told = new IatiReader(stream, new IatiOptions { Now = TimeProvider.System.GetUtcNow() }).Read().Single(r => r.Activity?.Identifier == Identifier).Activity!;

        Assert.Equal(Corrected, told.TitleIn("en"));
        Assert.DoesNotContain(Secret, Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        if (RealFiles.Folder is not null)
        {
            Assert.Empty(OfficialSchema.Refusals(file));
        }
    }

    private static async Task<string> GapsAsync(LentContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync("/xs/support/gaps");
        var gaps = await page.Locator("[data-test=beside]").InnerTextAsync();
        await LentContext.EndAsync(page.CloseAsync());
        return gaps;
    }

    private static async Task<Guid> IdAsync(BrowserApp app)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        return await db.Activities.Where(a => a.Identifier == Identifier).Select(a => a.Id).SingleAsync(Ct);
    }

    private static async Task ProposeAimAsync(IPage page, Guid id)
    {
        await page.GotoAsync($"/xs/support/{id}/alignment");
        await page.Locator("select[name=Lineage]").SelectOptionAsync(new SelectOptionValue { Index = 3 });
        await page.Locator("form[data-test=propose] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=alignments]")).ToContainTextAsync("Proposed");
    }

    private static async Task AgreeAsync(IPage page, Guid id)
    {
        await page.GotoAsync($"/xs/support/{id}/alignment");
        await page.GetByRole(AriaRole.Button, new() { Name = "Agree" }).ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=alignments]")).ToContainTextAsync("Agreed");
    }

    private static async Task CorrectAsync(IPage page, Guid id)
    {
        await page.GotoAsync($"/xs/support/{id}");
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct what the source says" }).ClickAsync();
        await page.Locator("select[name=Field]").First.SelectOptionAsync("Title");
        await page.Locator("form[data-test=choose] button").ClickAsync();
        await page.Locator("textarea[name=Given]").FillAsync(Corrected);
        await page.Locator("[name=Reason]").FillAsync("The name in the agreement");
        await page.Locator("form[data-test=correct] button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=corrections]")).ToContainTextAsync(Corrected);
    }

    private static string File(string title) => $"""
        <iati-activities version="2.03"><iati-activity xml:lang="en" default-currency="USD" last-updated-datetime="2026-10-20T00:00:00Z">
          <iati-identifier>{Identifier}</iati-identifier>
          <reporting-org ref="XM-EX-AV" type="10"><narrative>Kingdom of Arvenna</narrative></reporting-org>
          <title><narrative>{title}</narrative></title>
          <description><narrative>Twelve posts in four provinces.</narrative></description>
          <participating-org ref="XM-EX-AV" type="10" role="1"><narrative>Kingdom of Arvenna</narrative></participating-org>
          <activity-status code="2"/>
          <activity-date type="2" iso-date="2026-01-01"/>
          <recipient-country code="XS" percentage="100"/>
          <sector vocabulary="1" code="15210" percentage="50"/><sector vocabulary="1" code="15132" percentage="40"/>
          <transaction><transaction-type code="3"/><transaction-date iso-date="2026-02-01"/><value value-date="2026-02-01">{Secret}</value></transaction>
          <transaction><transaction-type code="3"/><transaction-date iso-date="2026-03-01"/><value value-date="2026-03-01">400000</value></transaction>
        </iati-activity></iati-activities>
        """;
}
