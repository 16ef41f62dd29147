namespace Cornerstone.Bill;

/// <summary>What we know of each package: its licence as an SPDX expression, and whether it ships, builds or tests. From supply/licences.csv.</summary>
public static class Licences
{
    public static IReadOnlyDictionary<(string Ecosystem, string Package), (string Licence, string Use)> Read(Stream list)
    {
        using var reader = new StreamReader(list);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(cells => (cells[0], cells[1]), cells => (cells[2], cells[3]));
    }
}
