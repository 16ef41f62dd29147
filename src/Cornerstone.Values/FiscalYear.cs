using System.Globalization;

namespace Cornerstone.Values;

/// <summary>The day a country's fiscal year begins: 1 January for most, 1 July for Liberia at the time of its review.</summary>
public readonly record struct FiscalYearStart
{
    public static readonly FiscalYearStart Calendar = new(1, 1);

    private readonly int month;
    private readonly int day;

    public FiscalYearStart(int month, int day)
    {
        // The 29th of February is no day of every year.
        if (month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(2001, month))
        {
            throw new ArgumentOutOfRangeException(nameof(day), $"{month}-{day} is no day of every year.");
        }

        (this.month, this.day) = (month, day);
    }

    public int Month => month == 0 ? 1 : month;

    public int Day => day == 0 ? 1 : day;

    /// <summary>"07-01".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Month:00}-{Day:00}");
}

/// <summary>A country's year of account, named by the calendar year in which it begins: 2012 with a start of 1 July is "2012/13".</summary>
public readonly record struct FiscalYear(int Year, FiscalYearStart Start = default) : IComparable<FiscalYear>
{
    public DateOnly From => new(Year, Start.Month, Start.Day);

    public DateOnly Until => new DateOnly(Year + 1, Start.Month, Start.Day).AddDays(-1);

    public bool IsCalendarYear => Start.Month == 1 && Start.Day == 1;

    public Period Period => IsCalendarYear ? Period.OfYear(Year) : new(From, Until);

    public FiscalYear Next => this with { Year = Year + 1 };

    public FiscalYear Previous => this with { Year = Year - 1 };

    public static bool operator <(FiscalYear left, FiscalYear right) => left.From < right.From;

    public static bool operator >(FiscalYear left, FiscalYear right) => left.From > right.From;

    public static bool operator <=(FiscalYear left, FiscalYear right) => left.From <= right.From;

    public static bool operator >=(FiscalYear left, FiscalYear right) => left.From >= right.From;

    public static FiscalYear Containing(DateOnly day, FiscalYearStart start = default)
    {
        var year = new FiscalYear(day.Year, start);
        return day < year.From ? year.Previous : year;
    }

    /// <summary>The part of an amount of this period that falls into this year, by days: the stated apportionment (domain handbook §0.3).</summary>
    public decimal ShareOf(Period period) => (decimal)period.DaysWithin(Period) / period.Days;

    public int CompareTo(FiscalYear other) => From.CompareTo(other.From);

    /// <summary>"2024", or "2012/13" when it runs over two calendar years.</summary>
    public override string ToString() => IsCalendarYear
        ? string.Create(CultureInfo.InvariantCulture, $"{Year:0000}")
        : string.Create(CultureInfo.InvariantCulture, $"{Year:0000}/{(Year + 1) % 100:00}");
}
