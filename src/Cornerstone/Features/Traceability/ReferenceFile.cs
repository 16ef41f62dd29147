using System.Text;

namespace Cornerstone.Features.Traceability;

/// <summary>Reads the CSV files of reference data inside the program: a first row of names, quotes where a comma stands.</summary>
internal static class ReferenceFile
{
    public static IEnumerable<IReadOnlyDictionary<string, string>> Read(string resource)
    {
        using var reader = new StreamReader(typeof(ReferenceFile).Assembly.GetManifestResourceStream(resource)!);
        var names = Cells(reader.ReadLine()!);
        while (reader.ReadLine() is { } line)
        {
            yield return names.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    public static IReadOnlyList<string> Words(string cell) => cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static List<string> Cells(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"')
            {
                // A doubled quote inside a quoted cell is a quote.
                var isDoubled = isQuoted && i + 1 < line.Length && line[i + 1] == '"';
                cell.Append(isDoubled ? "\"" : "");
                i += isDoubled ? 1 : 0;
                isQuoted = isDoubled || !isQuoted;
            }
            else if (line[i] == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(line[i]);
            }
        }

        cells.Add(cell.ToString());
        return cells;
    }
}
