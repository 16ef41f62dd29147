using Cornerstone.Data;

namespace Cornerstone.Workbooks;

/// <summary>
/// Rows whose code is held by a record the reader may not see: they stay out, with the form's own sentence at the cell, and the
/// room does not judge them. Rows that lean on them are then refused as on any code nobody knows.
/// </summary>
internal static class HiddenCodes
{
    /// <summary>
    /// Named in one file. A file is no place to try codes by the thousand: one that meets more is refused as a whole by the
    /// record itself, and nothing else is said (decision 17).
    /// </summary>
    public const int MostNamed = 20;

    public static async Task<FileBatch> SetAsideAsync(FileBatch batch, WorkbookRun run, CancellationToken ct)
    {
        if (batch.Rows.Count == 0 || batch.Sheet.Columns.FirstOrDefault(c => c.Register is not null) is not { Register: { } register } column)
        {
            return batch;
        }

        var codes = batch.Rows.Select(r => r.Row.Text(column.Key)).OfType<string>().ToHashSet();
        var unseen = await run.Db.UnseenCodesAsync(register, run.Country, codes, ct);
        var named = run.Once("workbooks.hidden-codes", () => new HashSet<string>());
        named.UnionWith(unseen.Order(StringComparer.Ordinal).Take(MostNamed - named.Count));
        bool IsHidden(WorkbookRow row) => row.Text(column.Key) is { } code && unseen.Contains(code) && named.Contains(code);
        return batch with
        {
            Rows = [.. batch.Rows.Where(r => !IsHidden(r.Row))],
            Refused =
            [
                .. batch.Refused,
                .. batch.Rows.Where(r => IsHidden(r.Row)).Select(r => r.Row.Refuse([.. r.Findings, r.Row.Finding(column.Key, "W14", run.T[SaveAttempt.CodeTaken])])),
            ],
        };
    }
}
