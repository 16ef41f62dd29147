using System.Runtime.CompilerServices;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.SupportWorkbook;

/// <summary>
/// The workbook of a partner who publishes nothing: what it supports, and each promise, payment, delivery, training or adviser.
/// The partner's word is a source like any other: what the country corrected stays, and remembers what the partner says since (decision 28).
/// </summary>
internal sealed class PartnerWorkbook : IWorkbook
{
    public string Name => "support";

    public string Title => Text.Later("Support that is not published");

    public string Purpose => Text.Later("Military assistance, training, equipment in kind, advisers, stipends, loans and offsets: what a partner gives and publishes nowhere.");

    public string Reads => SupportRoom.Contribute;

    public string Needs => SupportRoom.Edit;

    public string Proposes => SupportRoom.Contribute;

    public ImportEffect Effect => ImportEffect.AddsAndRevises;

    public async Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        var book = await SupportBook.OfAsync(run, ct);
        return
        [
            new("activities", Text.Later("Support"), ActivityRows.Columns(book, run.T)),
            new("lines", Text.Later("Money, goods and people"), LineRows.Columns(book, run.T)) { IsRequired = false },
        ];
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var book = await SupportBook.OfAsync(run, ct);
        foreach (var activity in book.Activities)
        {
            yield return ActivityRows.Row(activity, book);
        }

        foreach (var activity in book.Activities)
        {
            foreach (var line in book.LinesOf(activity))
            {
                yield return LineRows.Row(line, activity, book);
            }
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var book = await SupportBook.OfAsync(run, ct);
        return [.. rows.Select(row => row.Sheet == "activities" ? ActivityRows.Check(row, book, run.T) : LineRows.Check(row, book, run))];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var book = await SupportBook.OfAsync(run, ct);
        foreach (var row in verdicts.Select(v => v.Row))
        {
            if (row.Sheet == "activities")
            {
                ActivityRows.Apply(row, book, run);
            }
            else
            {
                LineRows.Apply(row, book, run);
            }
        }
    }
}
