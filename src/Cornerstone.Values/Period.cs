using System.Diagnostics.CodeAnalysis;

namespace Cornerstone.Values;

/// <summary>How exactly the ends of a period are known, from sharp to blunt.</summary>
public enum PeriodPrecision
{
    Day,
    Month,
    Quarter,
    Year,
}

/// <summary>
/// Time something was true or was counted over, both ends included, with the precision of its source: "2021-09" is a month
/// and is over on its last day (domain handbook §0.3). Written as "2024", "2024-Q1", "2024-03", "2024-03-15", and
/// with a stroke between first and last: "2012/2018".
/// </summary>
public sealed record Period : IParsable<Period>, IFormattable, IComparable<Period>
{
    public Period(DateOnly from, DateOnly until, PeriodPrecision precision = PeriodPrecision.Day)
    {
        if (until < from)
        {
            throw new ArgumentException($"A period cannot end on {until:O}, before it begins on {from:O}.", nameof(until));
        }

        Precision = precision;
        From = PeriodText.FirstDay(from, precision);
        Until = PeriodText.LastDay(until, precision);
    }

    public DateOnly From { get; }

    /// <summary>Its last day, which belongs to it.</summary>
    public DateOnly Until { get; }

    public PeriodPrecision Precision { get; }

    public int Days => Until.DayNumber - From.DayNumber + 1;

    /// <summary>True when it is one day, month, quarter or year, and not a row of them.</summary>
    public bool IsSingle => PeriodText.LastDay(From, Precision) == Until;

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    public static Period OfDay(DateOnly day) => new(day, day);

    public static Period OfMonth(int year, int month) => new(new(year, month, 1), new(year, month, 1), PeriodPrecision.Month);

    public static Period OfQuarter(int year, int quarter) => new(new(year, (quarter * 3) - 2, 1), new(year, (quarter * 3) - 2, 1), PeriodPrecision.Quarter);

    public static Period OfYear(int year) => new(new(year, 1, 1), new(year, 12, 31), PeriodPrecision.Year);

    public bool Contains(DateOnly day) => From <= day && day <= Until;

    public bool Contains(Period other) => From <= other.From && other.Until <= Until;

    public bool Overlaps(Period other) => From <= other.Until && other.From <= Until;

    /// <summary>Days both have in common: the stated way of comparing calendar and fiscal years (domain handbook §0.3).</summary>
    public int DaysWithin(Period other) =>
        Math.Max(0, Math.Min(Until.DayNumber, other.Until.DayNumber) - Math.Max(From.DayNumber, other.From.DayNumber) + 1);

    /// <summary>By its end, because that is when its figure is known; the longer one later.</summary>
    public int CompareTo(Period? other) => other is null ? 1
        : Until != other.Until ? Until.CompareTo(other.Until)
        : From != other.From ? From.CompareTo(other.From)
        : Precision.CompareTo(other.Precision);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Period result)
    {
        result = PeriodText.Read(s);
        return result is not null;
    }

    public static bool TryParse([NotNullWhen(true)] string? s, [MaybeNullWhen(false)] out Period result) => TryParse(s, null, out result);

    public static Period Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var period) ? period : throw new FormatException($"'{s}' is no period.");

    public override string ToString() => PeriodText.Write(this);

    /// <summary>The code of a period is the same in every language; pages say it in words.</summary>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();
}
