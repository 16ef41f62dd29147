using Cornerstone.Languages;
using Cornerstone.Sheets;

namespace Cornerstone.Workbooks;

/// <summary>Rows of one sheet of a file by its headings: typed, complete, and each key once.</summary>
internal sealed class SheetRows(SheetHeadings headings, string title, Text T)
{
    private const int LongestShown = 80;

    private readonly CellReader reader = new(T);
    private readonly ChoiceBook choices = new(headings.Sheet);
    private readonly Dictionary<string, int> keys = [];
    private readonly List<CellFault> faults = [];

    public FileBatch Read(IReadOnlyList<SheetRow> rows)
    {
        var (good, refused) = (new List<(WorkbookRow, IReadOnlyList<WorkbookFinding>)>(rows.Count), new List<RowVerdict>());
        foreach (var (row, findings) in rows.Select(Read))
        {
            if (findings.Exists(f => f.Grade == FindingGrade.Error))
            {
                refused.Add(row.Refuse(findings));
            }
            else
            {
                good.Add((row, findings));
            }
        }

        return new(headings.Sheet, good, refused);
    }

    private (WorkbookRow Row, List<WorkbookFinding> Findings) Read(SheetRow row)
    {
        var findings = new List<WorkbookFinding>();
        var written = row.Cells.ToDictionary(c => c.Column);
        var cells = new Dictionary<string, WorkbookCell>(headings.Columns.Count);
        foreach (var (at, column) in headings.Columns)
        {
            var cell = written.GetValueOrDefault(at, new SheetCell(at, CellKind.Empty, ""));
            faults.Clear();
            var read = reader.Read(cell, row.Number, column, choices, faults);
            cells[column.Key] = read.Address.Length > 0 ? read : read with { Address = $"{SheetCell.Letters(at)}{row.Number}" };
            if (column.MustBeFilled && read.Value is null && faults.Count == 0)
            {
                faults.Add(new("W7", T["a value: this column must be filled"], FindingGrade.Error));
            }

            findings.AddRange(faults.Select(f => Finding(column.Key, cells[column.Key], row.Number, f)));
        }

        var result = new WorkbookRow(headings.Sheet.Name, row.Number, cells) { SheetTitle = title };
        JudgeWhole(result, findings);
        return (result, findings);
    }

    private void JudgeWhole(WorkbookRow row, List<WorkbookFinding> findings)
    {
        foreach (var column in headings.Sheet.Columns.Where(c => c.NeedsOneOf is not null && row.Texts(c.NeedsOneOf).Count == 0))
        {
            findings.Add(Finding(column.Key, row.Cell($"{column.NeedsOneOf}.en"), row.Line, new("W7", T["a text in at least one language"], FindingGrade.Error)));
        }

        var parts = headings.Sheet.Columns.Where(c => c.IsKey).Select(c => row.Text(c.Key)).ToList();
        if (parts.Count == 0 || parts.TrueForAll(p => p is null))
        {
            return;
        }

        // A separator that no cell can hold.
        if (!keys.TryAdd(string.Join('\u001F', parts), row.Line) && keys[string.Join('\u001F', parts)] is var first)
        {
            var column = headings.Sheet.Columns.First(c => c.IsKey).Key;
            findings.Add(Finding(column, row.Cell(column), row.Line, new("W12", T["a key once in the file: row {0} has it already", first], FindingGrade.Error)));
        }
    }

    private WorkbookFinding Finding(string column, WorkbookCell cell, int line, CellFault fault) =>
        new(title, cell.Address, line, column, fault.Rule, Shortened(cell.Written), fault.Expected, fault.Grade);

    internal static string? Shortened(string? written) => written is { Length: > LongestShown } ? written[..LongestShown] + "…" : written;
}
