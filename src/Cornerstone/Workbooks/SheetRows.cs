using System.Text;
using Cornerstone.Languages;
using Cornerstone.Sheets;

namespace Cornerstone.Workbooks;

/// <summary>Rows of one sheet of a file by its headings: typed, complete, and each key once.</summary>
internal sealed class SheetRows(SheetHeadings headings, string title, Text T)
{
    private const int LongestShown = 80;

    private readonly CellReader reader = new(T);
    private readonly ChoiceBook choices = new(headings.Sheet);
    private readonly (int At, WorkbookColumn Column)[] columns = [.. headings.Columns.OrderBy(c => c.Key).Select(c => (c.Key, c.Value))];
    private readonly Dictionary<string, int> places = headings.Columns.OrderBy(c => c.Key).Select((c, i) => (c.Value.Key, i)).ToDictionary(c => c.Key, c => c.i);
    private readonly List<WorkbookColumn> keyed = [.. headings.Sheet.Columns.Where(c => c.IsKey)];
    private readonly List<WorkbookColumn> worded = [.. headings.Sheet.Columns.Where(c => c.NeedsOneOf is not null)];
    private readonly Dictionary<string, int> keys = [];
    private readonly StringBuilder key = new();
    private readonly List<CellFault> faults = [];
    private readonly List<WorkbookFinding> findings = [];

    // Cells of a row come in order of columns, as the columns do here.
    public ReadRow Read(SheetRow row)
    {
        findings.Clear();
        var (cells, next) = (new WorkbookCell[columns.Length], 0);
        for (var i = 0; i < columns.Length; i++)
        {
            var (at, column) = columns[i];
            while (next < row.Cells.Count && row.Cells[next].Column < at)
            {
                next++;
            }

            faults.Clear();
            cells[i] = reader.Read(next < row.Cells.Count && row.Cells[next].Column == at ? row.Cells[next] : new SheetCell(at, CellKind.Empty, ""), row.Number, column, choices, faults);
            if (column.MustBeFilled && cells[i].Value is null && faults.Count == 0)
            {
                faults.Add(new("W7", T["a value: this column must be filled"], FindingGrade.Error));
            }

            foreach (var fault in faults)
            {
                findings.Add(Finding(column.Key, cells[i], row.Number, fault));
            }
        }

        var result = new WorkbookRow(headings.Sheet.Name, row.Number, places, cells) { SheetTitle = title };
        JudgeWhole(result);
        return new(result, [.. findings]);
    }

    private void JudgeWhole(WorkbookRow row)
    {
        foreach (var column in worded)
        {
            if (row.Texts(column.NeedsOneOf!).Count == 0)
            {
                findings.Add(Finding(column.Key, row.Cell($"{column.NeedsOneOf}.en"), row.Line, new("W7", T["a text in at least one language"], FindingGrade.Error)));
            }
        }

        if (KeyOf(row) is { } key && !keys.TryAdd(key, row.Line))
        {
            var column = keyed[0].Key;
            findings.Add(Finding(column, row.Cell(column), row.Line, new("W12", T["a key once in the file: row {0} has it already", keys[key]], FindingGrade.Error)));
        }
    }

    // Null when nothing of it is filled.
    private string? KeyOf(WorkbookRow row)
    {
        key.Clear();
        foreach (var column in keyed)
        {
            // A separator that no cell can hold.
            key.Append(row.Text(column.Key)).Append('\u001F');
        }

        return key.Length > keyed.Count ? key.ToString() : null;
    }

    private WorkbookFinding Finding(string column, WorkbookCell cell, int line, CellFault fault) =>
        new(title, cell.Address, line, column, fault.Rule, Shortened(cell.Written), fault.Expected, fault.Grade);

    internal static string? Shortened(string? written) => written is { Length: > LongestShown } ? written[..LongestShown] + "…" : written;
}
