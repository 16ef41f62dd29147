using System.Diagnostics.CodeAnalysis;

namespace Cornerstone.Values;

/// <summary>Whether there is a number at all. Unknown, zero and not applicable are three different answers (domain handbook §0.3).</summary>
public enum FigureState
{
    Known,
    Unknown,
    NotApplicable,
}

/// <summary>
/// A number as its source gives it: exact, about ("~50"), between two ("3–6", never its middle), below or above one ("&lt;10"),
/// or none, with the reason why. S/2022/280 prints all of these (paras. 22, 43, 56, 58).
/// </summary>
public sealed record Figure : IParsable<Figure>, IFormattable
{
    public static readonly Figure Unknown = new(FigureState.Unknown, null, null, false);

    public static readonly Figure NotApplicable = new(FigureState.NotApplicable, null, null, false);

    private Figure(FigureState state, decimal? low, decimal? high, bool isApproximate)
        => (State, Low, High, IsApproximate) = (state, low, high, isApproximate);

    public FigureState State { get; }

    /// <summary>The least it may be; null when only an upper bound is known.</summary>
    public decimal? Low { get; }

    /// <summary>The most it may be; null when only a lower bound is known.</summary>
    public decimal? High { get; }

    public bool IsApproximate { get; }

    public bool IsKnown => State == FigureState.Known;

    /// <summary>The one number, exact or approximate; null for an interval, a bound and a missing figure. Never a midpoint.</summary>
    public decimal? Number => Low == High ? Low : null;

    public bool IsInterval => Low is not null && High is not null && Low != High;

    /// <summary>"&lt;10": less than <see cref="High"/>, no less than nothing known.</summary>
    public bool IsUpperBound => IsKnown && Low is null;

    /// <summary>"&gt;100": more than <see cref="Low"/>.</summary>
    public bool IsLowerBound => IsKnown && High is null;

    public static implicit operator Figure(decimal number) => Exact(number);

    public static Figure Exact(decimal number) => new(FigureState.Known, number, number, false);

    public static Figure About(decimal number) => new(FigureState.Known, number, number, true);

    public static Figure Between(decimal low, decimal high, bool isApproximate = false) => low <= high
        ? new(FigureState.Known, low, high, isApproximate)
        : throw new ArgumentException($"An interval cannot run from {low} down to {high}.", nameof(high));

    public static Figure Below(decimal number) => new(FigureState.Known, null, number, false);

    public static Figure Above(decimal number) => new(FigureState.Known, number, null, false);

    /// <summary>As it lies in storage: state, least, most, approximate.</summary>
    public static Figure Of(FigureState state, decimal? low, decimal? high, bool isApproximate) => (state, low, high) switch
    {
        (FigureState.Unknown, _, _) => Unknown,
        (FigureState.NotApplicable, _, _) => NotApplicable,
        (_, { } least, { } most) => Between(least, most, isApproximate),
        (_, null, { } most) => Below(most),
        (_, { } least, null) => Above(least),
        _ => throw new ArgumentException("A known figure has at least one number.", nameof(low)),
    };

    /// <summary>
    /// The sum; unknown as soon as one part is unknown, because a sum that leaves a part out is wrong and looks right.
    /// A part that does not apply adds nothing.
    /// </summary>
    public static Figure Sum(IEnumerable<Figure> figures)
    {
        var parts = figures.Where(f => f.State != FigureState.NotApplicable).ToList();
        return parts switch
        {
            [] => NotApplicable,
            _ when parts.Any(p => !p.IsKnown) || (parts.Any(p => p.Low is null) && parts.Any(p => p.High is null)) => Unknown,
            _ => new(FigureState.Known, SumOf(parts, p => p.Low), SumOf(parts, p => p.High), parts.Any(p => p.IsApproximate)),
        };
    }

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Figure result)
    {
        result = FigureText.Read(s, provider);
        return result is not null;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out Figure result) => TryParse(s, null, out result);

    public static Figure Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var figure) ? figure : throw new FormatException($"'{s}' is no figure.");

    public override string ToString() => FigureText.Write(this, null, null);

    public string ToString(string? format, IFormatProvider? formatProvider) => FigureText.Write(this, format, formatProvider);

    private static decimal? SumOf(List<Figure> parts, Func<Figure, decimal?> end) =>
        parts.Any(p => end(p) is null) ? null : parts.Sum(end);
}
