using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>The rows one figure of the ledger is the sum of.</summary>
[Requires(SupportRoom.Read)]
public sealed class RowsPage(AppDb db, CurrentReader current, PlanReading reading, LedgerMemory memory, Text T) : PageModel
{
    // A page is read, a file is reckoned with.
    private const int Most = 500;

    [BindProperty(SupportsGet = true)]
    public LedgerView View { get; set; }

    [BindProperty(SupportsGet = true)]
    public MoneyStage Stage { get; set; } = MoneyStage.Paid;

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Partner { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Objective { get; set; }

    [BindProperty(SupportsGet = true)]
    public Weighing? Weigh { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? Until { get; set; }

    [BindProperty(SupportsGet = true)]
    public ExclusionReason? Reason { get; set; }

    public KnownMoney Money { get; private set; } = null!;

    public IReadOnlyList<LedgerRow> Rows { get; private set; } = [];

    public IEnumerable<LedgerRow> Shown => Rows.Take(Most);

    public bool IsCut => Rows.Count > Most;

    public decimal Total => Rows.Sum(r => r.Amount ?? 0m);

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public LedgerQuestion Question => new(View, Stage, Money.Currency.Code) { Year = Year, Partner = Partner, Component = Component, Objective = Objective, Weigh = Weigh, From = From, Until = Until, Reason = Reason };

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        Money = await memory.OfAsync(db, Country, Values.Currency.TryParse(Currency, out var asked) ? asked : Values.Currency.UsDollar, ct);
        Rows = [.. (await FoundAsync(ct)).OrderByDescending(r => r.Flow.Date).ThenBy(r => r.Flow.Id)];
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult)
        {
            return NotFound();
        }

        var components = await db.ComponentsAsync(Country, ct);
        return this.Export(new ListExport<LedgerRow>("ledger-rows", Heading, Rows)
        {
            Columns =
            [
                new(T["Identifier"], r => r.Activity.Identifier, Width: 24),
                new(T["Activity"], r => TitleOf(r.Activity), Width: 48),
                new(T["Partner"], r => NameOf(r.Partner), Width: 32),
                new(T["Stage"], r => T.Of((TransactionType?)r.Flow.Type)),
                new(T["Date"], r => r.Flow.Date, CellKind.Date),
                new(T["Component"], r => r.Component is { } c ? T.ComponentOf(c, components) : null),
                new(T["In {0}", Money.Currency], r => r.Amount, CellKind.Number),
                new(T["Reason"], r => r.Reason is { } reason ? T.Of(reason) : null, Width: 40),
                new(T["Counted at"], r => string.Join("; ", Elsewhere(r).Select(a => a.Identifier)), Width: 32),
            ],
            Filters = [T.Of(View), T.Of(Stage), .. Year is { } year ? [$"{year}"] : Array.Empty<string>()],
        }, format);
    }

    private async Task<IEnumerable<LedgerRow>> FoundAsync(CancellationToken ct)
    {
        if (Objective is null && Weigh is null && Question.Window is null)
        {
            return LedgerRows.Of(Money, Question);
        }

        return await db.PlanInForceAsync(Country, ct) is { } plan
            ? (await ObjectiveMoney.ReadAsync(db, Money, await reading.TreeAsync(plan.Version, default, ct), Country, ct)).Rows(Question)
            : [];
    }

    /// <summary>Why a row's amount may be less than its payment; null where it is not.</summary>
    public string? Part => Question.Window is { } window ? T["Commitments and pledges are spread by days over what is left of their activity; this is the part from {0} to {1}.", window.From, window.Until]
        : Weigh == Weighing.Alignment ? T["Of each amount, what serves the plan: whole where the owner of the objective agreed, half where only the partner says so."]
        : null;

    public string Heading => Reason is { } reason ? T["Left out: {0}", T.Of(reason)] : T["What the figure is the sum of"];

    public string TitleOf(Activity activity) => activity.Title?.In(T.Language.Code) ?? activity.Identifier;

    public string NameOf(Guid? partner) => Money.Partners.Of(partner)?.Names.In(T.Language.Code) ?? "–";

    /// <summary>Activities that hold the same money.</summary>
    public IEnumerable<Activity> Elsewhere(LedgerRow row) => row.Because.Where(id => id != row.Activity.Id).Select(id => Money.Activities.GetValueOrDefault(id)).OfType<Activity>();
}
