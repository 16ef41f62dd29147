using Cornerstone.Operations;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Operations;

/// <summary>Case RL-09: a clock set back or ahead is shown to whoever can have it set right, and to nobody else.</summary>
public sealed class ClockWatchTests
{
    private const string Warning = "[data-test=standing-warning]";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(-1, "while the program ran")]
    [InlineData(1, "while the program ran")]
    [InlineData(-366, "the journal holds an act")]
    public async Task A_clock_that_was_set_while_the_program_ran_is_told_until_it_is_right(int days, string says)
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(clock));
        // Long ago, so that a day back is not yet before the last act.
        await app.ExecuteAsync("set session_replication_role = replica; update journal.act set at = at - interval '30 days'");
        var watch = app.Services.GetRequiredService<ClockWatch>();
        var right = clock.Now;
        await watch.LookAsync(Ct);
        Assert.Null((await (await app.AsAsync(Karim)).OpenAsync("/xs")).QuerySelector(Warning));
        await app.ExecuteAsync("set session_replication_role = replica; update journal.act set at = at - interval '30 days'");

        clock.Now = right.AddDays(days);
        await watch.LookAsync(Ct);
        var told = (await (await app.AsAsync(Karim)).OpenAsync("/xs")).QuerySelector(Warning);
        var others = (await (await app.AsAsync(Amina)).OpenAsync("/xs")).QuerySelector(Warning);
        await app.ExecuteAsync("set session_replication_role = replica; update journal.act set at = at - interval '30 days'");
        clock.Now = right;
        await watch.LookAsync(Ct);

        Assert.Contains(says, told!.TextContent, StringComparison.Ordinal);
        Assert.Null(others);
        Assert.Null((await (await app.AsAsync(Karim)).OpenAsync("/xs")).QuerySelector(Warning));
    }

    [Fact]
    public async Task A_program_that_starts_in_1970_says_so_at_once()
    {
        var clock = new SetClock(DateTimeOffset.UnixEpoch.AddHours(1));
        await using var app = await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(clock));

        await app.Services.GetRequiredService<ClockWatch>().LookAsync(Ct);

        Assert.Contains("1970", (await (await app.AsAsync(Karim)).OpenAsync("/xs")).QuerySelector(Warning)!.TextContent, StringComparison.Ordinal);
    }
}
