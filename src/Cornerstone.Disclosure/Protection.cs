namespace Cornerstone.Disclosure;

/// <summary>
/// Which numbers of a table are told. First the small ones are withheld; then, as long as the attack finds out too much about one of them,
/// another number that leads there. Ends when every small number stays as uncertain as the rule demands.
/// </summary>
internal sealed class Protection
{
    private readonly CountTable table;
    private readonly CountRule rule;
    private readonly bool[] isTold;
    private readonly Attack attack;

    private Protection(CountTable table, CountRule rule)
    {
        (this.table, this.rule) = (table, rule);
        var small = table.Cells.Where(c => rule.IsSmall(c.Count)).Select(c => c.Unit).ToHashSet();
        isTold = [.. table.Cells.Select(c => c.Use == CellUse.Out || (c.Use == CellUse.Offered && !small.Contains(c.Unit)))];
        attack = new Attack(table, rule, isTold);
    }

    public IReadOnlyList<bool> IsTold => isTold;

    /// <summary>Small numbers that what was told before gives away already. Nothing more is told beside them.</summary>
    public IReadOnlyList<int> Exposed { get; private set; } = [];

    public static Protection Of(CountTable table, CountRule rule)
    {
        var protection = new Protection(table, rule);
        protection.Run();
        return protection;
    }

    public (long Least, long? Most) RangeOf(int cell) => attack.RangeOf(cell);

    /// <summary>The small numbers that are found out, when exactly these cells are told: the attack alone, from the beginning.</summary>
    public static IReadOnlyList<int> FoundOut(CountTable table, CountRule rule, IReadOnlyList<bool> isTold)
    {
        var attack = new Attack(table, rule, isTold);
        return [.. Sensitive(table, rule, isTold).Where(i => Ends(table.Cells[i], rule).Any(end => !attack.Reaches(i, end)))];
    }

    private static IEnumerable<int> Sensitive(CountTable table, CountRule rule, IReadOnlyList<bool> isTold) =>
        Enumerable.Range(0, table.Cells.Count).Where(i => !isTold[i] && rule.IsSmall(table.Cells[i].Count));

    private static IEnumerable<long> Ends(CountCell cell, CountRule rule)
    {
        var (least, most) = rule.MustSeemPossible(cell.Count);
        return [most, least];
    }

    private void Run()
    {
        var exposed = new List<int>();
        // One walk often shows for many numbers at once that they stay hidden.
        var open = Sensitive(table, rule, isTold).SelectMany(i => Ends(table.Cells[i], rule).Select(end => (Cell: i, End: end))).ToHashSet();
        while (open.Count > 0)
        {
            var (cell, end) = open.First();
            while (!attack.Reaches(cell, end) && !exposed.Contains(cell))
            {
                if (Choose(cell) is { } unit)
                {
                    Withhold(unit);
                }
                else
                {
                    exposed.Add(cell);
                }
            }

            open.RemoveWhere(o => o.Cell == cell && (o.End == end || exposed.Contains(cell)));
            if (!exposed.Contains(cell))
            {
                open.RemoveWhere(o => o.End > table.Cells[o.Cell].Count ? attack.ValueOf(o.Cell) >= o.End : attack.ValueOf(o.Cell) <= o.End);
            }
        }

        Exposed = exposed;
    }

    private void Withhold(int unit)
    {
        for (var i = 0; i < isTold.Length; i++)
        {
            if (isTold[i] && table.Cells[i].Unit == unit && table.Cells[i].Use == CellUse.Offered)
            {
                isTold[i] = false;
                attack.Withhold(i);
            }
        }
    }

    // What leads to the cell: sums with nothing else missing come first; of the numbers in them the finest split, then the fewest people.
    private int? Choose(int cell)
    {
        var near = RelationsNear(cell);
        var loose = near.Where(r => table.Relations[r].Cells.Count(c => !isTold[c]) == 1).ToHashSet();
        return Best(loose.Count > 0 ? loose : near) ?? Best(near) ?? Best([.. Enumerable.Range(0, table.Relations.Count)]);
    }

    private int? Best(HashSet<int> relations) => relations
        .SelectMany(r => table.Relations[r].Cells)
        .Where(c => isTold[c] && table.Cells[c].Use == CellUse.Offered)
        .GroupBy(c => table.Cells[c].Unit)
        .OrderByDescending(g => g.SelectMany(c => table.RelationsOf[c]).Count(relations.Contains))
        .ThenByDescending(g => g.Max(c => table.Cells[c].Depth))
        .ThenBy(g => g.Sum(c => table.Cells[c].Count))
        .ThenBy(g => table.Cells[g.First()].Key, StringComparer.Ordinal)
        .Select(g => (int?)g.Key)
        .FirstOrDefault();

    // Every sum that is tied to the cell through numbers that are not told.
    private HashSet<int> RelationsNear(int cell)
    {
        var found = new HashSet<int>();
        var waiting = new Queue<int>([cell]);
        while (waiting.TryDequeue(out var hidden))
        {
            foreach (var relation in table.RelationsOf[hidden].Where(found.Add))
            {
                foreach (var next in table.Relations[relation].Cells.Where(c => !isTold[c]))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return found;
    }
}
