using System.Runtime.InteropServices;

namespace Cornerstone.Features.CountedSupport;

/// <summary>Which lines are meant.</summary>
internal enum LineChoice
{
    Counted,
    LeftOut,
    All,
}

/// <summary>What cells of one place of a table come to.</summary>
internal struct Tally
{
    public Int128 Cents;
    public int Flows;

    // Of how many lines the amount is known.
    private long known;

    // The cell a line was added of last, one more than its place.
    private int last;

    public readonly decimal? Amount => known > 0 ? (decimal)Cents / 100m : null;

    public void Add(Int128 cents, bool isKnown, int flows, int cell)
    {
        if (last != cell + 1) Flows += flows;
        last = cell + 1;
        if (!isKnown) return;
        known += flows;
        Cents += cents;
    }

    public void Add(Tally other) => (Cents, Flows, known) = (Cents + other.Cents, Flows + other.Flows, known + other.known);
}

/// <summary>
/// Goes through the cells of a ledger, all processors at once where they are many. What cells came to is kept with them: they do not
/// change, so after a change only those of the change are gone through.
/// </summary>
internal sealed class LedgerScan(CountedLedger ledger, PlanObjectives plan)
{
    // Below it starting others takes longer than doing it.
    private const int Large = 100_000;

    /// <param name="by">Two axes at most.</param>
    /// <param name="key">Under which sums are kept; null where they depend on the plan, which changes without the ledger.</param>
    public IReadOnlyList<LedgerSum> Sums(LedgerQuestion question, LineChoice which, IReadOnlyList<LedgerAxis> by, string? key)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by.Count, 2);
        if (LineFilter.Of(question, which, ledger.Codes, plan) is not { } filter) return [];
        var axes = by.Select(a => AxisReader.Of(a, ledger.Codes, plan)).ToList();
        var all = new Dictionary<long, Tally>();
        foreach (var cells in ledger.Cells)
        {
            foreach (var (place, tally) in cells.Known(key, () => Tallies(cells[filter.Slot], filter, axes)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(all, place, out _).Add(tally);
            }
        }

        // In the order of their words, which does not tell what else is stored; the numbers of words would.
        return [.. all.Where(t => t.Value.Flows > 0).Select(t => new LedgerSum(ValuesOf(t.Key, axes), t.Value.Amount, t.Value.Flows))
            .OrderBy(s => string.Join('\0', s.Values), StringComparer.Ordinal)];
    }

    // Codes stand side by side, two at most, so that a place is called the same whatever words come later.
    private static string[] ValuesOf(long place, List<AxisReader> axes) => axes.Count switch
    {
        0 => [],
        1 => [axes[0].Values[(int)place]],
        _ => [axes[0].Values[(int)(place >> 32)], axes[1].Values[(int)(place & int.MaxValue)]],
    };

    private static Dictionary<long, Tally> Tallies(CellColumns cells, LineFilter filter, List<AxisReader> axes)
    {
        var parts = cells.Cents.Length > Large ? Environment.ProcessorCount : 1;
        var tallies = new Dictionary<long, Tally>[parts];
        Parallel.For(0, parts, part =>
            tallies[part] = Tallies(cells, (int)((long)cells.Flows.Length * part / parts), (int)((long)cells.Flows.Length * (part + 1) / parts), filter, axes));
        foreach (var (place, tally) in tallies.Skip(1).SelectMany(t => t)) CollectionsMarshal.GetValueRefOrAddDefault(tallies[0], place, out _).Add(tally);
        return tallies[0];
    }

    private static Dictionary<long, Tally> Tallies(CellColumns cells, int from, int until, LineFilter filter, List<AxisReader> axes)
    {
        var (tallies, lines) = (new Dictionary<long, Tally>(), filter.On(cells));
        var columns = axes.Select(a => cells.Of(a.Column)).ToArray();
        for (var cell = from; cell < until; cell++)
        {
            for (var line = cells.First[cell]; line < cells.First[cell + 1]; line++)
            {
                if (!lines.Holds(line)) continue;
                var place = 0L;
                for (var axis = 0; axis < columns.Length; axis++) place = (place << 32) | (uint)axes[axis].NumberOf(columns[axis][line]);
                CollectionsMarshal.GetValueRefOrAddDefault(tallies, place, out _).Add(cells.Cents[line], cells.IsKnown[line], cells.Flows[cell], cell);
            }
        }

        return tallies;
    }
}
