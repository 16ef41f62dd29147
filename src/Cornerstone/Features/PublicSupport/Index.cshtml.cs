using Cornerstone.Features.Portal;
using Cornerstone.Published;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Features.PublicSupport;

/// <summary>Who supports what: every public activity.</summary>
public sealed class IndexPage(PublishedDb store, PublicLedgerMemory memory) : FramedPage(store)
{
    public const int PageSize = 50;

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<PublicActivity> Activities { get; private set; } = [];

    public string AddressOf(PublicActivity told) => $"{Root}/support/{InAddress(told.Activity.Key)}";

    /// <summary>Sums by partner and by component, over all that is public.</summary>
    public PublicLedger Ledger { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var subjects = await Store.CurrentAsync(Country, SubjectKind.Support, ct);
        Total = subjects.Count;
        P = Math.Clamp(P, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Activities = await Store.SupportAsync([.. subjects.Skip((P - 1) * PageSize).Take(PageSize)], lines: true, ct);
        Ledger = await memory.OfAsync(Country, (await Store.StampAsync(Country, ct))!, () => Store.SupportAsync(subjects, lines: true, ct));
    }

    public string? Address(int page) => page < 1 || (page - 1) * PageSize >= Total ? null : $"{Root}/support?p={page}";

    /// <summary>What is told of a stage, currency by currency.</summary>
    public static IEnumerable<(string? Currency, decimal Amount)> SumsOf(PublicActivity told, string stage) => told.Lines
        .Where(l => l is { Kind: PublicLineKind.Transaction, State: ToldState.Known } && l.Stage?.Code == stage)
        .GroupBy(l => l.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(l => l.Amount!.Value)));
}
