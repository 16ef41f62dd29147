using Cornerstone.Languages;
using Cornerstone.Sheets;

namespace Cornerstone.Workbooks;

/// <summary>Which sheet of a layout a sheet of a file is, and which column stands where: by headings in any of the six languages.</summary>
internal sealed record SheetHeadings(WorkbookSheet Sheet, int Line, IReadOnlyDictionary<int, WorkbookColumn> Columns, IReadOnlyList<SheetCell> NotUnderstood, bool IsNamed = false)
{
    // Headings stand below a title, a source, a note; further down they would be rows.
    private const int LastLine = 20;

    public IEnumerable<WorkbookColumn> Missing => Sheet.Columns.Where(c => c.MustBeFilled && !Columns.Values.Contains(c));

    /// <summary>The best fit among the layouts, by the sheet's name first; null when none has all its key columns there.</summary>
    public static SheetHeadings? Find(string name, IEnumerable<SheetRow> rows, IEnumerable<WorkbookSheet> layouts, Text T)
    {
        var names = layouts.Select(l => new HeadingNames(l, T)).ToList();
        return rows.TakeWhile(r => r.Number <= LastLine)
            .SelectMany(row => names.Select(n => n.Match(row)))
            .Where(m => m.Columns.Count > 0 && m.HasKeys)
            .Select(m => m with { IsNamed = T.InAllLanguages(m.Sheet.Title).Append(m.Sheet.Name).Contains(name.Trim(), StringComparer.OrdinalIgnoreCase) })
            .OrderByDescending(m => m.IsNamed)
            .ThenByDescending(m => m.Columns.Count).ThenBy(m => m.Line)
            .FirstOrDefault();
    }

    /// <summary>The heading as it is written: in the reader's language, with its suffix, and a star where it must be filled.</summary>
    public static string Shown(WorkbookColumn column, Text T) => Named(T[column.Title], column) + (column.MustBeFilled ? " *" : "");

    private bool HasKeys => Sheet.Columns.Where(c => c.IsKey && !c.MayBeEmpty).All(c => Columns.Values.Contains(c));

    private static string Named(string title, WorkbookColumn column) => column.Suffix is null ? title : $"{title} [{column.Suffix}]";

    private sealed class HeadingNames(WorkbookSheet sheet, Text T)
    {
        private readonly Dictionary<string, WorkbookColumn> columns = sheet.Columns
            .SelectMany(c => T.InAllLanguages(c.Title).Select(title => Plain(Named(title, c))).Append(Plain(c.Key)), (column, name) => (column, name))
            .DistinctBy(p => p.name).ToDictionary(p => p.name, p => p.column);

        public SheetHeadings Match(SheetRow row)
        {
            var found = new Dictionary<int, WorkbookColumn>();
            var rest = new List<SheetCell>();
            foreach (var cell in row.Cells)
            {
                if (columns.TryGetValue(Plain(cell.Text), out var column) && !found.ContainsValue(column))
                {
                    found[cell.Column] = column;
                }
                else
                {
                    rest.Add(cell);
                }
            }

            return new(sheet, row.Number, found, rest);
        }

        private static string Plain(string heading) => string.Join(' ', CellReader.Trimmed(heading).TrimEnd('*', ' ')
            .Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
    }
}
