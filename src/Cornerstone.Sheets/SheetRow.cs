namespace Cornerstone.Sheets;

/// <summary>What stands in a cell, before anybody says what should.</summary>
public enum CellKind
{
    Empty,
    Text,
    Number,

    /// <summary>A number shown as a share: 0.25 for "25 %".</summary>
    Percentage,
    Date,
    Boolean,

    /// <summary>#N/A, #REF! and their like.</summary>
    Error,
}

/// <summary>A cell as it was read.</summary>
/// <param name="Column">From 1.</param>
/// <param name="Text">As written; a date as yyyy-MM-dd, a number in invariant form.</param>
/// <param name="IsFormula">The value is what the writing program last computed; nothing is computed here.</param>
public readonly record struct SheetCell(int Column, CellKind Kind, string Text, decimal? Number = null, DateOnly? Date = null, bool IsFormula = false)
{
    /// <summary>"C" for 3.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (var rest = column; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + (rest - 1) % 26) + letters;
        }

        return letters;
    }
}

/// <summary>A row with its filled cells, in order of columns.</summary>
/// <param name="Number">The row in the sheet or the record in the text, from 1.</param>
public sealed record SheetRow(int Number, IReadOnlyList<SheetCell> Cells, bool IsHidden = false)
{
    public bool IsEmpty => Cells.Count == 0;
}

/// <summary>Something odd about a sheet that does not stop its reading.</summary>
/// <param name="Place">A range or an entry.</param>
public sealed record SheetNotice(NoticeKind Kind, string Sheet, string Place);

public enum NoticeKind
{
    HiddenSheet,
    HiddenRows,
    MergedCells,
    Formulas,

    /// <summary>Links to other files: never followed.</summary>
    ExternalLinks,

    /// <summary>Other files inside the workbook: never opened.</summary>
    EmbeddedFiles,
    Comments,

    /// <summary>The text was read as the encoding somebody named.</summary>
    NamedEncoding,
}
