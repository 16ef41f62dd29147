using Microsoft.Playwright;

namespace Cornerstone.Tests.Journeys;

/// <summary>
/// A browser context given back after use. Chromium now and then never answers that it has closed one: after a few
/// seconds the run goes on, and the browser's own end clears up.
/// </summary>
internal sealed class LentContext(IBrowserContext context) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public Task<IPage> NewPageAsync() => context.NewPageAsync();

    public Task<ICDPSession> NewCDPSessionAsync(IPage page) => context.NewCDPSessionAsync(page);

    public ValueTask DisposeAsync() => EndAsync(context.CloseAsync());

    /// <summary>Waits for an end that may never be reported.</summary>
    public static async ValueTask EndAsync(Task closing)
    {
        try
        {
            await closing.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            // Said above: the next test must not wait for it.
        }
    }
}
