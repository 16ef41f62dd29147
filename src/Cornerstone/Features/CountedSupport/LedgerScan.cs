using System.Runtime.InteropServices;

namespace Cornerstone.Features.CountedSupport;

/// <summary>Which lines are meant.</summary>
internal enum LineChoice
{
    Counted,
    LeftOut,
    All,
}

/// <summary>What lines of one cell of a table come to.</summary>
internal struct Tally
{
    public Int128 Cents;
    public int Flows;
    public bool IsKnown;

    // The transaction a line was added of last, one more than its place in its block.
    private int last;

    public void Add(long cents, int flow)
    {
        if (last != flow + 1) Flows++;
        last = flow + 1;
        if (cents == LineColumns.Unknown) return;
        IsKnown = true;
        Cents += cents;
    }

    public void Add(Tally other) => (Cents, Flows, IsKnown) = (Cents + other.Cents, Flows + other.Flows, IsKnown || other.IsKnown);
}

/// <summary>
/// Goes through the columns of a ledger, all processors at once where it is large. What a block came to is kept with it: blocks do not
/// change, so after a change only new ones are gone through.
/// </summary>
internal sealed class LedgerScan(CountedLedger ledger, PlanObjectives plan)
{
    // Below it starting others takes longer than doing it.
    private const int Large = 100_000;

    /// <param name="by">Two axes at most.</param>
    /// <param name="key">Under which sums of blocks are kept; null where they depend on the plan, which changes without the ledger.</param>
    public IReadOnlyList<LedgerSum> Sums(LedgerQuestion question, LineChoice which, IReadOnlyList<LedgerAxis> by, string? key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by.Count, 2);
        if (LineFilter.Of(question, which, ledger.Codes, plan) is not { } filter) return [];
        var axes = by.Select(a => AxisReader.Of(a, ledger.Codes, plan)).ToList();
        var all = new Dictionary<long, Tally>();
        var isLarge = ledger.Blocks.Sum(b => filter.LinesOf(b).Flow.Length) > Large;
        Parallel.ForEach(ledger.Blocks, new ParallelOptions { MaxDegreeOfParallelism = isLarge ? Environment.ProcessorCount : 1 }, block =>
        {
            var cells = block.Known(key, () => Cells(block, filter, axes));
            lock (all)
            {
                foreach (var (cell, tally) in cells) CollectionsMarshal.GetValueRefOrAddDefault(all, cell, out _).Add(tally);
            }
        });
        // In the order of their words, which does not tell what else is stored; the numbers of words would.
        return [.. all.Select(c => new LedgerSum(ValuesOf(c.Key, axes), c.Value.IsKnown ? (decimal)c.Value.Cents / 100m : null, c.Value.Flows))
            .OrderBy(s => string.Join('\0', s.Values), StringComparer.Ordinal)];
    }

    // Codes stand side by side, two at most, so that a cell is called the same whatever words come later.
    private static string[] ValuesOf(long cell, List<AxisReader> axes) => axes.Count switch
    {
        0 => [],
        1 => [axes[0].Values[(int)cell]],
        _ => [axes[0].Values[(int)(cell >> 32)], axes[1].Values[(int)(cell & int.MaxValue)]],
    };

    private static Dictionary<long, Tally> Cells(LedgerBlock block, LineFilter filter, List<AxisReader> axes)
    {
        var lines = filter.LinesOf(block);
        var (picked, codes, cells) = (new int[lines.Flow.Length], new int[lines.Flow.Length], new long[lines.Flow.Length]);
        var chosen = picked.AsSpan(0, filter.Pick(block, lines, picked, codes));
        foreach (var axis in axes)
        {
            axis.Read(block, lines, chosen, codes);
            for (var i = 0; i < chosen.Length; i++) cells[i] = (cells[i] << 32) | (uint)codes[i];
        }

        var tallies = new Dictionary<long, Tally>();
        for (var i = 0; i < chosen.Length; i++)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(tallies, cells[i], out _).Add(lines.Cents[chosen[i]], lines.Flow[chosen[i]]);
        }

        return tallies;
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
            if (which != LineChoice.Counted && axis.IsDivided) continue;
            var reader = AxisReader.Of(axis, codes, plan);
            if (reader.Find(value) is not { } number) return null;
            filter.conditions.Add((reader, number));
        }

        return filter.slot < 0 ? null : filter;
    }

    public LineColumns LinesOf(LedgerBlock block) => block.Lines[slot];

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
}
