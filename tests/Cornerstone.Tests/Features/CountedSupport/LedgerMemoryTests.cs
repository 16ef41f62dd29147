using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.CountedSupport;

public sealed class LedgerMemoryTests : IDisposable
{
    private readonly LedgerMemory memory = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => memory.Dispose();

    [Fact]
    public async Task What_nobody_changed_is_not_counted_again_and_what_somebody_changed_is()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.ActivityAsync("A-1");
        await PayAsync(app, activity, 100m);

        var first = await MoneyAsync(app, Amina);
        Assert.Same(first, await MoneyAsync(app, Amina));
        await PayAsync(app, activity, 20m);

        Assert.Equal((100m, 120m), (Spent(first), Spent(await MoneyAsync(app, Amina))));
    }

    [Fact]
    public async Task A_change_that_was_begun_first_and_committed_last_is_not_missed()
    {
        await using var app = await TestApp.StartAsync();
        var (early, late) = (await app.ActivityAsync("A-1"), await app.ActivityAsync("A-2"));
        await using var slow = await app.DbAsAsync(Amina);
        slow.Add(GivenSupport.Paid(early, 5m));
        await slow.RecordAsync(GivenSupport.Adding(), Ct);
        await PayAsync(app, late, 7m);
        Assert.Equal(7m, Spent(await MoneyAsync(app, Amina)));

        await slow.CommitAsync(Ct);

        Assert.Equal(12m, Spent(await MoneyAsync(app, Amina)));
    }

    [Fact]
    public async Task What_one_reader_was_counted_is_not_shown_to_one_who_sees_less()
    {
        await using var app = await TestApp.StartAsync();
        await PayAsync(app, await app.ActivityAsync("OPEN-1"), 100m);
        await PayAsync(app, await app.ActivityAsync("SECRET-1", Classification.Restricted), 77m);

        Assert.Equal((177m, 100m, 177m), (Spent(await MoneyAsync(app, Amina)), Spent(await MoneyAsync(app, Elif)), Spent(await MoneyAsync(app, Amina))));
    }

    [Fact]
    public async Task What_is_kept_closer_from_now_on_leaves_the_sums_of_others_at_once()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.ActivityAsync("A-1");
        await PayAsync(app, activity, 100m);
        Assert.Equal(100m, Spent(await MoneyAsync(app, Elif)));

        await using (var db = await app.DbAsAsync(Amina))
        {
            var stored = await db.Activities.SingleAsync(a => a.Id == activity.Id, Ct);
            (stored.Classification, stored.Version) = (Classification.Restricted, stored.Version + 1);
            await db.SaveAsync(new Act("support.edit", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        Assert.Equal((0m, 100m), (Spent(await MoneyAsync(app, Elif)), Spent(await MoneyAsync(app, Amina))));
    }

    [Fact]
    public async Task A_new_rate_is_used_at_once()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = await app.DbAsAsync(Amina))
        {
            var activity = await app.ActivityAsync("A-1");
            db.Add(GivenSupport.Paid(activity, 100m, "SLE"));
            await db.SaveAsync(GivenSupport.Adding(), Ct);
        }

        Assert.Equal(0m, Spent(await MoneyAsync(app, Amina)));
        await using (var db = await app.DbAsAsync(Amina))
        {
            var source = new RateSource { Country = "XS", Classification = Classification.Public, Code = "bank", Name = "Bank", Publisher = "Bank", Method = RateMethod.Average, Base = Currency.UsDollar, Order = 1 };
            db.AddRange(source, new ExchangeRate
            {
                SourceId = source.Id,
                Country = "XS",
                Classification = Classification.Public,
                Currency = Currency.Parse("SLE", null),
                FromDay = new DateOnly(2026, 1, 1),
                UntilDay = new DateOnly(2026, 12, 31),
                Precision = PeriodPrecision.Year,
                Units = 4m,
                EnteredBy = Amina.Id,
                EnteredAt = DateTimeOffset.UnixEpoch,
            });
            await db.SaveAsync(new Act("rates.add", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        Assert.Equal(25m, Spent(await MoneyAsync(app, Amina)));
    }

    [Fact]
    public async Task What_takes_long_the_first_time_is_counted_beside_the_pages_that_ask()
    {
        await using var app = await TestApp.StartAsync();
        await PayAsync(app, await app.ActivityAsync("A-1"), 100m);
        var begun = new TaskCompletionSource<Cornerstone.Access.Reader>();
        var mayCount = new TaskCompletionSource();
        using var slow = new LedgerMemory(long.MaxValue, async reader =>
        {
            begun.SetResult(reader);
            await mayCount.Task;
            return await app.DbAsAsync(Amina);
        }, TimeSpan.Zero);
        await using var db = await app.DbAsAsync(Amina);

        await Assert.ThrowsAsync<LedgerBeingCountedException>(() => slow.OfAsync(db, "XS", Currency.UsDollar, Ct));
        await Assert.ThrowsAsync<LedgerBeingCountedException>(() => slow.OfAsync(db, "XS", Currency.UsDollar, Ct));
        mayCount.SetResult();

        // For whoever asked, once for all who ask, and what it came to is there for all of them.
        Assert.Equal(Amina.Id, (await begun.Task).Id);
        Assert.Equal(100m, Spent(await WaitForAsync(() => slow.OfAsync(db, "XS", Currency.UsDollar, Ct))));
    }

    [Fact]
    public async Task What_takes_long_and_does_not_fit_is_not_counted_beside_for_ever()
    {
        await using var app = await TestApp.StartAsync();
        await PayAsync(app, await app.ActivityAsync("A-1"), 100m);
        using var small = new LedgerMemory(most: 0, _ => app.DbAsAsync(Amina), TimeSpan.Zero);
        await using var db = await app.DbAsAsync(Amina);

        Assert.Equal(100m, Spent(await WaitForAsync(() => small.OfAsync(db, "XS", Currency.UsDollar, Ct))));
    }

    private static async Task<CountedLedger> WaitForAsync(Func<Task<CountedLedger>> ask)
    {
        while (true)
        {
            try
            {
                return await ask();
            }
            catch (LedgerBeingCountedException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), Ct);
            }
        }
    }

    private static decimal Spent(CountedLedger ledger) => ledger.Total(new(LedgerView.Spending, MoneyStage.Paid, "USD"), PlanObjectives.None);

    private static async Task PayAsync(TestApp app, Activity activity, decimal amount)
    {
        await using var db = await app.DbAsAsync(Amina);
        db.Add(GivenSupport.Paid(activity, amount));
        await db.SaveAsync(GivenSupport.Adding(), Ct);
    }

    private async Task<CountedLedger> MoneyAsync(TestApp app, Cornerstone.Access.DemonstrationPerson person)
    {
        await using var db = await app.DbAsAsync(person);
        return await memory.OfAsync(db, "XS", Currency.UsDollar, Ct);
    }
}
