using System.Collections.Concurrent;

namespace Cornerstone.Features.PublicSupport;

/// <summary>Each country's published support as it was counted last, and by which words it is found: it holds as long as nothing is published or withdrawn.</summary>
public sealed class PublicLedgerMemory
{
    private readonly ConcurrentDictionary<string, (string Stamp, PublicLedger Ledger, PublicSearch Search)> kept = [];

    public async Task<(PublicLedger Ledger, PublicSearch Search)> OfAsync(string country, string stamp, Func<Task<IReadOnlyList<PublicActivity>>> read)
    {
        if (!kept.TryGetValue(country, out var known) || known.Stamp != stamp)
        {
            var support = await read();
            kept[country] = known = (stamp, PublicLedger.Of(support), new(support));
        }

        return (known.Ledger, known.Search);
    }
}
