using Cornerstone.Features.Portal;
using Cornerstone.Published;

namespace Cornerstone.Features.PublicSupport;

/// <summary>Who supports what: every public activity.</summary>
public sealed class IndexPage(PublishedDb store, PublicLedgerMemory memory) : FramedPage(store)
{
    public IReadOnlyList<PublicActivity> Activities { get; private set; } = [];

    public string AddressOf(PublicActivity told) => $"{Root}/support/{InAddress(told.Activity.Key)}";

    /// <summary>Sums by partner and by component, over what is on the page.</summary>
    public PublicLedger Ledger { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Activities = await Store.SupportAsync(Country, lines: true, ct);
        Ledger = memory.Of(Country, (await Store.StampAsync(Country, ct))!, Activities);
    }

    /// <summary>What is told of a stage, currency by currency.</summary>
    public static IEnumerable<(string? Currency, decimal Amount)> SumsOf(PublicActivity told, string stage) => told.Lines
        .Where(l => l is { Kind: PublicLineKind.Transaction, State: ToldState.Known } && l.Stage?.Code == stage)
        .GroupBy(l => l.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(l => l.Amount!.Value)));
}
