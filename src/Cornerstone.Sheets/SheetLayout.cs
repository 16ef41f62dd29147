namespace Cornerstone.Sheets;

/// <summary>How a column of a written sheet looks.</summary>
/// <param name="Width">In characters.</param>
public sealed record SheetColumn(string Heading, CellKind Kind = CellKind.Text, double Width = 18)
{
    /// <summary>Where the choices of this column stand, such as <c>'Lists'!$A$2:$A$9</c>; others are warned about, not refused.</summary>
    public string? ChoicesAt { get; init; }
}

/// <summary>A sheet to write. Rows may be preceded by lines of plain text above the headings.</summary>
public sealed record SheetLayout(string Name, IReadOnlyList<SheetColumn> Columns)
{
    /// <summary>Printed above the table: title, source, as-of stamp.</summary>
    public IReadOnlyList<string> Above { get; init; } = [];

    /// <summary>Reads from the right.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>False for a sheet of sentences.</summary>
    public bool HasHeading { get; init; } = true;
}

/// <summary>Writes tables forwards, one row in memory.</summary>
public interface ISheetWriter : IDisposable
{
    /// <summary>Ends the sheet before it and begins the next.</summary>
    void Begin(SheetLayout layout);

    /// <summary>Values by column: string, decimal, int, long, DateOnly, bool or null. Text is always text, whatever it looks like.</summary>
    void Row(params IReadOnlyList<object?> values);
}
