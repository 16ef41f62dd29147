using System.Globalization;

namespace Cornerstone.Values;

/// <summary>A share of a whole, kept as a fraction of one and rounded only when shown: 0.7 is 70 %.</summary>
public readonly record struct Percentage(decimal Share) : IComparable<Percentage>
{
    /// <summary>The distance between two shares is counted in points: from 5 % to 15 % are +10 points (and +200 %).</summary>
    public static PercentagePoints operator -(Percentage left, Percentage right) => new((left.Share - right.Share) * 100m);

    public static bool operator <(Percentage left, Percentage right) => left.Share < right.Share;

    public static bool operator >(Percentage left, Percentage right) => left.Share > right.Share;

    public static bool operator <=(Percentage left, Percentage right) => left.Share <= right.Share;

    public static bool operator >=(Percentage left, Percentage right) => left.Share >= right.Share;

    /// <summary>Null when the whole is zero: "no share" and "zero per cent" are different answers.</summary>
    public static Percentage? Of(decimal part, decimal whole) => whole == 0m ? null : new(part / whole);

    public static Percentage? Of(Money part, Money whole) => part.Currency == whole.Currency
        ? Of(part.Amount, whole.Amount)
        : throw new CurrencyMismatchException(part.Currency, whole.Currency);

    /// <summary>By how much a value grew, measured by where it began; null when it began at zero.</summary>
    public static Percentage? Change(decimal from, decimal to) => Of(to - from, Math.Abs(from));

    public int CompareTo(Percentage other) => Share.CompareTo(other.Share);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Share * 100m:0.####} %");
}

/// <summary>A difference of two shares. Never the same thing as a percentage (domain handbook §0.3).</summary>
public readonly record struct PercentagePoints(decimal Points)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Points:+0.####;-0.####;0} pp");
}
