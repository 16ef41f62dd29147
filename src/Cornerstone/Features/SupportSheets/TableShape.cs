using System.Globalization;

namespace Cornerstone.Features.SupportSheets;

/// <summary>
/// Sums by country and giver, or by country and purpose, as they are published beside the tables of projects. They tell of the same
/// money as the projects do, and of no project: as a source of activities they would count it again (decision 38).
/// </summary>
internal static class TableShape
{
    /// <summary>How many rows show it.</summary>
    public const int RowsNeeded = 6;

    private const int FewestRows = 2;
    private const int FewestSums = 10;
    private const int MostWords = 2;

    /// <summary>Rows that begin with a name and go on with nothing but numbers, and no column that names an activity. A national table may have a column for each year.</summary>
    public static bool IsSums(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> first) =>
        !TableGuess.Of(headings, []).Exists(c => c.Field == TableField.Identifier)
        && headings.Count(TableGuess.NamesYear) * 2 < headings.Count
        && first.Take(RowsNeeded).Count(IsRowOfSums) >= FewestRows;

    private static bool IsRowOfSums(IReadOnlyList<string> row)
    {
        var said = row.Where(c => c.Trim().Length > 0).ToList();
        var numbers = said.Count(IsNumber);
        return row.Count > 0 && row[0].Trim().Length > 0 && numbers >= FewestSums && said.Count - numbers is > 0 and <= MostWords;
    }

    private static bool IsNumber(string cell) => decimal.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
