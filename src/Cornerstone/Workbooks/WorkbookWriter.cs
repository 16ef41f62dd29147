using System.Globalization;
using Cornerstone.Languages;
using Cornerstone.Sheets;

namespace Cornerstone.Workbooks;

/// <summary>
/// A workbook to fill in or to correct: first what to write where, then the sheets, last the lists one may choose from.
/// All of it can be seen: notes stand on the explanation sheet, not in comments.
/// </summary>
internal static class WorkbookWriter
{
    private const int LongestChoiceColumn = 60;

    public static async Task WriteAsync(IWorkbook workbook, WorkbookRun run, bool isFilled, Stream to, CancellationToken ct)
    {
        var sheets = await workbook.SheetsAsync(run, ct);
        var lists = Lists(sheets);
        using var writer = new XlsxWriter(to);
        WriteExplanation(writer, workbook, sheets, run, isFilled);
        var rows = isFilled ? workbook.ReadAsync(run, ct) : AsyncEnumerable.Empty<WorkbookRow>();
        await WriteSheetsAsync(writer, sheets, rows, lists, run.T, ct);
        WriteLists(writer, lists, run.T);
    }

    /// <summary>One sheet as a text table.</summary>
    public static async Task WriteTextAsync(IWorkbook workbook, string sheet, WorkbookRun run, Stream to, CancellationToken ct)
    {
        var layout = (await workbook.SheetsAsync(run, ct)).Single(s => s.Name == sheet);
        using var writer = new CsvWriter(to);
        writer.Begin(Look(layout, [], run.T));
        await foreach (var row in workbook.ReadAsync(run, ct))
        {
            if (row.Sheet == sheet)
            {
                writer.Row(Values(row, layout));
            }
        }
    }

    private static async Task WriteSheetsAsync(
        XlsxWriter writer, IReadOnlyList<WorkbookSheet> sheets, IAsyncEnumerable<WorkbookRow> rows, List<ChoiceList> lists, Text T, CancellationToken ct)
    {
        var next = 0;
        await foreach (var row in rows.WithCancellation(ct))
        {
            var at = sheets.Index().First(s => s.Item.Name == row.Sheet).Index;
            if (at < next - 1)
            {
                throw new InvalidOperationException($"Rows of the sheet {row.Sheet} come after those of a later one.");
            }

            for (; next <= at; next++)
            {
                writer.Begin(Look(sheets[next], lists, T));
            }

            writer.Row(Values(row, sheets[at]));
        }

        for (; next < sheets.Count; next++)
        {
            writer.Begin(Look(sheets[next], lists, T));
        }
    }

    private static object?[] Values(WorkbookRow row, WorkbookSheet sheet) => [.. sheet.Columns.Select(column => Value(row.Cell(column.Key), column))];

    private static object? Value(WorkbookCell cell, WorkbookColumn column) => column.Kind switch
    {
        ColumnKind.Choice when !column.IsList && column.Choices.FirstOrDefault(c => c.Code == cell.Canonical) is { } choice => ChoiceBook.Shown(choice),
        // A figure that is a plain number is one in the file too.
        ColumnKind.Figure when decimal.TryParse(cell.Canonical, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) => number,
        _ => cell.Value,
    };

    private static SheetLayout Look(WorkbookSheet sheet, List<ChoiceList> lists, Text T) => new(T[sheet.Title],
    [
        .. sheet.Columns.Select(c => new SheetColumn(SheetHeadings.Shown(c, T), KindOf(c.Kind), WidthOf(c))
        {
            ChoicesAt = lists.Find(l => l.Sheet == sheet.Name && l.Column == c)?.At(T["Lists"]),
        }),
    ])
    {
        IsRightToLeft = T.Language.Direction == "rtl",
    };

