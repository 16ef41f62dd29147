namespace Cornerstone.Workbooks;

/// <summary>Choices as cells show and take them: "DEF · Defence" is shown; the code alone or the label alone is taken too.</summary>
internal sealed class ChoiceBook
{
    private const string Between = " · ";

    private readonly Dictionary<string, Dictionary<string, string>> byColumn;

    public ChoiceBook(WorkbookSheet sheet) => byColumn = sheet.Columns.Where(c => c.Kind == ColumnKind.Choice).ToDictionary(c => c.Key, Names);

    public string? CodeOf(WorkbookColumn column, string written) =>
        byColumn[column.Key].GetValueOrDefault(written) ?? byColumn[column.Key].GetValueOrDefault(CodePart(written));

    public static string Shown(WorkbookChoice choice) => choice.Code == choice.Label ? choice.Code : choice.Code + Between + choice.Label;

    /// <summary>The code before the sign; the whole text where there is none.</summary>
    public static string CodePart(string written) => written.IndexOf(Between, StringComparison.Ordinal) is var at and > 0 ? written[..at].Trim() : written;

    // A label that two codes share names neither.
    private static Dictionary<string, string> Names(WorkbookColumn column)
    {
        var names = column.Choices.GroupBy(c => c.Label, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() == 1)
            .ToDictionary(g => g.Key, g => g.First().Code, StringComparer.OrdinalIgnoreCase);
        foreach (var choice in column.Choices)
        {
            names[choice.Code] = choice.Code;
        }

        return names;
    }
}
