namespace Cornerstone.Charts;

/// <summary>
/// One figure as its source gives it: exact, "about 300", "3 to 6", "fewer than 10", unknown or not applicable.
/// An interval keeps both its ends and is never drawn at its middle, which nobody measured.
/// </summary>
public readonly record struct ChartFigure
{
    private ChartFigure(ChartValueState state, decimal? low, decimal? high, bool isApproximate) =>
        (State, Low, High, IsApproximate) = (state, low, high, isApproximate);

    public static ChartFigure Unknown => new(ChartValueState.Unknown, null, null, false);

    public static ChartFigure NotApplicable => new(ChartValueState.NotApplicable, null, null, false);

    public ChartValueState State { get; }

    /// <summary>Null unless known; null also where only the upper end is known.</summary>
    public decimal? Low { get; }

    /// <summary>Null unless known.</summary>
    public decimal? High { get; }

    public bool IsApproximate { get; }

    /// <summary>The single amount, or null where there is none or more than one.</summary>
    public decimal? Amount => Low == High ? Low : null;

    public bool IsInterval => State == ChartValueState.Known && Low != High;

    public static ChartFigure Known(decimal amount, bool isApproximate = false) => Between(amount, amount, isApproximate);

    public static ChartFigure Between(decimal low, decimal high, bool isApproximate = false) => low <= high
        ? new(ChartValueState.Known, ChartValue.Known(low).Amount, ChartValue.Known(high).Amount, isApproximate)
        : throw new ArgumentException($"An interval from {low} to {high} is the wrong way round.", nameof(low));

    /// <summary>"Fewer than 10": how far below is not known.</summary>
    public static ChartFigure Below(decimal end) => new(ChartValueState.Known, null, ChartValue.Known(end).Amount, false);

    /// <summary>Null becomes unknown.</summary>
    public static ChartFigure Of(decimal? amount) => amount is { } known ? Known(known) : Unknown;

    public static implicit operator ChartFigure(decimal amount) => Known(amount);

    public static ChartFigure FromDecimal(decimal amount) => Known(amount);

    /// <summary>The amounts an axis must have room for.</summary>
    internal IEnumerable<decimal> Ends => new[] { Low, High }.Where(e => e.HasValue).Select(e => e!.Value).Distinct();
}
