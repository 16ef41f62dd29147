using System.Collections.Concurrent;

namespace Cornerstone.Features.CountedSupport;

/// <summary>What of a line an axis is read from: its own, its transaction's, its activity's.</summary>
internal enum LedgerColumn
{
    Partner,
    Component,
    Sector,
    Objective,
    Judged,
    Reason,
    Type,
    Year,
    FlowType,
    FinanceType,
    AidType,
    Region,
    Markers,
    Crs,
}

/// <summary>
/// What lines come to, by cells: transactions whose lines are alike on every axis are one cell, with how many they are and what each of
/// their lines comes to. The same money told a thousand times makes no more cells, only larger ones. Nothing in it is changed once it is
/// written. What a change took away stands in cells of its own, below nought: whole cents and whole numbers add up exactly.
/// </summary>
/// <param name="slots">By <see cref="LedgerBlock.SlotOf"/>.</param>
internal sealed class LedgerCells(CellColumns[] slots)
{
    // What was asked once is asked again, also after a change: then only what changed is gone through.
    private const int MostKnown = 256;
    private const int MostTallies = 4096;

    private readonly ConcurrentDictionary<string, Dictionary<long, Tally>> known = [];

    public CellColumns this[int slot] => slots[slot];

    public int Lines { get; } = slots.Sum(s => s.Cents.Length);

    public long Bytes => slots.Sum(s => (8L * s.Flows.Length) + ((17L + (4L * CellColumns.Count)) * s.Cents.Length));

    /// <summary>What it comes to by some question, as it was reckoned before where it was.</summary>
    public Dictionary<long, Tally> Known(string? key, Func<Dictionary<long, Tally>> reckon)
    {
        if (key is not null && known.TryGetValue(key, out var tallies)) return tallies;
        tallies = reckon();
        if (key is not null && tallies.Count <= MostTallies && known.Count < MostKnown) known[key] = tallies;
        return tallies;
    }

    public static LedgerCells Together(LedgerCells one, LedgerCells other)
    {
        var all = new CellCollector();
        all.Add(one);
        all.Add(other);
        return all.Cells();
    }
}

/// <summary>Cells of one view of one stage.</summary>
/// <param name="First">By cell, where its lines begin; one more at the end.</param>
/// <param name="Flows">By cell, how many transactions it is made of; below nought for what is gone.</param>
/// <param name="Codes">By <see cref="LedgerColumn"/> and line.</param>
/// <param name="IsKnown">By line, whether its amounts are known; in one cell either all are or none.</param>
internal sealed record CellColumns(int[] First, int[] Flows, int[][] Codes, Int128[] Cents, bool[] IsKnown)
{
    public static readonly int Count = Enum.GetValues<LedgerColumn>().Length;

    public int[] Of(LedgerColumn column) => Codes[(int)column];
}

/// <summary>Lays lines that are alike into one cell.</summary>
internal sealed class CellCollector
{
    private readonly SlotCollector[] slots = [.. Enumerable.Range(0, LedgerBlock.Slots).Select(_ => new SlotCollector())];

    public bool IsEmpty => Array.TrueForAll(slots, s => s.IsEmpty);

    public LedgerCells Cells() => new([.. slots.Select(s => s.Columns())]);

    public void Add(LedgerBlock block)
    {
        for (var slot = 0; slot < slots.Length; slot++) slots[slot].Add(block, block.Lines[slot], null);
    }

    /// <summary>Takes some activities of a block away, by their numbers.</summary>
    public void Remove(LedgerBlock block, HashSet<int> gone)
    {
        for (var slot = 0; slot < slots.Length; slot++) slots[slot].Add(block, block.Lines[slot], gone);
    }

    public void Add(LedgerCells cells)
    {
        for (var slot = 0; slot < slots.Length; slot++) slots[slot].Add(cells[slot]);
    }
}
