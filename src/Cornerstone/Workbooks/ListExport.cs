using Cornerstone.Sheets;

namespace Cornerstone.Workbooks;

/// <summary>
/// A list as the reader sees it, for a file: the same rows, the same filters, codes beside names, units in the headings,
/// and above it where the figures come from and of when they are. Headings and values are already in the reader's language.
/// </summary>
/// <example>
/// <code>
/// public async Task&lt;IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
/// {
///     await ReadAsync(ct);                                         // the same read and filter as the page, without paging
///     return this.Export(new ListExport&lt;Institution>("institutions", T["Institutions"], Admitted)
///     {
///         Columns =
///         [
///             new(T["Code"], i => i.Code),
///             new(T["Name"], i => i.Names.In(language), Width: 40),
///             new(T["Personnel"], i => i.Personnel, CellKind.Number),
///             new(T["Share of women"], i => i.Women?.Share, CellKind.Percentage),
///             new(T["Established"], i => i.Established, CellKind.Date),
///         ],
///         Source = T["National security sector reform secretariat"],
///         Filters = [T["Status: {0}", T.Of(status)]],
///     }, format);
/// }
/// </code>
/// and under the list <c>&lt;export-links /></c>.
/// </example>
/// <param name="Name">Of the file: lower-case letters and hyphens.</param>
/// <param name="Rows">Already what this reader may see.</param>
public sealed record ListExport<TRow>(string Name, string Title, IEnumerable<TRow> Rows) : IListExport
{
    public required IReadOnlyList<ExportColumn<TRow>> Columns { get; init; }

    /// <summary>Where the figures come from; the workspace when left out.</summary>
    public string? Source { get; init; }

    /// <summary>The period the list is about, in words.</summary>
    public string? Period { get; init; }

    /// <summary>What narrowed the list, in words.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];

    IReadOnlyList<SheetColumn> IListExport.Headings => [.. Columns.Select(c => new SheetColumn(c.Heading, c.Kind, c.Width))];

    IEnumerable<IReadOnlyList<object?>> IListExport.Values => Rows.Select(row => (IReadOnlyList<object?>)[.. Columns.Select(c => c.Value(row))]);
}

/// <param name="Value">string, decimal, int, long, DateOnly, bool or null.</param>
public sealed record ExportColumn<TRow>(string Heading, Func<TRow, object?> Value, CellKind Kind = CellKind.Text, double Width = 22);

/// <summary>A list of any row, as the file writers take it.</summary>
public interface IListExport
{
    string Name { get; }

    string Title { get; }

    string? Source { get; }

    string? Period { get; }

    IReadOnlyList<string> Filters { get; }

    IReadOnlyList<SheetColumn> Headings { get; }

    IEnumerable<IReadOnlyList<object?>> Values { get; }
}