    private static void WriteExplanation(XlsxWriter writer, IWorkbook workbook, IReadOnlyList<WorkbookSheet> sheets, WorkbookRun run, bool isFilled)
    {
        var T = run.T;
        writer.Begin(new SheetLayout(T["Explanation"], [new(T["Sheet"], Width: 22), new(T["Column"], Width: 30), new(T["What to write"], Width: 70), new(T["Must be filled"], Width: 14), new(T["Choices"], Width: LongestChoiceColumn)])
        {
            IsRightToLeft = T.Language.Direction == "rtl",
            Above =
            [
                T[workbook.Title],
                T[workbook.Purpose],
                EffectOf(workbook, T),
                T["Columns you leave out stay as they are; a cell you empty is emptied. Headings with a star must be filled."],
                T["As of {0}", run.At.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)] + (isFilled ? "" : " · " + T["Empty template"]),
            ],
        });
        foreach (var (sheet, column) in sheets.SelectMany(s => s.Columns, (s, c) => (s, c)))
        {
            writer.Row(T[sheet.Title], SheetHeadings.Shown(column, T), NoteOf(column, T), column.MustBeFilled ? T["Yes"] : "", string.Join("; ", column.Choices.Take(30).Select(ChoiceBook.Shown)));
        }
    }

    /// <summary>What an import does to rows that are there already, in plain words.</summary>
    public static string EffectOf(IWorkbook workbook, Text T) => workbook.Effect switch
    {
        ImportEffect.AddsOnly => T["Adds rows whose key is new. It never overwrites: a row that is here already with other values is refused."],
        ImportEffect.AddsAndRevises => T["Adds rows whose key is new and takes over what the file says of the others; what the country corrected stays. It deletes nothing: rows missing from the file stay."],
        _ => T["Adds rows whose key is new and overwrites rows whose key is here already. It deletes nothing: rows missing from the file stay."],
    };

    private static string NoteOf(WorkbookColumn column, Text T)
    {
        var kind = column.Kind switch
        {
            ColumnKind.Number => column.Unit is null ? T["A number."] : T["A number, in {0}.", column.Unit],
            ColumnKind.Percentage => T["A percentage, such as {0}.", "25 %"],
            ColumnKind.Figure => T["A number, an interval (3–6), a bound (<10), about (~50), or n/a."],
            ColumnKind.Date => T["A day, such as {0}.", "2026-11-21"],
            ColumnKind.Period => T["A period, such as {0}.", "2026, 2026-Q3, 2026-09, 2025/26"],
            ColumnKind.Choice when column.IsList => T["One or several of the choices, codes separated by semicolons."],
            ColumnKind.Choice => T["One of the choices."],
            ColumnKind.Reference when column.IsList => T["Codes of other records, separated by semicolons."],
            ColumnKind.Reference => T["The code of another record."],
            _ => T["Text."],
        };
        return column.Note is null ? kind : $"{kind} {T[column.Note]}";
    }

    private static List<ChoiceList> Lists(IReadOnlyList<WorkbookSheet> sheets) => [.. sheets
        .SelectMany(s => s.Columns, (sheet, column) => (sheet, column))
        .Where(p => p.column is { IsList: false, Choices.Count: > 0, Kind: ColumnKind.Choice or ColumnKind.Reference })
        .Select((p, i) => new ChoiceList(p.sheet.Name, p.column, i + 1))];

    private static void WriteLists(XlsxWriter writer, List<ChoiceList> lists, Text T)
    {
        if (lists.Count == 0)
        {
            return;
        }

        writer.Begin(new SheetLayout(T["Lists"], [.. lists.Select(l => new SheetColumn(SheetHeadings.Shown(l.Column, T), Width: 34))]) { IsRightToLeft = T.Language.Direction == "rtl" });
        foreach (var line in Enumerable.Range(0, lists.Max(l => l.Column.Choices.Count)))
        {
            writer.Row([.. lists.Select(l => line < l.Column.Choices.Count ? ChoiceBook.Shown(l.Column.Choices[line]) : null)]);
        }
    }

    private static CellKind KindOf(ColumnKind kind) => kind switch
    {
        ColumnKind.Number or ColumnKind.Figure => CellKind.Number,
        ColumnKind.Percentage => CellKind.Percentage,
        ColumnKind.Date => CellKind.Date,
        _ => CellKind.Text,
    };

    private static double WidthOf(WorkbookColumn column) => column.Kind switch
    {
        ColumnKind.Text when column.IsKey => 16,
        ColumnKind.Text => 34,
        ColumnKind.Choice or ColumnKind.Reference => 24,
        _ => 14,
    };

    /// <summary>A column of the sheet of lists.</summary>
    private sealed record ChoiceList(string Sheet, WorkbookColumn Column, int Number)
    {
        public string At(string sheetName)
        {
            var letters = SheetCell.Letters(Number);
            return $"'{sheetName.Replace("'", "''", StringComparison.Ordinal)}'!${letters}$2:${letters}${Column.Choices.Count + 1}";
        }
    }
}
