using System.Runtime.InteropServices;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// The counted money of some families, column by column and as numbers: nothing in it is changed once it is written, so any number
/// may read it at a time. A line of a transaction in one view takes 37 bytes.
/// </summary>
internal sealed class LedgerBlock
{
    private Dictionary<int, Reported>? reporters;

    public required ActivityColumns Activities { get; init; }

    public required FlowColumns Flows { get; init; }

    /// <summary>By <see cref="SlotOf"/>.</summary>
    public required LineColumns[] Lines { get; init; }

    /// <summary>Kept by agents of funds of what was paid: place of the activity, amount.</summary>
    public required IReadOnlyList<(int Activity, decimal Amount)> Fees { get; init; }

    /// <summary>Activities that were counted anew elsewhere, by their numbers.</summary>
    public IReadOnlySet<int> Gone { get; private init; } = new HashSet<int>();

    public long Bytes => (69L * Activities.Number.Length) + (47L * Flows.Id.Length) + Lines.Sum(l => (37L * l.Flow.Length) + (4L * l.Pool.Length));

    /// <summary>Spending is counted of payments only.</summary>
    public static int SlotOf(LedgerView view, MoneyStage stage) => view == LedgerView.Funding ? (int)stage : stage == MoneyStage.Paid ? Slots - 1 : -1;

    public const int Slots = 4;

    /// <summary>What of the lines of one slot a condition is about.</summary>
    public CodesOfLines Of(LedgerColumn column, LineColumns lines) => column switch
    {
        LedgerColumn.Partner => new(lines.Partner),
        LedgerColumn.Component => new(lines.Component),
        LedgerColumn.Sector => new(lines.Sector),
        LedgerColumn.Objective => new(lines.Objective),
        LedgerColumn.Judged => new(null, Bytes: lines.Judged),
        LedgerColumn.Reason => new(lines.Reason),
        LedgerColumn.Type => new(Flows.Type, lines.Flow),
        LedgerColumn.Year => new(Flows.Year, lines.Flow),
        LedgerColumn.FlowType => new(Flows.FlowType, lines.Flow),
        LedgerColumn.FinanceType => new(Flows.FinanceType, lines.Flow),
        LedgerColumn.AidType => new(Flows.AidType, lines.Flow),
        LedgerColumn.Region => new(Activities.Region, lines.Flow, Flows.Activity),
        LedgerColumn.Markers => new(Activities.Markers, lines.Flow, Flows.Activity),
        LedgerColumn.Crs => new(Activities.Crs, lines.Flow, Flows.Activity),
        _ => throw new ArgumentOutOfRangeException(nameof(column)),
    };

    /// <summary>What those who report here last said of their activities, by the number of their organisation.</summary>
    public IReadOnlyDictionary<int, Reported> Reporters => reporters ??= Said();

    /// <summary>The same without some activities, by their numbers.</summary>
    public LedgerBlock Without(HashSet<int> gone) => new()
    {
        Activities = Activities,
        Flows = Flows,
        Lines = [.. Lines.Select(l => l.Without(flow => gone.Contains(Activities.Number[Flows.Activity[flow]])))],
        Fees = [.. Fees.Where(f => !gone.Contains(Activities.Number[f.Activity]))],
        Gone = Activities.Number.Where(n => gone.Contains(n) || Gone.Contains(n)).ToHashSet(),
    };

    private Dictionary<int, Reported> Said()
    {
        var said = new Dictionary<int, Reported>();
        for (var place = 0; place < Activities.Number.Length; place++)
        {
            if (Gone.Contains(Activities.Number[place])) continue;
            ref var reported = ref CollectionsMarshal.GetValueRefOrAddDefault(said, Activities.Reporter[place], out _);
            reported = reported.With(new(1, Activities.IsRunning[place] ? 1 : 0, Activities.Told[place]));
        }

        return said;
    }
}

/// <summary>What is asked of an activity. Codes are those of <see cref="LedgerCodes"/>.</summary>
/// <param name="Reporter">As it is named, whoever stands for it now.</param>
/// <param name="Told">When its source last changed it, in ticks; nought where none says.</param>
internal sealed record ActivityColumns(int[] Number, int[] Region, int[] Markers, int[] Crs, int[] Aims, int[] Starts, int[] Ends, decimal?[] Probability, int[] Reporter, bool[] IsRunning, long[] Told);

/// <summary>What one organisation reports.</summary>
/// <param name="Running">Of its activities, those that are under way by its last word.</param>
/// <param name="Told">When a source last changed any of them, in ticks; nought where none says.</param>
internal readonly record struct Reported(int Activities, int Running, long Told)
{
    public Reported With(Reported other) => new(Activities + other.Activities, Running + other.Running, Math.Max(Told, other.Told));
}

/// <summary>What is asked of a transaction, by its activity's place in the block, the latest first. A day is its number, or nought.</summary>
internal sealed record FlowColumns(Guid[] Id, int[] Activity, int[] Type, int[] Day, int[] Year, int[] FlowType, int[] FinanceType, int[] AidType);

/// <summary>Lines of one view of one stage, those of a transaction beside each other.</summary>
/// <param name="Cents"><see cref="Unknown"/> where the amount is not known.</param>
/// <param name="Reason"><see cref="Counted"/>, <see cref="Gone"/>, or one more than the reason it is left out for.</param>
/// <param name="Judged">A byte is enough: each of the table's lines leads to three comparisons at most, and each of those to four reaches.</param>
/// <param name="Aimed">Places of lines whose activity serves something in the plan.</param>
/// <param name="Because">Where in the pool stands how many activities hold the same money, and then their numbers.</param>
internal sealed record LineColumns(int[] Flow, long[] Cents, int[] Partner, int[] Component, int[] Sector, int[] Objective, int[] Reason, byte[] Judged, int[] Because, int[] Pool, int[] Aimed)
{
    public const long Unknown = long.MinValue;
    public const int Counted = 0;
    public const int Gone = -1;
    public static readonly int MostReasons = Enum.GetValues<ExclusionReason>().Length;

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
