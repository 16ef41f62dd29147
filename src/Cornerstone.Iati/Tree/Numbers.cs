using System.Buffers.Text;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Cornerstone.Iati.Tree;

/// <summary>Numbers and days straight from their bytes.</summary>
internal static class Numbers
{
    // A decimal holds any number of 28 digits exactly, and none of more.
    private const int MostDigits = 28;

    /// <summary>A decimal as XML Schema writes it; no thousands separators, no words. An exponent is understood.</summary>
    public static bool TryDecimal(ReadOnlySpan<byte> value, out decimal number)
    {
        value = Texts.Trim(value);
        return TryShort(value, out number) || (Digits(value) > 0 && value.IndexOf("E-"u8) < 0 && value.IndexOf("e-"u8) < 0
            && decimal.TryParse(value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out number));
    }

    /// <summary>"2020-12-03", with or without a time zone or time behind it: the day as it is written.</summary>
    public static bool TryDay(ReadOnlySpan<byte> value, out DateOnly day)
    {
        value = Texts.Trim(value);
        day = default;
        if (value.Length < 10 || value[4] != '-' || value[7] != '-' || !IsDayEnd(value[10..])) return false;
        if (!TwoDigits(value, 0, out var century) || !TwoDigits(value, 2, out var year) || !TwoDigits(value, 5, out var month) || !TwoDigits(value, 8, out var date)) return false;
        year += century * 100;
        if (year == 0 || month is 0 or > 12 || date == 0 || date > DateTime.DaysInMonth(year, month)) return false;
        day = new DateOnly(year, month, date);
        return true;
    }

    public static bool TryMoment(ReadOnlySpan<byte> value, out DateTimeOffset moment)
    {
        value = Texts.Trim(value);
        if (TryPlainMoment(value, out moment)) return true;
        Span<char> text = stackalloc char[40];
        if (value.Length > text.Length || System.Text.Encoding.Latin1.GetChars(value, text) is var length && !TryDay(value, out _)) return false;
        return DateTimeOffset.TryParse(text[..length], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out moment);
    }

    /// <summary>A day alone is understood, and not what the standard asks for.</summary>
    public static bool IsMoment(ReadOnlySpan<byte> value) => value.Contains((byte)'T') && TryMoment(value, out _);

    /// <summary>"2024-05-01T10:20:30", in universal time: what most files have.</summary>
    private static bool TryPlainMoment(ReadOnlySpan<byte> value, out DateTimeOffset moment)
    {
        moment = default;
        if (value.Length == 20 && value[19] == 'Z') value = value[..19];
        if (value.Length != 19 || value[10] != 'T' || value[13] != ':' || value[16] != ':' || !TryDay(value, out var day)) return false;
        if (!TwoDigits(value, 11, out var hour) || !TwoDigits(value, 14, out var minute) || !TwoDigits(value, 17, out var second) || hour > 23 || minute > 59 || second > 59) return false;
        moment = new DateTimeOffset(day, new TimeOnly(hour, minute, second), TimeSpan.Zero);
        return true;
    }

    /// <summary>The number has more digits than can be held, and was rounded.</summary>
    public static bool IsRounded(ReadOnlySpan<byte> value) => value.Length > MostDigits && Digits(value) > MostDigits;

    public static bool TryInteger(ReadOnlySpan<byte> value, out int number)
    {
        value = Texts.Trim(value);
        return Utf8Parser.TryParse(value, out number, out var used) && used == value.Length;
    }

    private static bool TryShort(ReadOnlySpan<byte> value, out decimal number)
    {
        number = 0;
        var isNegative = value.Length > 0 && value[0] == '-';
        if (isNegative) value = value[1..];
        if (value.Length is 0 or > 18) return false;
        var (whole, scale, seen) = (0L, -1, 0);
        foreach (var sign in value)
        {
            if (sign is >= (byte)'0' and <= (byte)'9')
            {
                whole = whole * 10 + (sign - '0');
                seen++;
                if (scale >= 0) scale++;
            }
            else if (sign == '.' && scale < 0)
            {
                scale = 0;
            }
            else
            {
                return false;
            }
        }

        number = seen == 0 ? 0 : new decimal(unchecked((int)whole), (int)(whole >> 32), 0, isNegative, (byte)Math.Max(scale, 0));
        return seen > 0;
    }

    private static int Digits(ReadOnlySpan<byte> value)
    {
        var count = 0;
        foreach (var sign in value)
        {
            if (sign is (byte)'e' or (byte)'E') break;
            if (sign is >= (byte)'0' and <= (byte)'9') count++;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TwoDigits(ReadOnlySpan<byte> value, int at, out int number)
    {
        var (tens, ones) = (value[at] - '0', value[at + 1] - '0');
        number = tens * 10 + ones;
        return tens is >= 0 and <= 9 && ones is >= 0 and <= 9;
    }

    private static bool IsDayEnd(ReadOnlySpan<byte> rest) => rest.Length == 0 || rest[0] is (byte)'T' or (byte)'Z' or (byte)'+' or (byte)'-' or (byte)' ';
}
