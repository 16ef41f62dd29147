using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>
/// Begins to count with the program, and not with the first reader: the ledgers that were used last, each with the rights of whoever
/// asked for it last. Meanwhile it notes which are in use, and forgets what changed as soon as all of them have seen it (decision 55).
/// </summary>
internal sealed class KeepLedgers(Database database, LedgerMemory memory, TimeProvider clock, ILogger<KeepLedgers> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);

    // A ledger that nobody opened for so long is counted when somebody does.
    private static readonly TimeSpan InUse = TimeSpan.FromDays(30);

    // So many at most: each takes memory, and they are counted one after the other.
    private const int Most = 4;

    // Where a ledger in memory is not asked for, what changed is kept for it so long; then it is counted anew.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(() => LookAsync(cancellationToken));
    }

    /// <summary>Counts what was used last.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        foreach (var use in await LedgerUse.LatestAsync(database, clock.GetUtcNow() - InUse, Most, ct))
        {
            await TryAsync(() => CountAsync(use, ct));
        }
    }

    /// <summary>Notes what is in use, and forgets what nobody needs any more.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        await LedgerUse.NoteAsync(database, memory.TakeUses(), now, ct);
        await LedgerUse.ForgetAsync(database, memory.Seen(), Kept, now - InUse, ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(TryAsync(() => BeginAsync(stoppingToken)), LookAgainAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Asked to stop: StopAsync notes the rest.
        }
    }

    private async Task LookAgainAsync(CancellationToken ct)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(ct))
        {
            await TryAsync(() => LookAsync(ct));
        }
    }

    // Whoever lost their rights since, or is gone, is nobody to count for.
    private async Task CountAsync(LedgerUse use, CancellationToken ct)
    {
        await using var db = AppDb.Over(database);
        if (await CurrentReader.ReaderOfAsync(db, use.PersonId, ct) is { IsAnonymous: false } reader)
        {
            await memory.CountAheadAsync(reader, use.Sight.Country, Currency.Parse(use.Currency, null), ct);
        }
    }

    private async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // What is done ahead of everybody stops no program: whoever opens the ledger is told what is wrong with it.
            logger.LogWarning(fault, "A ledger could not be counted ahead, or what is in use not noted");
        }
    }
}
