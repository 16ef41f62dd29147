using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cornerstone.Tests.TestKit;

public sealed class NamingLinesTests
{
    [Theory]
    [InlineData("Sent to somebody+here@solenia.example")]
    [InlineData("Refused: AMINA DIALLO")]
    public async Task A_line_that_names_somebody_fails_the_test_that_let_it_be_written(string line)
    {
        var app = await TestApp.StartAsync(adjust: b => b.Logging.ClearProviders());
        Say(app, line.Replace("AMINA DIALLO", People.Amina.Name.ToUpperInvariant(), StringComparison.Ordinal));

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(async () => await app.DisposeAsync());
    }

    [Fact]
    public async Task One_that_names_nobody_does_not()
    {
        await using var app = await TestApp.StartAsync();
        Say(app, "Refused: a person by their id, 0190a1b2-0000-7000-8000-000000000001");
    }

    private static void Say(TestApp app, string line) =>
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Cornerstone").Log(LogLevel.Warning, default, line, null, (said, _) => said);
}
