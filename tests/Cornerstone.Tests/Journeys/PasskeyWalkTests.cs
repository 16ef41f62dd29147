using Microsoft.Playwright;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

/// <summary>A passkey in a real browser, on the device that its developer tools put there.</summary>
public sealed class PasskeyWalkTests
{
    [Theory(Timeout = BrowserApp.LongestMilliseconds)]
    [InlineData("en", Look.Desk)]
    [InlineData("ar", Look.Phone)]
    public async Task Made_signed_in_with_and_shown_again(string language, int width)
    {
        await using var app = await BrowserApp.StartAsync(TestContext.Current.CancellationToken);
        await using var context = await app.ContextAsync(new Look(language, width));
        var shown = await context.NewPageAsync();
        await PutDeviceAsync(context, shown);
        var walk = new Walk(shown);

        await walk.WatchAsync(async page =>
        {
            var root = app.Root.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
            await MakeAsync(page, root);
            await walk.FitsAsync();
            await SignOutAsync(page, root);
            await SignInAsync(page, root);
            await walk.FitsAsync();
            await ShowAgainAsync(page, root);
        });
    }

    [Fact(Timeout = BrowserApp.LongestMilliseconds)]
    public async Task With_scripts_off_the_page_says_so_and_offers_the_other_ways()
    {
        await using var context = await (await BrowserApp.ToLookAtAsync()).ContextAsync(new Look("en", Scripts: false));
        var page = await context.NewPageAsync();

        await page.GotoAsync("/sign-in");

        await Assertions.Expect(page.Locator("form[data-passkey]").GetByText("Passkeys need scripts")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("form[data-passkey] button")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator("#Password")).ToBeVisibleAsync();
    }

    private static async Task PutDeviceAsync(LentContext context, IPage page)
    {
        var tools = await context.NewCDPSessionAsync(page);
        await tools.SendAsync("WebAuthn.enable");
        await tools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }

    private static async Task MakeAsync(IPage page, string root)
    {
        await page.GotoAsync(root + "/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = Bruno.Name }).ClickAsync();
        await page.WaitForURLAsync("**/xs");
        await page.GotoAsync(root + "/account/passkeys");
        await page.Locator("#Name").FillAsync("The red telephone");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.WaitForURLAsync("**/account/recovery-codes*");
        await page.Locator("a.button-main").ClickAsync();
        await Assertions.Expect(page.Locator("[data-test=passkey]")).ToContainTextAsync("The red telephone");
    }

    private static async Task SignOutAsync(IPage page, string root)
    {
        await page.GotoAsync(root + "/sign-out");
        await page.Locator("main form button").ClickAsync();
    }

    private static async Task SignInAsync(IPage page, string root)
    {
        await page.GotoAsync(root + "/sign-in");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.WaitForURLAsync("**/xs");
        Assert.Contains(Bruno.Name, await page.Locator(".bar-end").InnerTextAsync(), StringComparison.Ordinal);
    }

    private static async Task ShowAgainAsync(IPage page, string root)
    {
        await page.GotoAsync(root + "/account/confirm?next=/account/sessions&passkey=true");
        await page.Locator("form[data-passkey] button").ClickAsync();
        await page.WaitForURLAsync("**/account/sessions");
    }
}
