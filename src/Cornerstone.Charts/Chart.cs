namespace Cornerstone.Charts;

/// <summary>A finished chart. The page prints <see cref="Svg"/> as it is and <see cref="Table"/> behind a disclosure beneath it.</summary>
public sealed record Chart(string Svg, ChartTable Table);

/// <summary>The chart's figures, every one of them and exact: what the drawing rounds or leaves out is here.</summary>
/// <param name="Caption">For <c>&lt;caption&gt;</c>.</param>
/// <param name="Head">Column headings, the first one above the row headings.</param>
public sealed record ChartTable(string Caption, IReadOnlyList<string> Head, IReadOnlyList<ChartTableRow> Rows);

/// <summary>One table row. The text is plain: the page escapes it.</summary>
public sealed record ChartTableRow(ChartTableCell Heading, IReadOnlyList<ChartTableCell> Cells);

/// <summary>One table cell, with the address it leads to, if any.</summary>
/// <param name="IsNumber">Numbers are aligned to the end of the column; words such as "unknown" are not.</param>
public sealed record ChartTableCell(string Text, bool IsNumber = false, string? Href = null);
