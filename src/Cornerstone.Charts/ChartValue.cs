namespace Cornerstone.Charts;

/// <summary>What is known about one figure. Unknown comes first, so that a value nobody set is never taken for zero.</summary>
public enum ChartValueState
{
    Unknown,
    Known,
    NotApplicable,
}

/// <summary>One figure of a chart: an amount, "we do not know", or "the question does not arise". Zero is an amount.</summary>
public readonly record struct ChartValue
{
    /// <summary>Amounts beyond this (in either direction) are refused: sums of them would leave the range of <see cref="decimal"/>.</summary>
    public const decimal Largest = 1_000_000_000_000_000_000_000_000m;

    private ChartValue(ChartValueState state, decimal? amount) => (State, Amount) = (state, amount);

    public static ChartValue Unknown => new(ChartValueState.Unknown, null);

    public static ChartValue NotApplicable => new(ChartValueState.NotApplicable, null);

    public ChartValueState State { get; }

    /// <summary>The amount, or null unless <see cref="State"/> is <see cref="ChartValueState.Known"/>.</summary>
    public decimal? Amount { get; }

    public static ChartValue Known(decimal amount) => Math.Abs(amount) <= Largest
        ? new(ChartValueState.Known, amount)
        : throw new ArgumentOutOfRangeException(nameof(amount), amount, "No chart shows an amount this large.");

    /// <summary>Null becomes unknown.</summary>
    public static ChartValue Of(decimal? amount) => amount is { } known ? Known(known) : Unknown;

    public static implicit operator ChartValue(decimal amount) => Known(amount);

    public static ChartValue FromDecimal(decimal amount) => Known(amount);
}
