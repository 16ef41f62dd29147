using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Workbooks;

/// <summary>
/// Rows that would open a record on record to more readers: they stay out. That takes two people, one record at a time
/// (decision 39); a file opens nothing.
/// </summary>
internal static class LoweredLevels
{
    public static async Task<FileBatch> SetAsideAsync(FileBatch batch, WorkbookRun run, CancellationToken ct)
    {
        if (batch.Rows.Count == 0
            || batch.Sheet.Columns.FirstOrDefault(c => c.Register is not null) is not { Register: { } register } key
            || batch.Sheet.Columns.FirstOrDefault(IsLevel) is not { } level)
        {
            return batch;
        }

        var rows = batch.Rows.Select(r => (r.Row, Code: r.Row.Text(key.Key), Level: LevelOf(r.Row, level))).Where(r => r.Code is not null && r.Level is not null).ToList();
        var lowered = (await run.Db.LoweredCodesAsync(register, run.Country, [.. rows.Select(r => (r.Code!, r.Level!.Value))], ct)).ToHashSet();
        bool IsLowered(WorkbookRow row) => row.Text(key.Key) is { } code && LevelOf(row, level) is { } said && lowered.Contains((code, said));
        return batch with
        {
            Rows = [.. batch.Rows.Where(r => !IsLowered(r.Row))],
            Refused =
            [
                .. batch.Refused,
                .. batch.Rows.Where(r => IsLowered(r.Row)).Select(r => r.Row.Refuse([.. r.Findings, r.Row.Finding(level.Key, "W15", run.T["the level it has here, or a stricter one: opening a record to more readers takes two people, on its own form"])])),
            ],
        };
    }

    private static bool IsLevel(WorkbookColumn column) => column.Choices.Select(c => c.Code).SequenceEqual(Enum.GetNames<Classification>());

    private static Classification? LevelOf(WorkbookRow row, WorkbookColumn level) => Enum.TryParse<Classification>(row.Text(level.Key), out var said) ? said : null;
}
