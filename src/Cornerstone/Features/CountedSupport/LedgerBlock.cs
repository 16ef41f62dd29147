using System.Collections.Concurrent;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// The counted money of some families, column by column and as numbers: nothing in it is changed once it is written, so any number
/// may read it at a time. A line of a transaction in one view takes 37 bytes.
/// </summary>
internal sealed class LedgerBlock
{
    // What people look at first, and small tables only: together less than the block itself.
    private const int MostKnown = 24;
    private const int MostCells = 256;

    private readonly ConcurrentDictionary<string, Dictionary<long, Tally>> known = [];

    public required ActivityColumns Activities { get; init; }

    public required FlowColumns Flows { get; init; }

    /// <summary>By <see cref="SlotOf"/>.</summary>
    public required LineColumns[] Lines { get; init; }

    /// <summary>Kept by agents of funds of what was paid: place of the activity, amount.</summary>
    public required IReadOnlyList<(int Activity, decimal Amount)> Fees { get; init; }

    /// <summary>Activities that were counted anew elsewhere.</summary>
    public int Gone { get; private init; }

    public bool IsMostlyGone => Gone * 2 > Activities.Number.Length;

    public long Bytes => (40L * Activities.Number.Length) + (47L * Flows.Id.Length) + Lines.Sum(l => (37L * l.Flow.Length) + (4L * l.Pool.Length));

    /// <summary>Spending is counted of payments only.</summary>
    public static int SlotOf(LedgerView view, MoneyStage stage) => view == LedgerView.Funding ? (int)stage : stage == MoneyStage.Paid ? Slots - 1 : -1;

    public const int Slots = 4;

    /// <summary>What it comes to by some question, as it was reckoned before where it was.</summary>
    public Dictionary<long, Tally> Known(string? key, Func<Dictionary<long, Tally>> reckon)
    {
        if (key is not null && known.TryGetValue(key, out var cells)) return cells;
        cells = reckon();
        if (key is not null && cells.Count <= MostCells && known.Count < MostKnown) known[key] = cells;
        return cells;
    }

    /// <summary>The same without some activities, by their numbers.</summary>
    public LedgerBlock Without(HashSet<int> gone) => new()
    {
        Activities = Activities,
        Flows = Flows,
        Lines = [.. Lines.Select(l => l.Without(flow => gone.Contains(Activities.Number[Flows.Activity[flow]])))],
        Fees = [.. Fees.Where(f => !gone.Contains(Activities.Number[f.Activity]))],
        Gone = Gone + Activities.Number.Count(gone.Contains),
    };
}

/// <summary>What is asked of an activity. Codes are those of <see cref="LedgerCodes"/>.</summary>
internal sealed record ActivityColumns(int[] Number, int[] Region, int[] Markers, int[] Aims, int[] Starts, int[] Ends, decimal?[] Probability);

/// <summary>What is asked of a transaction, by its activity's place in the block. A day is its number, or nought.</summary>
internal sealed record FlowColumns(Guid[] Id, int[] Activity, int[] Type, int[] Day, int[] Year, int[] FlowType, int[] FinanceType, int[] AidType);

/// <summary>Lines of one view of one stage, those of a transaction beside each other.</summary>
/// <param name="Cents"><see cref="Unknown"/> where the amount is not known.</param>
/// <param name="Reason"><see cref="Counted"/>, <see cref="Gone"/>, or one more than the reason it is left out for.</param>
/// <param name="Judged">A byte is enough: each of the table's lines leads to three comparisons at most, and each of those to four reaches.</param>
/// <param name="Because">Where in the pool stands how many activities hold the same money, and then their numbers.</param>
internal sealed record LineColumns(int[] Flow, long[] Cents, int[] Partner, int[] Component, int[] Sector, int[] Objective, int[] Reason, byte[] Judged, int[] Because, int[] Pool)
{
    public const long Unknown = long.MinValue;
    public const int Counted = 0;
    public const int Gone = -1;

    public LineColumns Without(Func<int, bool> isGone)
    {
        var reason = (int[])Reason.Clone();
        for (var i = 0; i < reason.Length; i++)
        {
            if (isGone(Flow[i])) reason[i] = Gone;
        }

        return this with { Reason = reason };
    }

    public static int CodeOf(ExclusionReason? reason) => reason is { } known ? 1 + (int)known : Counted;

    public static ExclusionReason? ReasonOf(int code) => code == Counted ? null : (ExclusionReason)(code - 1);
}
