using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportCoordination;

/// <summary>
/// What is counted when the program starts, and what of the changes is forgotten. Alone on the server: whoever writes anywhere on it
/// holds forgetting up, and a test that fills a country beside it does so for minutes.
/// </summary>
[Collection(Name)]
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class KeepLedgersTests
{
    private const string Name = "what is forgotten of the ledger's changes";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 60_000)]
    public async Task The_ledger_that_was_used_last_is_counted_before_anybody_asks()
    {
        await using var app = await TestApp.StartAsync();
        await PayAsync(app, await app.ActivityAsync("A-1"), 100m);
        await (await app.AsAsync(Amina)).OpenAsync("/xs/support/ledger");
        await Keeper(app, app.Services.GetRequiredService<LedgerMemory>()).LookAsync(Ct);

        // As after a start, and so impatient that whatever is not counted yet is refused.
        using var fresh = Impatient(app);
        await Assert.ThrowsAsync<LedgerBeingCountedException>(() => PaidAsync(app, fresh));
        using var counted = Impatient(app);
        await Keeper(app, counted).BeginAsync(Ct);

        Assert.Equal(100m, await PaidAsync(app, counted));
    }

    [Fact(Timeout = 60_000)]
    public async Task For_whoever_may_no_longer_sign_in_nothing_is_counted_ahead()
    {
        await using var app = await TestApp.StartAsync();
        await (await app.AsAsync(Amina)).OpenAsync("/xs/support/ledger");
        await Keeper(app, app.Services.GetRequiredService<LedgerMemory>()).LookAsync(Ct);
        await app.ExecuteAsync($"set session_replication_role = replica; update access.person set disabled_at = now() where id = '{Amina.Id}'; select access.hold_places('{Amina.Id}')");

        using var fresh = Impatient(app);
        await Keeper(app, fresh).BeginAsync(Ct);

        Assert.Empty(fresh.Seen());
    }

    [Fact(Timeout = 60_000)]
    public async Task What_nobody_used_for_a_month_is_not_counted_ahead()
    {
        await using var app = await TestApp.StartAsync();
        await (await app.AsAsync(Amina)).OpenAsync("/xs/support/ledger");
        await Keeper(app, app.Services.GetRequiredService<LedgerMemory>()).LookAsync(Ct);
        await app.ExecuteAsync("update journal.ledger_use set used_at = used_at - interval '31 days'");

        using var fresh = Impatient(app);
        await Keeper(app, fresh).BeginAsync(Ct);

        Assert.Empty(fresh.Seen());
    }

    [Fact(Timeout = 60_000)]
    public async Task What_all_ledgers_have_seen_is_forgotten_and_what_came_later_is_told()
    {
        await using var app = await TestApp.StartAsync();
        using var memory = new LedgerMemory();
        var activity = await app.ActivityAsync("A-1");
        await PayAsync(app, activity, 100m);
        await PaidAsync(app, memory);
        await PayAsync(app, activity, 20m);

        await ForgetUntilAsync(app, memory, left: 1);
        Assert.Equal(120m, await PaidAsync(app, memory));
        await ForgetUntilAsync(app, memory, left: 0);
    }

    [Fact(Timeout = 60_000)]
    public async Task A_ledger_that_did_not_see_what_is_forgotten_is_counted_anew()
    {
        await using var app = await TestApp.StartAsync();
        using var aside = new LedgerMemory();
        using var nobodys = new LedgerMemory();
        var activity = await app.ActivityAsync("A-1");
        await PayAsync(app, activity, 100m);
        Assert.Equal(100m, await PaidAsync(app, aside));
        await PayAsync(app, activity, 20m);

        await ForgetUntilAsync(app, nobodys, left: 0);

        Assert.Equal(120m, await PaidAsync(app, aside));
        await PayAsync(app, activity, 3m);
        Assert.Equal(123m, await PaidAsync(app, aside));
    }

    [Fact(Timeout = 60_000)]
    public async Task What_is_older_than_a_week_goes_also_where_a_ledger_waits_for_it()
    {
        await using var app = await TestApp.StartAsync();
        using var memory = new LedgerMemory();
        var (first, second) = (await app.ActivityAsync("A-1"), await app.ActivityAsync("A-2"));
        await PaidAsync(app, memory);
        await PayAsync(app, first, 20m);
        await PayAsync(app, second, 3m);
        await app.ExecuteAsync("update journal.ledger_change set at = at - interval '8 days'");

        // The last of them marks where forgetting ends.
        await ForgetUntilAsync(app, memory, left: 1);

        Assert.Equal(23m, await PaidAsync(app, memory));
    }

    [Fact(Timeout = 60_000)]
    public async Task A_change_begun_before_others_were_forgotten_and_committed_after_is_not_missed()
    {
        await using var app = await TestApp.StartAsync();
        using var memory = new LedgerMemory();
        var (early, late) = (await app.ActivityAsync("A-1"), await app.ActivityAsync("A-2"));
        await using var slow = await app.DbAsAsync(Amina);
        slow.Add(GivenSupport.Paid(early, 5m));
        await slow.RecordAsync(GivenSupport.Adding(), Ct);
        await PayAsync(app, late, 7m);
        Assert.Equal(7m, await PaidAsync(app, memory));

        await Keeper(app, memory).LookAsync(Ct);
        await slow.CommitAsync(Ct);

        Assert.Equal(12m, await PaidAsync(app, memory));
    }

    private static KeepLedgers Keeper(TestApp app, LedgerMemory memory) => new(app.Database, memory, TimeProvider.System, NullLogger<KeepLedgers>.Instance);

    private static LedgerMemory Impatient(TestApp app) => new(long.MaxValue, reader => app.Database.AsAsync(reader, Ct), TimeSpan.Zero);

    private static async Task<decimal> PaidAsync(TestApp app, LedgerMemory memory)
    {
        await using var db = await app.DbAsAsync(Amina);
        return (await memory.OfAsync(db, "XS", Currency.UsDollar, Ct)).Total(new(LedgerView.Spending, MoneyStage.Paid, "USD"), PlanObjectives.None);
    }

    private static async Task PayAsync(TestApp app, Activity activity, decimal amount)
    {
        await using var db = await app.DbAsAsync(Amina);
        db.Add(GivenSupport.Paid(activity, amount));
        await db.SaveAsync(GivenSupport.Adding(), Ct);
    }

    // Also what the server itself writes holds forgetting up until it is done.
    private static async Task ForgetUntilAsync(TestApp app, LedgerMemory memory, long left)
    {
        do
        {
            Ct.ThrowIfCancellationRequested();
            await Keeper(app, memory).LookAsync(Ct);
        }
        while (await ChangesAsync(app) > left);
        Assert.Equal(left, await ChangesAsync(app));
    }

    private static async Task<long> ChangesAsync(TestApp app)
    {
        await using var count = app.Database.Owner.CreateCommand("select count(*) from journal.ledger_change");
        return (long)(await count.ExecuteScalarAsync(Ct))!;
    }
}
