namespace Cornerstone.Sheets;

/// <summary>Numbers as spreadsheet programs keep them.</summary>
internal static class SheetNumber
{
    // Excel keeps fifteen significant digits; what follows is the noise of binary fractions (0.30000000000000004).
    private const int SignificantDigits = 15;

    public static decimal Rounded(decimal number)
    {
        if (number.Scale == 0)
        {
            return number;
        }

        var whole = decimal.Truncate(Math.Abs(number));
        var digits = 0;
        for (; whole >= 1; whole = decimal.Truncate(whole / 10))
        {
            digits++;
        }

        return digits >= SignificantDigits ? number : Math.Round(number, Math.Min(28, SignificantDigits - digits + LeadingZeros(number, digits)), MidpointRounding.ToEven);
    }

    /// <summary>The day of a serial number; null outside the calendar. Excel's 1900 system believes in 29 February 1900, its serial 60.</summary>
    public static DateOnly? Day(decimal serial, bool countsFrom1904)
    {
        if (serial is < 0 or > 2_958_465)
        {
            return null;
        }

        var days = (int)decimal.Truncate(serial);
        return countsFrom1904
            ? new DateOnly(1904, 1, 1).AddDays(days)
            : days switch
            {
                0 or 60 => null,
                < 60 => new DateOnly(1899, 12, 31).AddDays(days),
                _ => new DateOnly(1899, 12, 30).AddDays(days),
            };
    }

    public static int Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static int LeadingZeros(decimal number, int digits)
    {
        if (digits > 0 || number == 0)
        {
            return 0;
        }

        var zeros = 0;
        for (var rest = Math.Abs(number) * 10; rest < 1 && zeros < 13; rest *= 10)
        {
            zeros++;
        }

        return zeros;
    }
}
