using Cornerstone.Features.Portal;
using Cornerstone.Published;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.PublicSupport;

/// <summary>Who supports what: every public activity.</summary>
public sealed class IndexPage(PublishedDb store, PublicLedgerMemory memory) : FramedPage(store)
{
    public const int PageSize = 25;

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>Words of the title, the identifier or an organisation; each of them must be found.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    /// <summary>How many activities are public, whatever is looked for.</summary>
    public int Published { get; private set; }

    public bool IsNarrow => !string.IsNullOrWhiteSpace(Search);

    /// <summary>How many of them are found.</summary>
    public int Total { get; private set; }

    public IReadOnlyList<PublicActivity> Activities { get; private set; } = [];

    public string AddressOf(PublicActivity told) => $"{Root}/support/{InAddress(told.Activity.Key)}";

    /// <summary>Sums by partner and by component, over all that is public.</summary>
    public PublicLedger Ledger { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var subjects = await Store.CurrentAsync(Country, SubjectKind.Support, ct);
        (Ledger, var search) = await memory.OfAsync(Country, (await Store.StampAsync(Country, ct))!, () => Store.SupportAsync(subjects, lines: true, ct));
        Published = subjects.Count;
        var found = search.Find(Search) is { } keys ? [.. subjects.Where(s => keys.Contains(s.Subject.Key))] : subjects;
        Total = found.Count;
        P = Math.Clamp(P, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Activities = await Store.SupportAsync([.. found.Skip((P - 1) * PageSize).Take(PageSize)], lines: true, ct);
    }

    public string? Address(int page) => page < 1 || (page - 1) * PageSize >= Total ? null
        : QueryHelpers.AddQueryString($"{Root}/support", new Dictionary<string, string?> { ["search"] = IsNarrow ? Search : null, ["p"] = $"{page}" });

    /// <summary>What is told of a stage, currency by currency.</summary>
    public static IEnumerable<(string? Currency, decimal Amount)> SumsOf(PublicActivity told, string stage) => told.Lines
        .Where(l => l is { Kind: PublicLineKind.Transaction, State: ToldState.Known } && l.Stage?.Code == stage)
        .GroupBy(l => l.Currency).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum(l => l.Amount!.Value)));
}
