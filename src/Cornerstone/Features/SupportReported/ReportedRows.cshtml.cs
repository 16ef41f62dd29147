using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportReported;

/// <summary>An activity with the source that tells of it.</summary>
/// <param name="At">When its source last changed it, as the source says; null where it does not.</param>
public sealed record SourcedActivity(Guid Id, string Identifier, Wording? Title, SourceKind Kind, string Source, DateTimeOffset? At);

/// <summary>The rows of one figure: of which activity, from which source, of which day.</summary>
[CountsLedger]
[Requires(SupportRoom.Read)]
public sealed class ReportedRowsPage(LedgerDesk desk, AppDb db, Text words) : BothSidesPage(desk, db, words)
{
    // A page is read, a file is reckoned with.
    private const int Most = 500;

    private Dictionary<Guid, SourcedActivity> activities = [];

    [BindProperty(SupportsGet = true)]
    public ReportedFigure Figure { get; set; }

    public IReadOnlyList<ReportedRow> Rows { get; private set; } = [];

    /// <summary>Of all rows, also of such as the page does not show.</summary>
    public decimal Total { get; private set; }

    public bool IsCut { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ReadAsync(Most, ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) => await ReadAsync(int.MaxValue - 1, ct) is not PageResult ? NotFound()
        : this.Export(new ListExport<ReportedRow>("reported-rows", T.Of(Figure), Rows)
        {
            Columns =
            [
                new(T["Identifier"], r => ActivityOf(r).Identifier, Width: 24),
                new(T["Activity"], r => TitleOf(ActivityOf(r)), Width: 48),
                new(T["Source"], r => SourceOf(ActivityOf(r)), Width: 40),
                new(T["Its source changed it on"], r => ActivityOf(r).At is { } at ? DateOnly.FromDateTime(at.UtcDateTime) : null, CellKind.Date),
                new(T["Giver"], r => GiverOf(r), Width: 32),
                new(T["Stage"], r => T.Of((TransactionType?)r.Of.Type)),
                new(T["Date"], r => r.Of.Date, CellKind.Date),
                new(T["In {0}", Ledger.Currency], r => r.Amount, CellKind.Number),
                new(T["Left out"], r => r.Of.Reason is { } reason ? T.Of(reason) : null, Width: 40),
            ],
            Filters = [T.Of(Stage), .. Conditions],
        }, format);

    public SourcedActivity ActivityOf(ReportedRow row) => activities[row.Of.Activity];

    public string TitleOf(SourcedActivity activity) => activity.Title?.In(T.Language.Code) ?? activity.Identifier;

    public string SourceOf(SourcedActivity activity) => T["{0}: {1}", T.Of(activity.Kind), activity.Source];

    public string GiverOf(ReportedRow row) => NameOf(LedgerAxis.Partner, ReportedParts.PartnerOf(row.Of));

    private async Task<IActionResult> ReadAsync(int most, CancellationToken ct)
    {
        if (!await AskAsync(ct))
        {
            return NotFound();
        }

        Total = Cells.Sum(c => c[Figure] ?? 0m);
        var rows = Book.Rows(Figure, Question.Partner, Question.Year, most + 1);
        IsCut = rows.Count > most;
        await NameAsync([.. rows.Take(most).Select(r => r.Of.Activity).Distinct()], ct);
        Rows = [.. rows.Take(most).Where(r => activities.ContainsKey(r.Of.Activity))];
        return Page();
    }

    private async Task NameAsync(List<Guid> named, CancellationToken ct) => activities = await (
        from activity in Db.Activities.AsNoTracking()
        join source in Db.SupportSources on activity.SourceId equals source.Id
        where activity.Country == Ledger.Country && named.Contains(activity.Id)
        select new SourcedActivity(activity.Id, activity.Identifier, activity.Title, source.Kind, source.Reference, activity.SaidAt)).ToDictionaryAsync(a => a.Id, ct);
}
