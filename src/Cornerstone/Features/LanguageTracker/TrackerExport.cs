using System.Globalization;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.LanguageTracker;

/// <summary>Theme by year as a file, one row for each theme and year that has documents.</summary>
internal static class TrackerExport
{
    public static ListExport<(string Theme, int Year)> Of(TrackerTable table, IReadOnlyList<string> filters, Text T) =>
        new("themes-by-year", T["Documents that speak of each theme, by year"], table.Themes.SelectMany(_ => table.Years.Where(y => table.DocumentsIn(y) > 0), (theme, year) => (theme, year)))
        {
            Columns =
            [
                new(T["{0} (code)", T["Theme"]], r => r.Theme, Width: 20),
                new(T["Theme"], r => T.Theme(r.Theme), Width: 30),
                new(T["Year"], r => r.Year, CellKind.Number, 8),
                new(T["Documents"], r => table.Of(r.Theme, r.Year).Documents, CellKind.Number, 12),
                new(T["Documents in the year"], r => table.DocumentsIn(r.Year), CellKind.Number, 12),
                new(T["Share of the set"], r => table.Share(r.Theme, r.Year), CellKind.Percentage, 12),
                new(T["Paragraphs"], r => table.Of(r.Theme, r.Year).Paragraphs, CellKind.Number, 12),
            ],
            Period = table.Years.Count == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{table.Years[0]}–{table.Years[^1]}"),
            Filters = filters,
        };
}
