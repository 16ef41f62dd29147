using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportReported;

/// <summary>A line of a table: a giver or a year, both sides, and the reasons of their difference.</summary>
/// <param name="Narrowed">The question about this line alone.</param>
public sealed record ReportedLine(string Name, ReportedQuestion Narrowed, ReportedCell Cell);

/// <param name="Figures">What stands between the difference and what is not explained: reasons that occur.</param>
public sealed record ReportedTable(string Title, string Heading, string Currency, string Path, IReadOnlyList<ReportedFigure> Figures, IReadOnlyList<ReportedLine> Lines, ReportedLine All);

/// <summary>What givers told the OECD beside what is counted here, by giver and year, and why the two differ.</summary>
[CountsLedger]
[Requires(SupportRoom.Read)]
public sealed class ReportedPage(LedgerDesk desk, AppDb db, Text words) : BothSidesPage(desk, db, words)
{
    public IReadOnlyList<ReportedTable> Tables { get; private set; } = [];

    public ReportedCell All { get; private set; } = null!;

    public IReadOnlyList<ReportedFigure> Figures { get; private set; } = [];

    public int? LatestTold => Book.Years.Latest;

    public string Self => $"{Path}/reported";

    public IEnumerable<SelectListItem> Stages => T.MoneyStages();

    public IEnumerable<SelectListItem> Currencies => LedgerWords.Currencies(Ledger);

    public IEnumerable<SelectListItem> Purposes =>
        [new(T["All purposes of reform"], ReportedQuestion.Reform), .. ReportedParts.PurposesOf(Ledger, Stage).Select(p => new SelectListItem(T.SectorOf(p), p))];

    public IEnumerable<SelectListItem> Partners => Choices(c => c.Partner, LedgerAxis.Partner).OrderBy(p => p.Text, StringComparer.Create(T.Language.Culture, ignoreCase: true));

    public IEnumerable<SelectListItem> Years => Choices(c => c.Year, LedgerAxis.Year).OrderByDescending(y => y.Value, StringComparer.Ordinal);

    /// <summary>What was told, in the currencies it was told in, where they are others than the ledger's.</summary>
    public string? AsTold => All.AsTold.Keys.Any(c => c != Ledger.Currency.Code) ? T.AsTold(All) : null;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await AskAsync(ct))
        {
            return NotFound();
        }

        All = ReportedCell.Sum("", "", Cells);
        Figures = [.. ReportedFigures.Reasons.Where(f => Cells.Any(c => c[f] is not null))];
        Tables = [Table(T["By giver"], LedgerAxis.Partner), Table(T["By year"], LedgerAxis.Year)];
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (await OnGetAsync(ct) is not PageResult)
        {
            return NotFound();
        }

        var cells = Cells.Select(c => (Name: NameOf(LedgerAxis.Partner, c.Partner), Cell: c)).OrderBy(c => c.Name, StringComparer.Create(T.Language.Culture, ignoreCase: true)).ThenBy(c => c.Cell.Year, StringComparer.Ordinal).ToList();
        IReadOnlyList<ReportedFigure> figures = [ReportedFigure.TheirsAlone, .. ReportedFigures.Reasons, ReportedFigure.NotExplained];
        return format == "json"
            ? new JsonResult(new
            {
                Stage,
                Currency,
                Question.Purpose,
                LatestYear = LatestTold,
                Lines = cells.Select(c => new { c.Name, c.Cell.Partner, c.Cell.Year, c.Cell.Told, c.Cell.AsTold, c.Cell.Unknown, c.Cell.Counted, c.Cell.Difference, Reasons = figures.ToDictionary(f => f.ToString(), f => c.Cell[f]) }),
            })
            : this.Export(new ListExport<(string Name, ReportedCell Cell)>("reported", T["Reported and counted"], cells)
            {
                Columns =
                [
                    new(T["Giver"], c => c.Name, Width: 40),
                    new(T["Year"], c => NameOf(LedgerAxis.Year, c.Cell.Year)),
                    new(T["Told to the OECD, as told"], c => T.AsTold(c.Cell)),
                    new(T["Told to the OECD, in {0}", Ledger.Currency], c => c.Cell.Told, CellKind.Number),
                    new(T["Rows of unknown value"], c => c.Cell.Unknown, CellKind.Number),
                    new(T["Counted here, in {0}", Ledger.Currency], c => c.Cell.Counted, CellKind.Number),
                    new(T["Difference"], c => c.Cell.Difference, CellKind.Number),
                    .. figures.Select(f => new ExportColumn<(string Name, ReportedCell Cell)>(T.Of(f), c => c.Cell[f], CellKind.Number)),
                ],
                Filters = [T.Of(Stage), .. Conditions],
            }, format);
    }

    private IEnumerable<SelectListItem> Choices(Func<ReportedCell, string> of, LedgerAxis axis) => Book.Cells.Select(of).Distinct().Select(v => new SelectListItem(NameOf(axis, v), v));

    // The largest first, years in their order.
    private ReportedTable Table(string title, LedgerAxis axis)
    {
        var isYear = axis == LedgerAxis.Year;
        var lines = Cells.GroupBy(c => isYear ? c.Year : c.Partner).Select(g => new ReportedLine(
            NameOf(axis, g.Key), isYear ? Question with { Year = g.Key } : Question with { Partner = g.Key }, ReportedCell.Sum(isYear ? "" : g.Key, isYear ? g.Key : "", [.. g])));
        return new(
            title, isYear ? T["Year"] : T["Giver"], Ledger.Currency.Code, Self, Figures,
            [.. isYear ? lines.OrderBy(l => l.Cell.Year, StringComparer.Ordinal) : lines.OrderByDescending(l => Math.Max(l.Cell.Told ?? 0m, l.Cell.Counted ?? 0m)).ThenBy(l => l.Cell.Partner, StringComparer.Ordinal)],
            new(T["Total"], Question, All));
    }
}
