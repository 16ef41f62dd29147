namespace Cornerstone.Features.CountedSupport;

/// <summary>All that is needed to count a ledger's families anew one by one. Changed by one at a time; the ledgers it hands out are not.</summary>
internal sealed class LedgerState(LedgerGround ground)
{
    // A change leaves a block of its own: when so many small ones stand beside each other they are counted into one.
    private const int MostSmall = 32;
    private const int Small = 500;

    private readonly LedgerCodes codes = new();
    private readonly List<LedgerBlock?> blocks = [];
    private readonly Dictionary<int, int> blockOf = [];
    private readonly List<LedgerCells> cells = [];
    private CellCollector collected = new();

    public LedgerFamilies Families { get; } = new();

    public LedgerGround Ground { get; private set; } = ground;

    public CountedLedger Ledger { get; private set; } = null!;

    // Ties take some 250 bytes for each activity (docs/benchmarks.md).
    public long Bytes => blocks.Sum(b => b?.Bytes ?? 0) + cells.Sum(c => c.Bytes) + (250L * Families.Count);

    /// <summary>Ids of whole families, together at least so many.</summary>
    public IEnumerable<IReadOnlyList<Guid>> Batches(int size)
    {
        var (taken, batch) = (new bool[Families.Count], new List<Guid>());
        for (var number = 0; number < taken.Length; number++)
        {
            if (taken[number]) continue;
            foreach (var member in Families.FamilyOf(number))
            {
                taken[member] = true;
                batch.Add(Families.Ids[member]);
            }

            if (batch.Count < size) continue;
            yield return batch;
            batch = [];
        }

        if (batch.Count > 0) yield return batch;
    }

    public void Add(KnownMoney money)
    {
        if (money.Activities.Count == 0) return;
        var block = new LedgerBlockWriter(codes, Families.NumberOf).Write(money);
        foreach (var number in block.Activities.Number) blockOf[number] = blocks.Count;
        blocks.Add(block);
        collected.Add(block);
    }

    public LedgerState Done()
    {
        Lay();
        Ledger = new(Ground, codes, [.. blocks.OfType<LedgerBlock>()], [.. cells], Families.Ids);
        return this;
    }

    // Each set of cells is more than twice as large as the next one: a change lays few anew, and there are never many sets to go through.
    private void Lay()
    {
        if (!collected.IsEmpty) cells.Add(collected.Cells());
        collected = new();
        while (cells.Count > 1 && cells[^2].Lines <= 2 * cells[^1].Lines)
        {
            cells[^2] = LedgerCells.Together(cells[^2], cells[^1]);
            cells.RemoveAt(cells.Count - 1);
        }
    }

    /// <summary>Who else is to be counted with these, because little is left of a block, or many are small.</summary>
    public IEnumerable<int> Worn(HashSet<int> members)
    {
        var touched = members.Where(blockOf.ContainsKey).GroupBy(m => blockOf[m]).Where(g => (blocks[g.Key]!.Gone.Count + g.Count()) * 2 > blocks[g.Key]!.Activities.Number.Length).Select(g => g.Key);
        var small = Enumerable.Range(0, blocks.Count).Where(b => blocks[b]?.Activities.Number.Length < Small).ToList();
        return touched.Concat(small.Count > MostSmall ? small : []).Distinct()
            .SelectMany(b => blocks[b]!.Activities.Number.Where(n => blockOf.GetValueOrDefault(n, -1) == b)).Except(members).SelectMany(Families.FamilyOf).Distinct().Except(members).ToList();
    }

    public LedgerState With(LedgerGround newer, ReadFamilies families, IReadOnlyDictionary<Guid, Guid> sameAs)
    {
        Ground = newer;
        Families.Separate(families.Members, families.Ties.Values);
        foreach (var (id, ties) in families.Ties) Families.Tie(Families.NumberOf(id), ties);
        Families.JoinPairs(families.Ties.Values.SelectMany(t => t.Pays.Concat(t.Claims)).Distinct());
        Families.JoinStanding(sameAs.Where(s => families.Ties.ContainsKey(s.Key)));
        foreach (var touched in families.Members.Where(blockOf.ContainsKey).GroupBy(m => blockOf[m]).ToList())
        {
            var gone = touched.ToHashSet();
            collected.Remove(blocks[touched.Key]!, gone);
            var left = blocks[touched.Key]!.Without(gone);
            blocks[touched.Key] = left.Gone.Count == left.Activities.Number.Length ? null : left;
            foreach (var member in touched) blockOf.Remove(member);
        }

        Add(families.Read.On(newer, sameAs));
        return Done();
    }
}
