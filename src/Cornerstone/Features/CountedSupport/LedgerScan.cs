using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Cornerstone.Features.CountedSupport;

/// <summary>Which lines are meant.</summary>
internal enum LineChoice
{
    Counted,
    LeftOut,
    All,
}

/// <summary>Goes through the columns of a ledger, all processors at once where it is large.</summary>
internal sealed class LedgerScan(CountedLedger ledger, PlanObjectives plan)
{
    // Below it starting others takes longer than doing it.
    private const int Large = 100_000;

    public IReadOnlyList<LedgerSum> Sums(LedgerQuestion question, LineChoice which, IReadOnlyList<LedgerAxis> by)
    {
        var axes = by.Select(a => AxisReader.Of(a, ledger.Codes, plan)).ToList();
        var filter = LineFilter.Of(question, which, ledger.Codes, plan);
        var tallies = new ConcurrentBag<Dictionary<long, Tally>>();
        if (filter is not null)
        {
            var isLarge = ledger.Blocks.Sum(b => filter.LinesOf(b)?.Flow.Length ?? 0) > Large;
            Parallel.ForEach(Partitioner.Create(ledger.Blocks, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = isLarge ? Environment.ProcessorCount : 1 },
                () => new Tallies(axes), (block, _, own) => own.Add(block, filter), own => tallies.Add(own.Cells));
        }

        var cells = tallies.SelectMany(t => t).GroupBy(t => t.Key);
        return [.. cells.Select(c => SumOf(c.Key, axes, [.. c.Select(t => t.Value)]))];
    }

    private static LedgerSum SumOf(long cell, List<AxisReader> axes, Tally[] parts)
    {
        var values = new string[axes.Count];
        for (var i = axes.Count - 1; i >= 0; i--)
        {
            values[i] = axes[i].Values[(int)(cell % axes[i].Values.Count)];
            cell /= axes[i].Values.Count;
        }

        var cents = parts.Aggregate(Int128.Zero, (sum, p) => sum + p.Cents);
        return new(values, parts.Any(p => p.IsKnown) ? (decimal)cents / 100m : null, parts.Sum(p => p.Flows));
    }

    private struct Tally
    {
        public Int128 Cents;
        public int Flows;
        public bool IsKnown;

        // The transaction a line was added of last, one more than its place in its block, and the block's turn.
        public long Last;
    }

    /// <summary>The sums of one processor.</summary>
    private sealed class Tallies(List<AxisReader> axes)
    {
        private int[] picked = [];
        private int[] codes = [];
        private long[] cells = [];
        private long turn;

        public Dictionary<long, Tally> Cells { get; } = [];

        public Tallies Add(LedgerBlock block, LineFilter filter)
        {
            if (filter.LinesOf(block) is not { } lines) return this;
            if (picked.Length < lines.Flow.Length) (picked, codes, cells) = (new int[lines.Flow.Length], new int[lines.Flow.Length], new long[lines.Flow.Length]);
            var count = filter.Pick(block, lines, picked, codes);
            var chosen = picked.AsSpan(0, count);
            Array.Clear(cells, 0, count);
            foreach (var axis in axes)
            {
                axis.Read(block, lines, chosen, codes);
                for (var i = 0; i < count; i++) cells[i] = (cells[i] * axis.Values.Count) + codes[i];
            }

            turn++;
            for (var i = 0; i < count; i++) Add(ref CollectionsMarshal.GetValueRefOrAddDefault(Cells, cells[i], out _), lines.Cents[chosen[i]], lines.Flow[chosen[i]]);
            return this;
        }

        private void Add(ref Tally tally, long cents, int flow)
        {
            var mark = (turn << 32) + flow;
            if (tally.Last != mark) tally.Flows++;
            tally.Last = mark;
            if (cents == LineColumns.Unknown) return;
            tally.IsKnown = true;
            tally.Cents += cents;
        }
    }
}

/// <summary>Which lines of a block a question is about.</summary>
internal sealed class LineFilter
{
    private readonly int slot;
    private readonly LineChoice which;
    private readonly List<(AxisReader Axis, int Value)> conditions = [];

    private LineFilter(LedgerQuestion question, LineChoice which) => (slot, this.which) = (LedgerBlock.SlotOf(question.View, question.Stage), which);

    /// <summary>Null where no line can be meant.</summary>
    public static LineFilter? Of(LedgerQuestion question, LineChoice which, LedgerCodes codes, PlanObjectives plan)
    {
        var filter = new LineFilter(question, which);
        var only = question.Only.Append(KeyValuePair.Create(LedgerAxis.Reason, question.Reason?.ToString() ?? ""));
        foreach (var (axis, value) in only.Where(o => o.Value.Length > 0))
        {
            // What is left out is not divided by what it is for.
            if (which != LineChoice.Counted && IsDivided(axis)) continue;
            var reader = AxisReader.Of(axis, codes, plan);
            if (reader.Find(value) is not { } number) return null;
            filter.conditions.Add((reader, number));
        }

        return filter.slot < 0 ? null : filter;
    }

    public LineColumns? LinesOf(LedgerBlock block) => block.Lines[slot];

    /// <summary>The places of the lines that are meant; how many they are.</summary>
    public int Pick(LedgerBlock block, LineColumns lines, int[] picked, int[] codes)
    {
        var count = 0;
        for (var i = 0; i < lines.Reason.Length; i++)
        {
            var reason = lines.Reason[i];
            if (which == LineChoice.Counted ? reason == LineColumns.Counted : which == LineChoice.LeftOut ? reason > LineColumns.Counted : reason >= LineColumns.Counted) picked[count++] = i;
        }

        foreach (var (axis, value) in conditions)
        {
            axis.Read(block, lines, picked.AsSpan(0, count), codes);
            var kept = 0;
            for (var i = 0; i < count; i++)
            {
                if (codes[i] == value) picked[kept++] = picked[i];
            }

            count = kept;
        }

        return count;
    }

    private static bool IsDivided(LedgerAxis axis) => axis == LedgerAxis.Component || axis == LedgerAxis.Sector || axis == LedgerAxis.Objective;
}
