using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Playwright;

namespace Cornerstone.Tests.Journeys;

/// <summary>
/// The real program on a port of its own, as "demo" starts it: over a database of its own that holds the
/// demonstration. Each context is one person at one browser.
/// </summary>
internal sealed class BrowserApp : IAsyncDisposable
{
    // A busy machine is slow, not wrong.
    public const float PatienceMilliseconds = 30_000;

    // A browser that stops answering fails its test; it does not hold up the run.
    public const int LongestMilliseconds = 600_000;

    private static readonly Lazy<Task<BrowserApp>> Shared = new(() => StartAsync(CancellationToken.None));

    private readonly WebApplication web;
    private readonly string folder;

    private BrowserApp(WebApplication web, Database database, string folder)
    {
        this.web = web;
        this.folder = folder;
        Database = database;
    }

    public Database Database { get; }

    public string Root => web.Urls.Single();

    public IServiceProvider Services => web.Services;

    /// <summary>One for all tests that only look.</summary>
    public static async Task<BrowserApp> ToLookAtAsync()
    {
        await Chromium.BrowserAsync();
        return await Shared.Value;
    }

    public static async Task<BrowserApp> StartAsync(CancellationToken ct)
    {
        var database = await TestDatabase.SoleniaAsync(ct);
        var folder = Directory.CreateTempSubdirectory("cornerstone-journey-").FullName;
        var web = Web.Build(new HostSettings(folder, Port: 0, IsDemonstration: true), database);
        await web.StartAsync(ct);
        return new BrowserApp(web, database, folder);
    }

    public static async ValueTask StopAsync()
    {
        if (Shared.IsValueCreated)
        {
            await (await Shared.Value).DisposeAsync();
        }
    }

    public async Task<LentContext> ContextAsync(Look look, DemonstrationPerson? person = null)
    {
        var browser = await Chromium.BrowserAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = Root,
            Locale = look.Language,
            JavaScriptEnabled = look.Scripts,
            ViewportSize = new() { Width = look.Width, Height = 900 },
        });
        context.SetDefaultTimeout(PatienceMilliseconds);
        context.SetDefaultNavigationTimeout(PatienceMilliseconds);
        if (person is not null)
        {
            await SignInAsync(context, person);
        }

        return new LentContext(context);
    }

    /// <summary>As the demonstration offers it: one click on a name.</summary>
    public static async Task SignInAsync(IPage page, DemonstrationPerson person)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = person.Name }).ClickAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private static async Task SignInAsync(IBrowserContext context, DemonstrationPerson person)
    {
        var page = await context.NewPageAsync();
        await SignInAsync(page, person);
        await LentContext.EndAsync(page.CloseAsync());
    }
}
