using Cornerstone.Data;
using Cornerstone.Languages;

namespace Cornerstone.Workbooks;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">For the program; rows name it.</param>
/// <param name="Title">An English sentence, translated on the tab; at most 31 characters survive there.</param>
public sealed record WorkbookSheet(string Name, string Title, IReadOnlyList<WorkbookColumn> Columns)
{
    /// <summary>False for a sheet that a file may leave out without a word.</summary>
    public bool IsRequired { get; init; }

    public WorkbookColumn Column(string key) => Columns.Single(c => c.Key == key);
}

/// <summary>A column: what stands in it and how a reader is told so.</summary>
/// <param name="Key">For the program, and accepted as a heading: "code", "name.fr".</param>
/// <param name="Title">An English sentence, translated in the heading. A heading in any of the six languages is understood.</param>
public sealed record WorkbookColumn(string Key, string Title, ColumnKind Kind = ColumnKind.Text)
{
    /// <summary>Part of what tells one row of the sheet from another; implies <see cref="IsRequired"/> unless <see cref="MayBeEmpty"/>.</summary>
    public bool IsKey { get; init; }

    /// <summary>A key column whose emptiness means something ("the whole country").</summary>
    public bool MayBeEmpty { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>What to write here, an English sentence, translated on the explanation sheet.</summary>
    public string? Note { get; init; }

    /// <summary>Added to the heading in brackets: a language code, a unit.</summary>
    public string? Suffix { get; init; }

    /// <summary>For <see cref="ColumnKind.Choice"/> all there are; for <see cref="ColumnKind.Reference"/> those offered, others are the room's to judge.</summary>
    public IReadOnlyList<WorkbookChoice> Choices { get; init; } = [];

    /// <summary>Several codes in one cell, separated by semicolons.</summary>
    public bool IsList { get; init; }

    /// <summary>For the key of records that may be hidden from whoever sends the file: where their codes are unique. A row that meets such a code is named and stays out.</summary>
    public CodeRegister? Register { get; init; }

    /// <summary>Unit of a number, for the explanation and the export.</summary>
    public string? Unit { get; init; }

    /// <summary>Longest text taken.</summary>
    public int Longest { get; init; } = 10_000;

    public bool MustBeFilled => IsRequired || (IsKey && !MayBeEmpty);

    /// <summary>One column for each language of a text, "name.en" … "name.zh", and "name.original" for the language it was written in.</summary>
    public static IEnumerable<WorkbookColumn> Wording(string key, string title, bool isRequired = false, string? note = null) =>
    [
        .. Languages.Languages.All.OrderByDescending(l => l.IsEnglish)
            .Select(l => new WorkbookColumn($"{key}.{l.Code}", title) { Suffix = l.Code, Note = note }),
        new($"{key}.original", title, ColumnKind.Choice)
        {
            Suffix = "original",
            Note = Text.Later("The language it was first written in; the only one filled when left empty."),
            Choices = [.. Languages.Languages.All.Select(l => new WorkbookChoice(l.Code, l.OwnName))],
            NeedsOneOf = isRequired ? key : null,
        },
    ];

    /// <summary>At least one column whose key begins with this and a full stop must be filled.</summary>
    public string? NeedsOneOf { get; init; }
}

/// <summary>A code and what it means, the latter already in the reader's language.</summary>
public sealed record WorkbookChoice(string Code, string Label);

public enum ColumnKind
{
    /// <summary>Text as it stands; spaces around it are not kept. <see cref="WorkbookRow.Text"/></summary>
    Text,

    /// <summary>A number, native or typed in any of the six languages' forms. <see cref="WorkbookRow.Number"/></summary>
    Number,

    /// <summary>A share: 25 % is 0.25, as spreadsheets keep it. <see cref="WorkbookRow.Number"/></summary>
    Percentage,

    /// <summary>A number or words for one: "3–6", "&lt; 10", "n/a". Invariant text for the room to parse. <see cref="WorkbookRow.Text"/></summary>
    Figure,

    /// <summary>A day. <see cref="WorkbookRow.Date"/></summary>
    Date,

    /// <summary>"2024", "2024-Q1", "2024-03", "2024-03-15", "2024/25" or a native date, as that text. <see cref="WorkbookRow.Text"/></summary>
    Period,

    /// <summary>One of the choices (or several, <see cref="WorkbookColumn.IsList"/>): its code. <see cref="WorkbookRow.Text"/>, <see cref="WorkbookRow.Codes"/></summary>
    Choice,

    /// <summary>The code of another record, or several. <see cref="WorkbookRow.Text"/>, <see cref="WorkbookRow.Codes"/></summary>
    Reference,
}
