using System.Reflection;

namespace Cornerstone.Sheets;

/// <summary>A table whose first row says what stands where: one dictionary a row, by the names of the columns; an empty cell is an empty text.</summary>
public static class NamedRows
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(Stream stream)
    {
        using var file = SheetFile.Open(stream);
        Dictionary<int, string>? names = null;
        foreach (var row in file.Rows(0))
        {
            if (names is null)
            {
                names = row.Cells.ToDictionary(c => c.Column, c => c.Text);
            }
            else if (!row.IsEmpty)
            {
                var cells = row.Cells.ToDictionary(c => c.Column, c => c.Text);
                yield return names.ToDictionary(n => n.Value, n => cells.GetValueOrDefault(n.Key, ""));
            }
        }
    }

    /// <summary>Reference data that lies inside a program.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Within(Assembly program, string resource)
    {
        using var stream = program.GetManifestResourceStream(resource) ?? throw new ArgumentException($"The program holds no {resource}.", nameof(resource));
        return [.. Read(stream)];
    }
}
