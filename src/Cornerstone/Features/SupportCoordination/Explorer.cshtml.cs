using Cornerstone.Access;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>A condition a person may set: the axis, its values by weight, and the one that is set.</summary>
public sealed record ExplorerFilter(LedgerAxis Axis, string Label, IReadOnlyList<SelectListItem> Values);

/// <summary>Any two axes of the ledger against each other; every figure leads to its transactions.</summary>
[CountsLedger]
[Requires(SupportRoom.Read)]
public sealed class ExplorerPage(LedgerDesk desk, TimeProvider clock, Text T) : PageModel
{
    // A page is read, a file is reckoned with; both add up to the same.
    private const int MostRows = 100;
    private const int MostColumns = 24;
    private const int MostChoices = 100;

    private const string TotalsOnly = "none";

    [BindProperty(SupportsGet = true)]
    public LedgerView View { get; set; }

    [BindProperty(SupportsGet = true)]
    public MoneyStage Stage { get; set; } = MoneyStage.Paid;

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Rows { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Columns { get; set; }

    public ExplorerTable Table { get; private set; } = null!;

    public IReadOnlyList<LedgerLineShown> LeftOut { get; private set; } = [];

    public IReadOnlyList<ExplorerFilter> Filters { get; private set; } = [];

    public string AsOf { get; private set; } = "";

    public CountedLedger Ledger => desk.Ledger;

    public string Path => desk.Path;

    public LedgerQuestion Question => new(View, Stage, Ledger.Currency.Code) { Only = ExplorerQuery.OnlyOf(Request.Query) };

    public LedgerAxis RowAxis => AxisOf(Rows) ?? LedgerAxis.Partner;

    /// <summary>Null where only totals are asked for.</summary>
    public LedgerAxis? ColumnAxis => Columns == TotalsOnly ? null : AxisOf(Columns) ?? LedgerAxis.Year;

    public IEnumerable<SelectListItem> Views => T.LedgerViews();

    public IEnumerable<SelectListItem> Stages => T.MoneyStages();

    public IEnumerable<SelectListItem> Currencies => LedgerWords.Currencies(Ledger);

    public IEnumerable<SelectListItem> Axes => desk.Axes.Select(a => new SelectListItem(T.Of(a), a.Word));

    public IEnumerable<SelectListItem> ColumnChoices => Axes.Prepend(new(T["Totals only"], TotalsOnly));

    /// <summary>What the table is about, as it is printed under it.</summary>
    public IEnumerable<string> Conditions => [T.Of(View), T.Of(Stage), .. Question.Only.OrderBy(o => o.Key.Word, StringComparer.Ordinal).Select(o => T["{0}: {1}", T.Of(o.Key), desk.Of(o.Key, o.Value)])];

    /// <summary>Where no money of these conditions is told apart by what it is for, what is left out is not either.</summary>
    public bool IsLeftOutWide => Question.IsDivided;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return NotFound();
        }

        await desk.OpenAsync(Currency, ct);
        (Currency, Rows, Columns) = (Ledger.Currency.Code, RowAxis.Word, ColumnAxis?.Word ?? TotalsOnly);
        AsOf = clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
        Table = ExplorerTable.Of(desk, Question, RowAxis, ColumnAxis).Cut(MostRows, MostColumns);
        LeftOut = [.. Ledger.LeftOut(Question, desk.Plan).OrderByDescending(s => s.Amount ?? 0m).Select(LineOf)];
        Filters = [.. desk.Axes.Select(FilterOf).Where(f => f.Values.Count > 1)];
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult)
        {
            return NotFound();
        }

        if (format == LedgerExport.Iati)
        {
            return await this.ActivitiesAsync(desk, Question, ct);
        }

        var table = ExplorerTable.Of(desk, Question, RowAxis, ColumnAxis);
        return format == "json"
            ? new JsonResult(new { View, Stage, Ledger.Currency.Code, AsOf, Conditions, Rows, Columns, table.Heads, Lines = table.Lines.Select(l => new { l.Value, l.Name, l.Amounts, l.Total }), table.Totals, table.Total, LeftOut })
            : this.Export(new ListExport<ExplorerLine>("explorer", T["Explore the ledger"], table.Lines)
            {
                Columns =
                [
                    new(T.Of(RowAxis), l => l.Name, Width: 48),
                    .. table.Heads.Select((head, i) => new ExportColumn<ExplorerLine>(head.Name, l => l.Amounts[i], Sheets.CellKind.Number)),
                    new(T["Total, {0}", Ledger.Currency], l => l.Total, Sheets.CellKind.Number),
                    new(T["Rows"], l => l.Flows, Sheets.CellKind.Number),
                ],
                Filters = [.. Conditions, T["In {0}", Ledger.Currency]],
            }, format);
    }

    public string AddressOf(string row, string? column) =>
        (column is null || ColumnAxis is null ? Question : Question.With(ColumnAxis, column)).With(RowAxis, row).AddressOn($"{Path}/ledger/rows");

    public string AddressOfColumn(string column) => Question.With(ColumnAxis!, column).AddressOn($"{Path}/ledger/rows");

    private LedgerAxis? AxisOf(string? word) => desk.Axes.FirstOrDefault(a => a.Word == word);

    private LedgerLineShown LineOf(LedgerSum sum)
    {
        var reason = Enum.Parse<ExclusionReason>(sum.Values[0]);
        return new(T.Of(reason), sum.Amount, sum.Flows, (Question with { Reason = reason }).AddressOn($"{Path}/ledger/rows"));
    }

    // The weightiest values, by all that is counted in this view; the one that is set is always among them.
    private ExplorerFilter FilterOf(LedgerAxis axis)
    {
        var chosen = Question.Only.GetValueOrDefault(axis);
        var values = Ledger.Sums(Question.Wide(), desk.Plan, axis).OrderByDescending(s => s.Amount ?? 0m).Select(s => s.Values[0]).ToList();
        var shown = values.Take(MostChoices).Concat(chosen is not null && !values.Take(MostChoices).Contains(chosen) ? [chosen] : []);
        return new(axis, T.Of(axis), [.. shown.Select(v => new SelectListItem(desk.Of(axis, v), v, v == chosen)).OrderBy(i => i.Text, StringComparer.CurrentCulture)]);
    }
}
