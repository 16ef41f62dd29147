using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>Rates that something speaks against: those that wait for a person, and what was decided of the others (decision 31).</summary>
[Requires(ExchangeRatesRoom.Read)]
public sealed class DoubtedPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    public const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public bool Decided { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<DoubtedRate> Rates { get; private set; } = [];

    public int Waiting { get; private set; }

    public int DecidedCount { get; private set; }

    public int Total => Decided ? DecidedCount : Waiting;

    public int LastPage => Math.Max(1, (Total + PageSize - 1) / PageSize);

    public string Path => $"/{Country.ToLowerInvariant()}/rates/doubted";

    public string? Previous => P > 1 ? Address(P - 1) : null;

    public string? Next => P < LastPage ? Address(P + 1) : null;

    private string Address(int page) => $"{Path}?p={page}&decided={(Decided ? "true" : "false")}";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Waiting = await DoubtedRate.In(db, Country, isDecided: false).CountAsync(ct);
        DecidedCount = await DoubtedRate.In(db, Country, isDecided: true).CountAsync(ct);
        P = Math.Clamp(P, 1, LastPage);
        Rates = await DoubtedRate.ReadAsync(db, DoubtedRate.In(db, Country, Decided).Skip((P - 1) * PageSize).Take(PageSize), Country, ct);
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) => this.Export(
        new ListExport<DoubtedRate>("doubted-rates", T["Doubted rates"], await DoubtedRate.ReadAsync(db, DoubtedRate.In(db, Country, Decided), Country, ct))
        {
            Columns =
            [
                new(T["Currency"], r => r.Rate.Currency.Code, Width: 10),
                new(T["Period"], r => r.Rate.Period.ToString(), Width: 12),
                new(T["Units for one of the base"], r => r.Rate.Units, CellKind.Number),
                new(T["Base currency"], r => r.Source.Base.Code, Width: 10),
                new(T["Source"], r => r.Source.Name, Width: 36),
                new(T["Why it is doubted"], r => T.Why(r.Rate.Doubt!.Value), Width: 44),
                new(T["Decision"], r => T.DecisionOf(r.Rate), Width: 20),
                new(T["Reason"], r => r.Rate.AcceptedBecause ?? r.Rate.RefusedBecause, Width: 44),
            ],
        },
        format);
}
