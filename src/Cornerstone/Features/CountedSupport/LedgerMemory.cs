using System.Diagnostics;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// Ledgers as they were counted last, for readers who may see the same rows. What is too large to be kept is counted for the page that
/// asks and let go: then every page takes long, and none is wrong.
/// </summary>
public sealed class LedgerMemory : IDisposable
{
    // Longer than a country of today takes, shorter than what stands between a reader and the program waits.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly long most;
    private readonly Func<Reader, Task<AppDb>>? open;
    private readonly TimeSpan patience;
    private readonly Lock turn = new();
    private readonly LinkedList<((LedgerSight Sight, Currency Currency) Key, KeptLedger Ledger)> kept = [];
    private readonly HashSet<(LedgerSight, Currency)> tooLarge = [];

    public LedgerMemory() : this(Share)
    {
    }

    /// <summary>What takes long to count the first time is counted beside the pages that wait for it.</summary>
    public LedgerMemory(Database database) : this(Share, reader => database.AsAsync(reader, CancellationToken.None))
    {
    }

    /// <param name="most">How many bytes all ledgers together may take.</param>
    /// <param name="open">A context of its own for the same reader; null: a page waits as long as it takes.</param>
    internal LedgerMemory(long most, Func<Reader, Task<AppDb>>? open = null, TimeSpan? patience = null) => (this.most, this.open, this.patience) = (most, open, patience ?? Patience);

    // A quarter of what the machine gives to the program.
    private static long Share => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4;

    /// <summary>Ledgers that were asked for since this was asked last, the latest first: they are the ones to begin with after a start.</summary>
    internal IReadOnlyList<LedgerUse> TakeUses()
    {
        lock (turn)
        {
            return [.. kept.Where(k => k.Ledger.IsCounted).Select(k => (k.Key, Asker: k.Ledger.TakeAsker())).Where(k => k.Asker is not null).Select(k => new LedgerUse(k.Key.Sight, k.Key.Currency.Code, k.Asker!.Value))];
        }
    }

    /// <summary>Snapshots from which on what changed is still needed.</summary>
    internal string[] Seen()
    {
        lock (turn) return [.. kept.Select(k => k.Ledger.Seen).OfType<string>()];
    }

    /// <summary>Counts before anybody asks, and lets everybody else go first. Who asks meanwhile waits for this count.</summary>
    internal async Task CountAheadAsync(Reader reader, string country, Currency currency, CancellationToken ct)
    {
        await using var db = await open!(reader);
        await Find((await LedgerSight.OfAsync(db, country, ct), currency)).Beside(() => CountedAsync(db, country, currency, quietly: true, ct));
    }

    /// <exception cref="LedgerBeingCountedException">It is being counted for the first time, and that takes long.</exception>
    public async Task<CountedLedger> OfAsync(AppDb db, string country, Currency currency, CancellationToken ct)
    {
        if (open is not null) await BesideAsync(db, country, currency, ct);
        return await CountedAsync(db, country, currency, quietly: false, ct);
    }

    // With a reader's own rights, asked anew; what he may see is compared again when it is done, there and here.
    private async Task BesideAsync(AppDb db, string country, Currency currency, CancellationToken ct)
    {
        var key = (await LedgerSight.OfAsync(db, country, ct), currency);
        if (Find(key) is not { IsCounted: false } found || IsTooLarge(key)) return;
        var counting = found.Beside(async () =>
        {
            await using var own = await open!(db.Reader);
            await CountedAsync(own, country, currency, quietly: false, CancellationToken.None);
        });
        if (await Task.WhenAny(counting, Task.Delay(patience, ct)) != counting)
        {
            ct.ThrowIfCancellationRequested();
            throw new LedgerBeingCountedException(found.Progress);
        }

        await counting;
    }

    private async Task<CountedLedger> CountedAsync(AppDb db, string country, Currency currency, bool quietly, CancellationToken ct)
    {
        while (true)
        {
            var key = (await LedgerSight.OfAsync(db, country, ct), currency);
            var found = Find(key);
            if (!quietly) found.AskedBy(db.Reader.Id);
            var (ledger, wasRead) = await found.OfAsync(db, quietly, ct);
            if (!wasRead) return ledger;

            // What the reader may see may have changed while it was read; then it is nobody's.
            var isHis = await LedgerSight.OfAsync(db, country, ct) == key.Item1;
            Keep(key, isHis);
            if (isHis) return ledger;
        }
    }

    public void Dispose()
    {
        foreach (var (_, ledger) in kept) ledger.Dispose();
    }

    private KeptLedger Find((LedgerSight Sight, Currency Currency) key)
    {
        lock (turn)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key) continue;
                kept.Remove(node);
                kept.AddFirst(node);
                return node.Value.Ledger;
            }

            return kept.AddFirst((key, new KeptLedger(key.Sight.Country, key.Currency))).Value.Ledger;
        }
    }

    private bool IsTooLarge((LedgerSight, Currency) key)
    {
        lock (turn) return tooLarge.Contains(key);
    }

    private void Keep((LedgerSight, Currency) key, bool isGood)
    {
        lock (turn)
        {
            for (var node = kept.First; node is not null && !isGood; node = node.Next)
            {
                if (node.Value.Key != key) continue;
                kept.Remove(node);
                break;
            }

            while (kept.Count > 0 && kept.Sum(k => k.Ledger.Bytes) > most)
            {
                if (kept.Last!.Value.Key == key) tooLarge.Add(key);
                kept.RemoveLast();
            }
        }
    }
}

/// <summary>How far a first count has come.</summary>
/// <param name="Activities">How many there are; null while it is looked for which of them hang together.</param>
public sealed record LedgerProgress(string Country, Currency Currency, int Counted, int? Activities)
{
    // So much of it must be done before the rest is foretold.
    private const double Telling = 0.02;

    /// <summary>When counting began, by the machine's own measure of time.</summary>
    internal long Began { get; init; }

    /// <summary>How long the rest takes if it goes on like this; null while nobody can say.</summary>
    public TimeSpan? Left => Activities is { } all && Counted > all * Telling ? Stopwatch.GetElapsedTime(Began) * ((double)(all - Counted) / Counted) : null;
}

/// <summary>The ledger is being counted for the first time since the program started, and that takes long: ask again.</summary>
public sealed class LedgerBeingCountedException(LedgerProgress progress) : Exception
{
    public LedgerProgress Progress => progress;
}
