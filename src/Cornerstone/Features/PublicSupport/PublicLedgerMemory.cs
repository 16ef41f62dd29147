using System.Collections.Concurrent;

namespace Cornerstone.Features.PublicSupport;

/// <summary>The last count of each country's published support: it holds as long as nothing is published or withdrawn.</summary>
public sealed class PublicLedgerMemory
{
    private readonly ConcurrentDictionary<string, (string Stamp, PublicLedger Ledger)> kept = [];

    public async Task<PublicLedger> OfAsync(string country, string stamp, Func<Task<IReadOnlyList<PublicActivity>>> read) =>
        kept.TryGetValue(country, out var known) && known.Stamp == stamp ? known.Ledger : (kept[country] = (stamp, PublicLedger.Of(await read()))).Ledger;
}
