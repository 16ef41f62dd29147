using Microsoft.Playwright;

namespace Cornerstone.Tests.Journeys;

/// <summary>
/// The one browser of the run: Debian's Chromium, started when the first journey needs it. Never a browser that a
/// package brings along.
/// </summary>
internal static class Chromium
{
    private const string Program = "/usr/bin/chromium";

    // Root has no sandbox; nothing may be fetched that the page did not ask for.
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(LaunchAsync);

    public static async Task<IBrowser> BrowserAsync()
    {
        Assert.SkipUnless(File.Exists(Program), $"No Chromium at {Program}: install Debian's package chromium to run the journeys.");
        return (await Started.Value).Browser;
    }

    public static async ValueTask StopAsync()
    {
        if (Started.IsValueCreated)
        {
            var (driver, browser) = await Started.Value;
            await LentContext.EndAsync(browser.CloseAsync());
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> LaunchAsync()
    {
        var driver = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(BrowserApp.PatienceMilliseconds);
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Flags }));
    }
}
