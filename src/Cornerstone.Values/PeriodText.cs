using System.Globalization;
using System.Text.RegularExpressions;

namespace Cornerstone.Values;

/// <summary>The written form of a period, and where each part begins and ends.</summary>
internal static partial class PeriodText
{
    public static DateOnly FirstDay(DateOnly day, PeriodPrecision precision) => precision switch
    {
        PeriodPrecision.Month => new(day.Year, day.Month, 1),
        PeriodPrecision.Quarter => new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1),
        PeriodPrecision.Year => new(day.Year, 1, 1),
        _ => day,
    };

    public static DateOnly LastDay(DateOnly day, PeriodPrecision precision) => precision switch
    {
        PeriodPrecision.Month => new(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month)),
        PeriodPrecision.Quarter => LastDay(FirstDay(day, precision).AddMonths(2), PeriodPrecision.Month),
        PeriodPrecision.Year => new(day.Year, 12, 31),
        _ => day,
    };

    public static string Write(Period period)
    {
        var first = Write(period.From, period.Precision);
        return period.IsSingle ? first : $"{first}/{Write(period.Until, period.Precision)}";
    }

    /// <summary>Null when it is not understood. People also write "2024 Q1", "2024Q1", "03/2024", "2012–2018".</summary>
    public static Period? Read(string? text)
    {
        var written = (text ?? "").Trim().ToUpperInvariant();
        if (MonthBeforeYear().Match(written) is { Success: true } swapped)
        {
            return ReadOne($"{swapped.Groups[2]}-{int.Parse(swapped.Groups[1].Value, CultureInfo.InvariantCulture):00}");
        }

        return written.Split(['/', '–', '—']) switch
        {
            [var one] => ReadOne(one) ?? ReadYears(one),
            [var first, var last] => ReadOne(first) is { } a && ReadOne(last) is { } b && a.Precision == b.Precision && a.From <= b.Until
                ? new Period(a.From, b.Until, a.Precision)
                : null,
            _ => null,
        };
    }

    private static string Write(DateOnly day, PeriodPrecision precision) => precision switch
    {
        PeriodPrecision.Year => day.ToString("yyyy", CultureInfo.InvariantCulture),
        PeriodPrecision.Quarter => string.Create(CultureInfo.InvariantCulture, $"{day.Year:0000}-Q{(day.Month + 2) / 3}"),
        PeriodPrecision.Month => day.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        _ => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static Period? ReadOne(string text)
    {
        var match = Shape().Match(text.Trim());
        if (!match.Success)
        {
            return null;
        }

        var year = Number(match, "year");
        return (Number(match, "quarter"), Number(match, "month"), Number(match, "day")) switch
        {
            _ when year == 0 => null,
            ( > 0 and var quarter, _, _) => Period.OfQuarter(year, quarter),
            (_, 0, _) => match.Groups["month"].Success ? null : Period.OfYear(year),
            (_, > 12, _) => null,
            (_, var month, 0) => match.Groups["day"].Success ? null : Period.OfMonth(year, month),
            (_, var month, var day) => day <= DateTime.DaysInMonth(year, month) ? Period.OfDay(new(year, month, day)) : null,
        };
    }

    // "2012-2018" cannot be a month, so it is a row of years.
    private static Period? ReadYears(string text) =>
        Years().Match(text) is { Success: true } match && Number(match, "first") is > 0 and var first && Number(match, "last") is var last && first <= last
            ? new Period(new(first, 1, 1), new(last, 12, 31), PeriodPrecision.Year)
            : null;

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, NumberStyles.None, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<year>[0-9]{4})(?:[- ]?Q(?<quarter>[1-4])|-(?<month>[0-9]{2})(?:-(?<day>[0-9]{2}))?)?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Shape();

    [GeneratedRegex("^(?<first>[0-9]{4}) ?- ?(?<last>[0-9]{4})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Years();

    [GeneratedRegex("^(0?[1-9]|1[0-2])[/.]([0-9]{4})$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex MonthBeforeYear();
}
