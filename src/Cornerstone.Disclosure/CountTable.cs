namespace Cornerstone.Disclosure;

/// <summary>What becomes of a number of people when the table is published.</summary>
internal enum CellUse
{
    /// <summary>To be told where nobody is exposed by it.</summary>
    Offered,

    /// <summary>Told before, so it cannot be taken back.</summary>
    Out,

    /// <summary>Never told itself; whoever adds and subtracts may find it.</summary>
    Implied,
}

/// <summary>One number of people.</summary>
/// <param name="Unit">Numbers of one unit are told together or not at all, such as both numbers behind a share.</param>
/// <param name="Depth">How finely it is split: the finest is given up first.</param>
internal sealed record CountCell(string Key, long Count, CellUse Use, int Unit, int Depth);

/// <summary>A whole and the parts it is the sum of, by their places in the table.</summary>
internal sealed record CountRelation(int Whole, IReadOnlyList<int> Parts)
{
    public IEnumerable<int> Cells => Parts.Prepend(Whole);
}

/// <summary>Numbers of people with all the sums that tie them together. Every sum holds.</summary>
internal sealed class CountTable
{
    public CountTable(IReadOnlyList<CountCell> cells, IReadOnlyList<CountRelation> relations)
    {
        (Cells, Relations) = (cells, relations);
        RelationsOf = Enumerable.Range(0, cells.Count).Select(_ => new List<int>()).ToList();
        for (var r = 0; r < relations.Count; r++)
        {
            if (cells[relations[r].Whole].Count != relations[r].Parts.Sum(p => cells[p].Count))
            {
                throw new ArgumentException($"{cells[relations[r].Whole].Key} is not the sum of its parts.", nameof(relations));
            }

            foreach (var cell in relations[r].Cells)
            {
                RelationsOf[cell].Add(r);
            }
        }
    }

    public IReadOnlyList<CountCell> Cells { get; }

    public IReadOnlyList<CountRelation> Relations { get; }

    /// <summary>By cell, the relations it stands in.</summary>
    public IReadOnlyList<List<int>> RelationsOf { get; }
}
