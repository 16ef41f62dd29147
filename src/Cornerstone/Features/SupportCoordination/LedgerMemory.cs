using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>
/// The ledger as it was counted last, for readers who see the same rows: a page that comes after another asks one question of the
/// database instead of reading everything again. The first page after a change counts anew. Bounded by the transactions it holds.
/// </summary>
public sealed class LedgerMemory
{
    // Measured with a hundred thousand activities and two hundred thousand transactions (docs/benchmarks.md).
    private const int BytesOfTransaction = 9_000;

    // A quarter of what the machine gives to the program: a hundred thousand transactions in four gigabytes.
    private readonly long most = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 4 / BytesOfTransaction;
    private readonly Lock turn = new();
    private readonly LinkedList<((LedgerSight Sight, Currency Currency) Key, KnownMoney Money)> kept = [];

    public async Task<KnownMoney> OfAsync(AppDb db, string country, Currency currency, CancellationToken ct)
    {
        var key = (await LedgerSight.OfAsync(db, country, ct), currency);
        if (Find(key) is { } known)
        {
            return known;
        }

        var money = await KnownMoney.ReadAsync(db, country, currency, ct);
        Keep(key, money);
        return money;
    }

    private KnownMoney? Find((LedgerSight, Currency) key)
    {
        lock (turn)
        {
            for (var node = kept.First; node is not null; node = node.Next)
            {
                if (node.Value.Key != key) continue;
                kept.Remove(node);
                kept.AddFirst(node);
                return node.Value.Money;
            }

            return null;
        }
    }

    private void Keep((LedgerSight Sight, Currency Currency) key, KnownMoney money)
    {
        lock (turn)
        {
            // What was counted for these readers before a change serves nobody any more.
            for (var node = kept.First; node is not null;)
            {
                var next = node.Next;
                var (sight, currency) = node.Value.Key;
                if (currency == key.Currency && sight.Country == key.Sight.Country && sight.Levels == key.Sight.Levels) kept.Remove(node);
                node = next;
            }

            kept.AddFirst((key, money));
            while (kept.Count > 0 && kept.Sum(k => k.Money.Transactions.Count) > most)
            {
                kept.RemoveLast();
            }
        }
    }
}
