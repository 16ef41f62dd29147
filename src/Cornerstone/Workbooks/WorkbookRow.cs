using System.Globalization;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Workbooks;

/// <summary>
/// A row of a workbook, from a file or from the record. A column the file does not have is not the same as an empty
/// cell: <see cref="Has"/> is false, and what is there stays as it is.
/// </summary>
public sealed class WorkbookRow
{
    // Which column stands where is the same for all rows of a sheet.
    private readonly IReadOnlyDictionary<string, int> columns;
    private readonly WorkbookCell[] cells;

    internal WorkbookRow(string sheet, int line, IReadOnlyDictionary<string, int> columns, WorkbookCell[] cells) =>
        (Sheet, Line, this.columns, this.cells) = (sheet, line, columns, cells);

    public WorkbookRow(string sheet, int line, IEnumerable<KeyValuePair<string, WorkbookCell>> cells)
    {
        var all = cells.ToList();
        (Sheet, Line) = (sheet, line);
        columns = all.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i);
        this.cells = [.. all.Select(c => c.Value)];
    }

    /// <summary>Name of the <see cref="WorkbookSheet"/>.</summary>
    public string Sheet { get; }

    /// <summary>The sheet's heading in the file, for findings.</summary>
    public string SheetTitle { get; init; } = "";

    /// <summary>Row number in the file; 0 for a row of the record.</summary>
    public int Line { get; }

    /// <summary>True when the file has this column.</summary>
    public bool Has(string column) => columns.ContainsKey(column);

    public WorkbookCell Cell(string column) => columns.TryGetValue(column, out var at) ? cells[at] : default;

    /// <summary>Text, code, period or figure; null when empty.</summary>
    public string? Text(string column) => Cell(column).Canonical;

    public decimal? Number(string column) => Cell(column).Value as decimal?;

    public DateOnly? Date(string column) => Cell(column).Value as DateOnly?;

    /// <summary>The codes of a list cell, without repetition.</summary>
    public IReadOnlyList<string> Codes(string column) =>
        [.. (Text(column) ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    /// <summary>The filled languages of a <see cref="WorkbookColumn.Wording"/>.</summary>
    public IReadOnlyDictionary<string, string> Texts(string column) => Languages.Languages.All
        .Where(l => Text($"{column}.{l.Code}") is not null)
        .ToDictionary(l => l.Code, l => Text($"{column}.{l.Code}")!);

    /// <summary>The original language of a <see cref="WorkbookColumn.Wording"/>: as stated, else English, else the first filled.</summary>
    public string Original(string column) => Text($"{column}.original")
        ?? (Texts(column) is var texts && texts.ContainsKey("en") ? "en" : texts.Keys.FirstOrDefault() ?? "en");

    /// <summary>A <see cref="WorkbookColumn.Wording"/>; null when no language is filled or the stated original is not.</summary>
    public Wording? WordingOf(string column) => Values.Wording.Of(Original(column), Texts(column)!);

    /// <inheritdoc cref="Wording(string, string, IReadOnlyDictionary{string, string})"/>
    public static IEnumerable<(string Column, object? Value)> Wording(string column, Wording? wording) =>
        Wording(column, wording?.Original ?? "en", wording?.Texts ?? new Dictionary<string, string>());

    /// <summary>A row of the record. Values: string, decimal, int, DateOnly, bool ("yes"/"no"), null; lists of codes as text with semicolons.</summary>
    public static WorkbookRow Of(string sheet, IEnumerable<(string Column, object? Value)> values) =>
        new(sheet, 0, values.Select(v => KeyValuePair.Create(v.Column, WorkbookCell.Of(v.Value))));

    /// <summary>The cells of a text in several languages; the original is stated always.</summary>
    public static IEnumerable<(string Column, object? Value)> Wording(string column, string original, IReadOnlyDictionary<string, string> texts) =>
    [
        .. Languages.Languages.All.Select(l => ($"{column}.{l.Code}", (object?)texts.GetValueOrDefault(l.Code))),
        ($"{column}.original", texts.Count == 0 ? null : original),
    ];

    /// <summary>Something to say about a cell. <paramref name="expected"/> is already in the reader's language.</summary>
    public WorkbookFinding Finding(string column, string rule, string expected, FindingGrade grade = FindingGrade.Error) =>
        new(SheetTitle.Length > 0 ? SheetTitle : Sheet, Cell(column).Address, Line, column, rule, Cell(column).Written, expected, grade);

    public RowVerdict Add(params IReadOnlyList<WorkbookFinding> findings) => new(this, RowOutcome.Add, findings);

    public RowVerdict Change(params IReadOnlyList<WorkbookFinding> findings) => new(this, RowOutcome.Change, findings);

    public RowVerdict Unchanged(params IReadOnlyList<WorkbookFinding> findings) => new(this, RowOutcome.Unchanged, findings);

    public RowVerdict Refuse(params IReadOnlyList<WorkbookFinding> findings) => new(this, RowOutcome.Refused, findings);

    /// <summary>Add when nothing is there, Unchanged when every cell of the file says what is there, Change otherwise.</summary>
    public RowVerdict Against(WorkbookRow? current, params IReadOnlyList<WorkbookFinding> findings) => current is null
        ? Add(findings)
        : IsSameAs(current) ? Unchanged(findings) : Change(findings);

    private bool IsSameAs(WorkbookRow current) => columns.Keys.All(c => !current.Has(c) || SaysTheSame(c, Cell(c), current.Cell(c)));

    // An original language left empty is the one derived from the texts.
    private bool SaysTheSame(string column, WorkbookCell mine, WorkbookCell theirs) => mine.Canonical == theirs.Canonical
        || (column.EndsWith(".original", StringComparison.Ordinal) && mine.Canonical is null && Original(column[..^".original".Length]) == theirs.Canonical);
}

/// <summary>A cell: where it stands, what was written, and what it was understood as.</summary>
/// <param name="Column">From 1; 0 for a cell of the record, which has no address.</param>
/// <param name="Value">string, decimal, DateOnly or null.</param>
public readonly record struct WorkbookCell(int Column, int Line, string? Written, object? Value)
{
    /// <summary>"C12"; empty for a cell of the record.</summary>
    public string Address => Column == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{SheetCell.Letters(Column)}{Line}");

    /// <summary>The one form two cells are compared in.</summary>
    public string? Canonical => Value switch
    {
        null => null,
        // 12.50 and 12.5 are one number.
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        var other => other.ToString(),
    };

    internal static WorkbookCell Of(object? value)
    {
        object? kept = value switch
        {
            string { Length: 0 } => null,
            string text => text.Trim(),
            bool yes => yes ? "yes" : "no",
            int or long or short => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
            Enum code => code.ToString(),
            null or decimal or DateOnly => value,
            _ => throw new ArgumentException($"A cell cannot hold {value.GetType().Name}.", nameof(value)),
        };
        return new(0, 0, kept?.ToString(), kept is string { Length: 0 } ? null : kept);
    }
}
