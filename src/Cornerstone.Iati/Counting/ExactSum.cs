using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Cornerstone.Iati;

/// <summary>A sum that never rounds and never overflows: in decimals while they are exact, in whole numbers of any length beyond.</summary>
internal sealed class ExactSum
{
    // Below these, adding two decimals cannot need more digits than a decimal has.
    private const decimal Safe = 1_000_000_000_000_000_000m;
    private const int SafeScale = 9;

    private decimal small;
    private BigInteger large;
    private int largeScale;

    public void Add(decimal value)
    {
        if (value.Scale <= SafeScale && value is < Safe and > -Safe)
        {
            small += value;
            if (small is >= Safe or <= -Safe) Spill();
            return;
        }

        AddLarge(value);
    }

    public override string ToString()
    {
        if (large.IsZero && largeScale == 0) return small.ToString(CultureInfo.InvariantCulture);
        Spill();
        var digits = BigInteger.Abs(large).ToString(CultureInfo.InvariantCulture).PadLeft(largeScale + 1, '0');
        var fraction = digits[^largeScale..];
        return (large.Sign < 0 ? "-" : "") + digits[..^largeScale] + (fraction.Length > 0 ? "." + fraction : "");
    }

    private void Spill()
    {
        AddLarge(small);
        small = 0;
    }

    private void AddLarge(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        // Its first twelve bytes are the digits as one whole number.
        decimal.GetBits(value, bits);
        var whole = new BigInteger(MemoryMarshal.AsBytes(bits[..3]), isUnsigned: true);
        if (value < 0) whole = -whole;
        if (value.Scale > largeScale)
        {
            large *= BigInteger.Pow(10, value.Scale - largeScale);
            largeScale = value.Scale;
        }

        large += whole * BigInteger.Pow(10, largeScale - value.Scale);
    }
}
