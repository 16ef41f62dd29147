using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// Ledgers as they were counted last, for readers who may see the same rows. What is too large to be kept is counted for the page that
/// asks and let go: then every page takes long, and none is wrong.
/// </summary>
public sealed class LedgerMemory : IDisposable
{
    private readonly long most;
    private readonly Lock turn = new();
    private readonly LinkedList<((LedgerSight Sight, Currency Currency) Key, KeptLedger Ledger)> kept = [];

    public LedgerMemory() : this(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4)
    {
    }

    /// <param name="most">How many bytes all ledgers together may take: a quarter of what the machine gives to the program.</param>
    internal LedgerMemory(long most) => this.most = most;

    public async Task<CountedLedger> OfAsync(AppDb db, string country, Currency currency, CancellationToken ct)
    {
        while (true)
        {
            var key = (await LedgerSight.OfAsync(db, country, ct), currency);
            var (ledger, wasRead) = await Find(key).OfAsync(db, ct);
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
                kept.RemoveLast();
            }
        }
    }
}
