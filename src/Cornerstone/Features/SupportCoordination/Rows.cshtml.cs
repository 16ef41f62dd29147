using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What a row says of an activity.</summary>
public sealed record RowActivity(Guid Id, string Identifier, Wording? Title);

/// <summary>The rows one figure of the ledger is the sum of.</summary>
[CountsLedger]
[Requires(SupportRoom.Read)]
public sealed class RowsPage(LedgerDesk desk, AppDb db, Text T) : PageModel
{
    // A page is read, a file is reckoned with.
    private const int Most = 500;

    private Dictionary<Guid, RowActivity> activities = [];
    private LedgerRowPage page = new([], 0, 0m);

    [BindProperty(SupportsGet = true)]
    public LedgerView View { get; set; }

    [BindProperty(SupportsGet = true)]
    public MoneyStage Stage { get; set; } = MoneyStage.Paid;

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    [BindProperty(SupportsGet = true)]
    public Weighing? Weigh { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public ExclusionReason? Reason { get; set; }

    public CountedLedger Ledger => desk.Ledger;

    public IReadOnlyList<LedgerRow> Rows => page.Rows;

    public int Count => page.Count;

    public bool IsCut => Count > Rows.Count;

    public decimal Total => page.Total;

    public string Path => desk.Path;

    public LedgerQuestion Question => new(View, Stage, Ledger.Currency.Code) { Only = ExplorerQuery.OnlyOf(Request.Query), Weigh = Weigh, From = From, Until = Until, Reason = Reason };

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ReadAsync(Most, ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        // The file of the standard holds whole activities: their rows are read by themselves.
        if (await ReadAsync(format == LedgerExport.Iati ? 0 : int.MaxValue, ct) is not PageResult)
        {
            return NotFound();
        }

        if (format == LedgerExport.Iati)
        {
            return await this.ActivitiesAsync(desk, Question, ct);
        }

        return this.Export(new ListExport<LedgerRow>("ledger-rows", Heading, Rows)
        {
            Columns =
            [
                new(T["Identifier"], r => ActivityOf(r).Identifier, Width: 24),
                new(T["Activity"], r => TitleOf(ActivityOf(r)), Width: 48),
                new(T["Partner"], r => NameOf(r.Partner), Width: 32),
                new(T["Stage"], r => T.Of((TransactionType?)r.Type)),
                new(T["Date"], r => r.Date, CellKind.Date),
                new(T["Component"], r => r.Component is { } c ? desk.Of(LedgerAxis.Component, c) : null),
                new(T["ODA, by the rules"], r => r.Judged is { } judged ? T.Of(judged.Verdict) : null),
                new(T["Rule"], r => r.Judged?.Rule),
                new(T["In {0}", Ledger.Currency], r => r.Amount, CellKind.Number),
                new(T["Reason"], r => r.Reason is { } reason ? T.Of(reason) : null, Width: 40),
                new(T["Counted at"], r => string.Join("; ", Elsewhere(r).Select(a => a.Identifier)), Width: 32),
            ],
            Filters = [T.Of(View), T.Of(Stage), .. Conditions],
        }, format);
    }

    /// <summary>Why a row's amount may be less than its payment; null where it is not.</summary>
    public string? Part => Question.Window is { } window ? T["Commitments and pledges are spread by days over what is left of their activity; this is the part from {0} to {1}.", window.From, window.Until]
        : Weigh == Weighing.Alignment ? T["Of each amount, what serves the plan: whole where the owner of the objective agreed, half where only the partner says so."]
        : null;

    public string Heading => Reason is { } reason ? T["Left out: {0}", T.Of(reason)] : T["What the figure is the sum of"];

    /// <summary>What the rows have in common, in words.</summary>
    public IEnumerable<string> Conditions => Question.Only.OrderBy(o => o.Key.Word, StringComparer.Ordinal).Select(o => T["{0}: {1}", T.Of(o.Key), desk.Of(o.Key, o.Value)]);

    public RowActivity ActivityOf(LedgerRow row) => activities[row.Activity];

    public string TitleOf(RowActivity activity) => activity.Title?.In(T.Language.Code) ?? activity.Identifier;

    public string NameOf(Guid? partner) => Ledger.Partners.Of(partner)?.Names.In(T.Language.Code) ?? "–";

    /// <summary>Activities that hold the same money.</summary>
    public IEnumerable<RowActivity> Elsewhere(LedgerRow row) => row.Because.Where(id => id != row.Activity).Select(activities.GetValueOrDefault).OfType<RowActivity>();

    private async Task<IActionResult> ReadAsync(int most, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        await desk.OpenAsync(Currency, ct);
        page = Ledger.LatestRows(Question, desk.Plan, most);
        var named = page.Rows.SelectMany(r => r.Because.Append(r.Activity)).Distinct().ToList();
        activities = await db.Activities.AsNoTracking().Where(a => a.Country == desk.Country && named.Contains(a.Id))
            .Select(a => new RowActivity(a.Id, a.Identifier, a.Title)).ToDictionaryAsync(a => a.Id, ct);
        page = page with { Rows = [.. page.Rows.Where(r => activities.ContainsKey(r.Activity))] };
        return Page();
    }
}
