using Cornerstone.Tests.Journeys;
using Cornerstone.Tests.TestKit;

[assembly: AssemblyFixture(typeof(ServerOfTheRun))]

namespace Cornerstone.Tests.TestKit;

/// <summary>Stops the run's browser and its private PostgreSQL after the last test, and leaves no folder behind.</summary>
public sealed class ServerOfTheRun : IAsyncLifetime
{
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await Chromium.StopAsync();
        await BrowserApp.StopAsync();
        await TestDatabase.StopAsync();
    }
}
