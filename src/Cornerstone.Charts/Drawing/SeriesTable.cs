namespace Cornerstone.Charts.Drawing;

/// <summary>The data table of charts made of categories and series: one row a category, one column a series.</summary>
internal static class SeriesTable
{
    public static ChartTable Of(ChartText text, IReadOnlyList<string> categories, IReadOnlyList<Series> series, ChartOptions options)
    {
        var numbers = new NumberText(options);
        var rows = categories.Select((category, i) =>
            new ChartTableRow(new(category), [.. series.Select(s => numbers.Cell(s.At(i)))]));
        return new(Caption(text), [text.CategoryHeading, .. series.Select(s => s.Name)], [.. rows]);
    }

    public static string Caption(ChartText text) => text.Unit is null ? text.Title : $"{text.Title} ({text.Unit})";
}
