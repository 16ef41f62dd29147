using Microsoft.Playwright;

namespace Cornerstone.Tests.Journeys;

/// <summary>One person's way through the program. When it ends badly, a picture of the last page is kept.</summary>
internal sealed class Walk(IPage page)
{
    private readonly Complaints complaints = new(page);

    public async Task WatchAsync(Func<IPage, Task> steps)
    {
        try
        {
            await steps(page);
            Assert.Empty(complaints.Take());
        }
        catch (Exception fault) when (fault is PlaywrightException or Xunit.Sdk.IAssertionException or TimeoutException)
        {
            var picture = Path.Combine(Directory.CreateTempSubdirectory("cornerstone-walk-").FullName, "last-page.png");
            await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
            TestContext.Current.TestOutputHelper?.WriteLine($"{page.Url} looked like {picture}");
            throw;
        }
    }

    /// <summary>Nothing sticks out sideways.</summary>
    public async Task FitsAsync()
    {
        var over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
        Assert.True(over <= 0, $"{page.Url} is {over} pixels wider than the window.");
    }
}
