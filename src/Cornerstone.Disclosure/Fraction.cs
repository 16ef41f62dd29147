using System.Numerics;

namespace Cornerstone.Disclosure;

/// <summary>An exact ratio of whole numbers, in lowest terms: what an attacker can work out must not depend on rounding of ours.</summary>
internal readonly struct Fraction : IEquatable<Fraction>, IComparable<Fraction>
{
    public static readonly Fraction Zero;
    public static readonly Fraction One = new(1, 1);

    // The default value has no denominator: zero over one.
    private readonly BigInteger belowMinusOne;

    private Fraction(BigInteger above, BigInteger below) => (Above, belowMinusOne) = (above, below - 1);

    public BigInteger Above { get; }

    public BigInteger Below => belowMinusOne + 1;

    public int Sign => Above.Sign;

    public bool IsWhole => belowMinusOne.IsZero;

    public static implicit operator Fraction(long number) => new(number, 1);

    public static Fraction operator +(Fraction a, Fraction b) => a.IsWhole && b.IsWhole
        ? new(a.Above + b.Above, 1)
        : Of((a.Above * b.Below) + (b.Above * a.Below), a.Below * b.Below);

    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    public static Fraction operator -(Fraction a) => new(-a.Above, a.Below);

    public static Fraction operator *(Fraction a, Fraction b) => a.IsWhole && b.IsWhole ? new(a.Above * b.Above, 1) : Of(a.Above * b.Above, a.Below * b.Below);

    public static Fraction operator /(Fraction a, Fraction b) => b.Sign == 0 ? throw new DivideByZeroException() : Of(a.Above * b.Below, a.Below * b.Above);

    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    public static bool operator ==(Fraction a, Fraction b) => a.Equals(b);

    public static bool operator !=(Fraction a, Fraction b) => !a.Equals(b);

    /// <summary>The greatest whole number that is not more.</summary>
    public BigInteger Floor() => BigInteger.Divide(Above - (Above.Sign < 0 ? belowMinusOne : 0), Below);

    /// <summary>The least whole number that is not less.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    public int CompareTo(Fraction other) => IsWhole && other.IsWhole ? Above.CompareTo(other.Above) : (Above * other.Below).CompareTo(other.Above * Below);

    public bool Equals(Fraction other) => Above == other.Above && belowMinusOne == other.belowMinusOne;

    public override bool Equals(object? obj) => obj is Fraction other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Above, belowMinusOne);

    public override string ToString() => IsWhole ? $"{Above}" : $"{Above}/{Below}";

    private static Fraction Of(BigInteger above, BigInteger below)
    {
        var common = BigInteger.GreatestCommonDivisor(above, below) * below.Sign;
        return new(above / common, below / common);
    }
}
