using Cornerstone.Sheets;

namespace Cornerstone.Workbooks;

/// <summary>How a file is brought in.</summary>
public enum ImportChoice
{
    /// <summary>Nothing is changed: what would happen.</summary>
    Preview,

    /// <summary>The rows without errors go in, the others are explained.</summary>
    GoodRows,

    /// <summary>One refused row keeps everything out.</summary>
    AllOrNothing,
}

/// <summary>
/// Reads a file by a room's workbook, batch after batch, and does what was chosen, in one transaction: whatever happens on
/// the way, everything is there afterwards or nothing is. The file is judged anew each time, because the record moves.
/// </summary>
public static class WorkbookImport
{
    public const string ActName = "workbooks.apply";

    /// <exception cref="UnreadableSheetException">The file breaks off or breaks a bound on the way; nothing was changed.</exception>
    public static async Task<ImportOutcome> RunAsync(IWorkbook workbook, SheetFile sheets, WorkbookRun run, ImportChoice choice, CancellationToken ct)
    {
        var file = new WorkbookFile(sheets, await workbook.SheetsAsync(run, ct), run.T);
        var tally = new ImportTally(file.Findings);
        if (!file.IsUsable)
        {
            return tally.Result(file.Notices(), isUsable: false, isDone: false);
        }

        var isDone = false;
        // Everything or nothing needs no way back to the batch before. With one, each save is a transaction of its own within ours, and
        // PostgreSQL takes a row that two of them touched, as the import's own, for shared: every value that names it then pays for that.
        run.Db.Database.AutoSavepointsEnabled = false;
        try
        {
            isDone = await RunAsync(workbook, file, run, choice, tally, ct);
        }
        finally
        {
            run.Db.Database.AutoSavepointsEnabled = true;
            if (!isDone && choice != ImportChoice.Preview)
            {
                await BackAsync(run, ct);
            }
        }

        return tally.Result(file.Notices(), isUsable: true, isDone);
    }

    private static async Task<bool> RunAsync(IWorkbook workbook, WorkbookFile file, WorkbookRun run, ImportChoice choice, ImportTally tally, CancellationToken ct)
    {
        var (isApplied, good) = (false, new List<RowVerdict>());
        await using var ahead = new ReadAhead<FileBatch>(file.Batches());
        while (await ahead.NextAsync() is { } batch)
        {
            var before = good;
            var verdicts = await JudgeAsync(workbook, batch, run, () => ApplyAsync(workbook, before, run, ct), ct);
            tally.Add(verdicts);
            if (choice == ImportChoice.AllOrNothing && tally.Refused > 0)
            {
                return false;
            }

            good = choice == ImportChoice.Preview ? [] : [.. verdicts.Where(v => v.Outcome is RowOutcome.Add or RowOutcome.Change)];
            isApplied |= good.Count > 0;
        }

        if (isApplied)
        {
            await ApplyAsync(workbook, good, run, ct);
            await run.Db.CommitAsync(ct);
        }

        return isApplied;
    }

    /// <summary>Judges a batch after the one before is stored; of a large workbook, meanwhile.</summary>
    private static async Task<List<RowVerdict>> JudgeAsync(IWorkbook workbook, FileBatch read, WorkbookRun run, Func<Task> storeBefore, CancellationToken ct)
    {
        if (workbook is not ILargeWorkbook large)
        {
            await storeBefore();
            var batch = await LoweredLevels.SetAsideAsync(await HiddenCodes.SetAsideAsync(read, run, ct), run, ct);
            return Settled(batch.Rows.Count == 0 ? [] : await workbook.CheckAsync([.. batch.Rows.Select(r => r.Row)], run, ct), workbook, batch, run);
        }

        var rest = await LoweredLevels.SetAsideAsync(await HiddenCodes.SetAsideAsync(read, run, ct), run, ct);
        List<WorkbookRow> rows = [.. rest.Rows.Select(r => r.Row)];
        await large.LearnAsync(rows, run, ct);
        var judging = Task.Run(() => Settled(large.Check(rows, run), workbook, rest, run), ct);
        // Whichever breaks off, the other is waited for: what is open is closed next.
        await Task.WhenAll(judging, Task.Run(storeBefore, ct));
        return await judging;
    }

    private static List<RowVerdict> Settled(IReadOnlyList<RowVerdict> verdicts, IWorkbook workbook, FileBatch batch, WorkbookRun run)
    {
        if (verdicts.Count != batch.Rows.Count)
        {
            throw new InvalidOperationException($"The workbook {workbook.Name} judged {verdicts.Count} of {batch.Rows.Count} rows.");
        }

        return [.. batch.Refused, .. verdicts.Select((v, i) => Settled(batch.Rows[i].Findings.Count == 0 ? v : v with { Findings = [.. batch.Rows[i].Findings, .. v.Findings] }, workbook, run))];
    }

    // An error keeps a row out even where the room forgot to say so; a workbook that only adds overwrites nothing.
    private static RowVerdict Settled(RowVerdict verdict, IWorkbook workbook, WorkbookRun run)
    {
        if (verdict.Outcome != RowOutcome.Refused && verdict.Findings.Any(f => f.Grade == FindingGrade.Error))
        {
            return verdict with { Outcome = RowOutcome.Refused };
        }

        return verdict.Outcome == RowOutcome.Change && workbook.Effect == ImportEffect.AddsOnly
            ? verdict.Row.Refuse([.. verdict.Findings, new(verdict.Row.SheetTitle, "", verdict.Row.Line, "", "W13", null, run.T["a new key, or the row as it is here: this file adds and does not overwrite"], FindingGrade.Error)])
            : verdict;
    }

    private static async Task ApplyAsync(IWorkbook workbook, List<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        if (verdicts.Count == 0)
        {
            return;
        }

        // Opens the act for bulk copies; the tracked changes follow under the same one.
        await run.Db.RecordAsync(run.Act, ct);
        await workbook.ApplyAsync(verdicts, run, ct);
        await run.Db.RecordAsync(run.Act, ct);
        run.Db.ChangeTracker.Clear();
    }

    private static async Task BackAsync(WorkbookRun run, CancellationToken ct)
    {
        run.Db.ChangeTracker.Clear();
        await run.Db.BeginAsync(run.Reader, ct);
    }
}
