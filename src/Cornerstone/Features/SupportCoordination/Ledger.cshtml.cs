using Cornerstone.Access;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>A line of a table of the ledger, with the address of the rows it is the sum of.</summary>
public sealed record LedgerLineShown(string Name, decimal? Amount, int Rows, string Address);

/// <summary>A table of the ledger as its page shows it.</summary>
public sealed record LedgerTable(string Title, string Heading, string Currency, IReadOnlyList<LedgerLineShown> Lines);

/// <summary>What support comes to, each dollar once: by partner, component and year, and what was left out.</summary>
[CountsLedger]
[Requires(SupportRoom.Read)]
public sealed class LedgerPage(LedgerDesk desk, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public LedgerView View { get; set; }

    [BindProperty(SupportsGet = true)]
    public MoneyStage Stage { get; set; } = MoneyStage.Paid;

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    public CountedLedger Ledger => desk.Ledger;

    public IReadOnlyList<LedgerTable> Tables { get; private set; } = [];

    public IReadOnlyList<LedgerLineShown> LeftOut { get; private set; } = [];

    public decimal Blind => Ledger.Blind(Question, desk.Plan);

    public decimal Total => Ledger.Total(Question, desk.Plan);

    public LedgerQuestion Question => new LedgerQuestion(View, Stage, Ledger.Currency.Code).With(LedgerAxis.Year, Year is { } year ? $"{year}" : null);

    public string Path => desk.Path;

    public IEnumerable<SelectListItem> Views => T.LedgerViews();

    public IEnumerable<SelectListItem> Stages => T.MoneyStages();

    public IEnumerable<SelectListItem> Currencies => LedgerWords.Currencies(Ledger);

    public IEnumerable<SelectListItem> YearChoices => Ledger.Years.Select(y => new SelectListItem($"{y}", $"{y}"));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        await desk.OpenAsync(Currency, ct);
        Currency = Ledger.Currency.Code;
        Tables =
        [
            Table(T["By partner"], LedgerAxis.Partner),
            Table(T["By component"], LedgerAxis.Component),
            .. desk.HasPlan ? [Table(T["By objective"], LedgerAxis.Objective)] : Array.Empty<LedgerTable>(),
            Table(T["By year"], LedgerAxis.Year),
        ];
        LeftOut = [.. Ledger.LeftOut(Question, desk.Plan).OrderByDescending(s => s.Amount ?? 0m).Select(s => Line(s, T.Of(Enum.Parse<ExclusionReason>(s.Values[0])), Question with { Reason = Enum.Parse<ExclusionReason>(s.Values[0]) }))];
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult page)
        {
            return NotFound();
        }

        var lines = Tables.SelectMany(t => t.Lines, (t, l) => (Table: t.Title, Line: l)).Concat(LeftOut.Select(l => (T["Left out"], l)));
        return this.Export(new ListExport<(string Table, LedgerLineShown Line)>("ledger", T["Each dollar once"], lines)
        {
            Columns =
            [
                new(T["Table"], l => l.Table),
                new(T["What"], l => l.Line.Name, Width: 48),
                new(T["In {0}", Ledger.Currency], l => l.Line.Amount, CellKind.Number),
                new(T["Rows"], l => l.Line.Rows, CellKind.Number),
            ],
            Filters = [T.Of(View), T.Of(Stage), .. Year is { } year ? [$"{year}"] : Array.Empty<string>()],
        }, format);
    }

    // The largest first, years in their order. Lines are whole cents, so they add up to their sum and to each other's.
    private LedgerTable Table(string title, LedgerAxis axis)
    {
        var sums = Ledger.Sums(Question, desk.Plan, axis);
        var ordered = axis == LedgerAxis.Year ? sums.OrderBy(s => s.Values[0], StringComparer.Ordinal) : sums.OrderByDescending(s => s.Amount ?? 0m);
        return new(title, T.Of(axis), Ledger.Currency.Code, [.. ordered.Select(s => Line(s, desk.Of(axis, s.Values[0]), Question.With(axis, s.Values[0])))]);
    }

    private LedgerLineShown Line(LedgerSum sum, string name, LedgerQuestion question) => new(name, sum.Amount, sum.Flows, question.AddressOn($"{Path}/ledger/rows"));
}
