using Cornerstone.Languages;
using Cornerstone.Sheets;

namespace Cornerstone.Workbooks;

/// <summary>A file read by a layout: rows in batches, each cell of its column's kind, faults beside them.</summary>
internal sealed class WorkbookFile
{
    public const int BatchSize = 5_000;

    private readonly SheetFile file;
    private readonly Text T;
    private readonly IReadOnlyList<WorkbookSheet> layouts;
    private readonly List<WorkbookFinding> findings = [];
    private readonly List<(int Index, SheetHeadings Headings)> sheets;

    public WorkbookFile(SheetFile file, IReadOnlyList<WorkbookSheet> layouts, Text text)
    {
        (this.file, this.layouts, T) = (file, layouts, text);
        sheets = Recognised();
        Judge();
    }

    /// <summary>About the file, its sheets and headings; not about rows.</summary>
    public IReadOnlyList<WorkbookFinding> Findings => findings;

    /// <summary>Without its sheets and required columns nothing can be brought in.</summary>
    public bool IsUsable => !findings.Exists(f => f.Grade == FindingGrade.Error);

    /// <summary>Sheets in the order of the layout, whatever their order in the file.</summary>
    public IEnumerable<FileBatch> Batches()
    {
        foreach (var layout in layouts)
        {
            foreach (var (index, headings) in sheets.Where(s => s.Headings.Sheet == layout))
            {
                var rows = new SheetRows(headings, NameOf(index), T);
                foreach (var batch in file.Rows(index).Where(r => r.Number > headings.Line && !r.IsEmpty).Select(rows.Read).Chunk(BatchSize))
                {
                    yield return FileBatch.Of(headings.Sheet, batch);
                }
            }
        }
    }

    /// <summary>What the file's form gave to notice; complete after the last batch.</summary>
    public IEnumerable<WorkbookFinding> Notices() => file.Notices.Select(n => Finding(n.Sheet, n.Place, $"F-{n.Kind}", n.Kind switch
    {
        NoticeKind.HiddenSheet => T["a sheet that can be seen; the hidden one was read where its headings fit"],
        NoticeKind.HiddenRows => T["rows that can be seen; hidden ones were read too"],
        NoticeKind.MergedCells => T["single cells; of merged ones the first was read"],
        NoticeKind.Formulas => T["values; of formulas the last computed value was read, nothing was computed here"],
        NoticeKind.ExternalLinks => T["no links to other files; they were not followed"],
        NoticeKind.EmbeddedFiles => T["no files inside the file; they were not opened"],
        NoticeKind.Comments => T["no comments; they were not read"],
        _ => T["UTF-8; the text was read as {0}", n.Place],
    }, FindingGrade.Note));

    private List<(int Index, SheetHeadings Headings)> Recognised()
    {
        var found = new List<(int, SheetHeadings)>();
        for (var i = 0; i < file.Sheets.Count; i++)
        {
            if (SheetHeadings.Find(file.Sheets[i], file.Rows(i), layouts, T) is { } headings)
            {
                found.Add((i, headings));
            }
        }

        // Lists and explanations may hold a row that looks like headings: of several fits the sheet of that name is meant, else the fullest.
        return [.. found.GroupBy(f => f.Item2.Sheet)
            .Select(fits => fits.OrderByDescending(f => f.Item2.IsNamed).ThenByDescending(f => f.Item2.Columns.Count).First())];
    }

    private void Judge()
    {
        if (sheets.Count == 0)
        {
            findings.Add(Finding("", "", "W8", T["headings of the template: {0}", Headings(layouts[0].Columns.Where(c => c.MustBeFilled))], FindingGrade.Error));
        }

        foreach (var layout in layouts.Where(l => l.IsRequired && !sheets.Exists(s => s.Headings.Sheet == l) && sheets.Count > 0))
        {
            findings.Add(Finding("", "", "W8", T["a sheet “{0}”", T[layout.Title]], FindingGrade.Error));
        }

        foreach (var (index, headings) in sheets)
        {
            findings.AddRange(headings.Missing.Select(c => Finding(NameOf(index), "", "W8", T["a column “{0}”", T[c.Title]], FindingGrade.Error)));
            findings.AddRange(headings.NotUnderstood.Where(c => c.Text.Length > 0).Select(c =>
                Finding(NameOf(index), $"{SheetCell.Letters(c.Column)}{headings.Line}", "W9", T["a heading of the template; this column was left out"], FindingGrade.Warning) with { Value = c.Text }));
        }
    }

    private string Headings(IEnumerable<WorkbookColumn> columns) => string.Join(T[", "], columns.Select(c => SheetHeadings.Shown(c, T)));

    private string NameOf(int index) => file.Sheets[index].Length > 0 ? file.Sheets[index] : "CSV";

    private static WorkbookFinding Finding(string sheet, string cell, string rule, string expected, FindingGrade grade) => new(sheet, cell, 0, "", rule, null, expected, grade);
}

/// <summary>Rows of one sheet: those a room may judge, with what is already odd about them, and those it need not see.</summary>
internal sealed record FileBatch(WorkbookSheet Sheet, IReadOnlyList<ReadRow> Rows, IReadOnlyList<RowVerdict> Refused)
{
    public static FileBatch Of(WorkbookSheet sheet, IReadOnlyList<ReadRow> rows)
    {
        var isRefused = rows.ToLookup(r => r.Findings.Any(f => f.Grade == FindingGrade.Error));
        return new(sheet, [.. isRefused[false]], [.. isRefused[true].Select(r => r.Row.Refuse(r.Findings))]);
    }
}

/// <summary>A row with its cells understood, and what is odd about them.</summary>
internal readonly record struct ReadRow(WorkbookRow Row, IReadOnlyList<WorkbookFinding> Findings);
