using Cornerstone.Values;

namespace Cornerstone.Features.Strength;

/// <summary>A count as a reader may see it. Unknown, suppressed and zero are three different answers.</summary>
public sealed record StrengthCell(int? People, bool IsSuppressed = false);

/// <summary>One row: a rank level or an age band, by sex, with its total.</summary>
public sealed record StrengthRow(string Key, StrengthCell Women, StrengthCell Men, StrengthCell Unknown, StrengthCell Total)
{
    internal StrengthCell[] Cells => [Women, Men, Unknown, Total];
}

/// <summary>A total that its parts contradict.</summary>
public sealed record StrengthFinding(string Key, StrengthSex Sex, int Reported, int Sum);

/// <summary>
/// Who serves on a day, by rank level or age band and sex. For readers without the right, counts of fewer than ten people are
/// suppressed, and as many others as it takes that no subtraction brings them back (domain handbook §0.3).
/// </summary>
public sealed record StrengthTable(IReadOnlyList<StrengthRow> Rows, IReadOnlyList<StrengthFinding> Findings)
{
    public const int SmallestShown = 10;
    private const string All = "All";

    private static readonly StrengthSex[] Parts = [StrengthSex.Women, StrengthSex.Men, StrengthSex.Unknown];

    /// <param name="counts">Of one institution, day and kind.</param>
    /// <param name="keyOf">Rank level or age band of a count; "All" is the total of the column.</param>
    public static StrengthTable Of(IReadOnlyList<InstitutionStrength> counts, Func<InstitutionStrength, string> keyOf, IReadOnlyList<string> order, bool mayCountFew)
    {
        var reported = counts.ToLookup(c => (Key: keyOf(c), c.Sex), c => c.People);
        var keys = counts.Select(keyOf).Where(k => k != All).Distinct().OrderBy(k => order.ToList().IndexOf(k)).ThenBy(k => k, StringComparer.Ordinal).Append(All).ToList();
        int? Reported(string key, StrengthSex sex) => reported.Contains((key, sex)) ? reported[(key, sex)].Sum() : null;
        int? SumOfSexes(string key) => Parts.Any(s => Reported(key, s) is not null) ? Parts.Sum(s => Reported(key, s) ?? 0) : null;
        int? SumOfKeys(StrengthSex sex) => keys.Exists(k => k != All && Reported(k, sex) is not null) ? keys.Where(k => k != All).Sum(k => Reported(k, sex) ?? 0) : null;
        int? Part(string key, StrengthSex sex) => Reported(key, sex) ?? (key == All ? SumOfKeys(sex) : null);
        int? Total(string key) => Reported(key, StrengthSex.All) ?? SumOfSexes(key) ?? (key == All ? SumOfKeys(StrengthSex.All) ?? Parts.Sum(s => SumOfKeys(s)) : null);

        var findings = keys
            .Where(k => Reported(k, StrengthSex.All) is not null && SumOfSexes(k) is not null && Reported(k, StrengthSex.All) != SumOfSexes(k))
            .Select(k => new StrengthFinding(k, StrengthSex.All, Reported(k, StrengthSex.All)!.Value, SumOfSexes(k)!.Value))
            .Concat(Parts.Append(StrengthSex.All)
                .Where(s => Reported(All, s) is not null && SumOfKeys(s) is not null && Reported(All, s) != SumOfKeys(s))
                .Select(s => new StrengthFinding(All, s, Reported(All, s)!.Value, SumOfKeys(s)!.Value)));
        var grid = keys.ConvertAll(k => new[] { Part(k, StrengthSex.Women), Part(k, StrengthSex.Men), Part(k, StrengthSex.Unknown), Total(k) });
        var hidden = mayCountFew ? [] : Suppressed(grid);
        StrengthCell Cell(int row, int column) => hidden.Contains((row, column)) ? new(null, IsSuppressed: true) : new(grid[row][column]);
        // A difference would tell what suppression hides.
        return new([.. keys.Select((k, i) => new StrengthRow(k, Cell(i, 0), Cell(i, 1), Cell(i, 2), Cell(i, 3)))], mayCountFew ? [.. findings] : []);
    }

    /// <summary>By rank level, ages set aside; the last row is all ranks.</summary>
    public static StrengthTable ByRank(IReadOnlyList<InstitutionStrength> report, bool mayCountFew) =>
        Of([.. report.Where(s => s.IsAnyAge)], s => s.RankLevel.ToString(), Enum.GetNames<RankLevel>(), mayCountFew);

    public static Percentage? ShareOfWomen(IEnumerable<InstitutionStrength> counts)
    {
        var row = Of([.. counts], c => c.RankLevel.ToString(), [], mayCountFew: true).Rows[^1];
        return row.Women.People is { } women && row.Total.People is { } total ? Percentage.Of(women, total) : null;
    }

    // A row or a column with one hidden cell gives it away by subtraction: the smallest other one goes too, until nothing is alone.
    private static HashSet<(int Row, int Column)> Suppressed(List<int?[]> grid)
    {
        var hidden = new HashSet<(int, int)>(
            from r in Enumerable.Range(0, grid.Count) from c in Enumerable.Range(0, 4) where grid[r][c] is > 0 and < SmallestShown select (r, c));
        var lines = Enumerable.Range(0, grid.Count).Select(r => Enumerable.Range(0, 4).Select(c => (r, c)).ToList())
            .Concat(Enumerable.Range(0, 4).Select(c => Enumerable.Range(0, grid.Count).Select(r => (r, c)).ToList())).ToList();
        while (lines.Find(l => l.Count(hidden.Contains) == 1 && l.Exists(MayGo)) is { } line)
        {
            hidden.Add(line.Where(MayGo).MinBy(p => grid[p.r][p.c]));
        }

        return hidden;

        bool MayGo((int r, int c) place) => !hidden.Contains(place) && grid[place.r][place.c] is not null;
    }
}
