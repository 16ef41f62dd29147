using System.Globalization;

namespace Cornerstone.Texts;

/// <summary>Dates as United Nations documents write them on their first page: "3 December 2020".</summary>
internal static class FrontDate
{
    private static readonly string[][] Months =
    [
        ["January", "janvier", "enero", "января", "كانون الثاني", "يناير"],
        ["February", "février", "febrero", "февраля", "شباط", "فبراير"],
        ["March", "mars", "marzo", "марта", "آذار", "مارس"],
        ["April", "avril", "abril", "апреля", "نيسان", "أبريل"],
        ["May", "mai", "mayo", "мая", "أيار", "مايو"],
        ["June", "juin", "junio", "июня", "حزيران", "يونيه", "يونيو"],
        ["July", "juillet", "julio", "июля", "تموز", "يوليه", "يوليو"],
        ["August", "août", "agosto", "августа", "آب", "أغسطس"],
        ["September", "septembre", "septiembre", "сентября", "أيلول", "سبتمبر"],
        ["October", "octobre", "octubre", "октября", "تشرين الأول", "أكتوبر"],
        ["November", "novembre", "noviembre", "ноября", "تشرين الثاني", "نوفمبر"],
        ["December", "décembre", "diciembre", "декабря", "كانون الأول", "ديسمبر"],
    ];

    internal static bool IsAlone(ReadOnlySpan<char> line) =>
        line.Length is > 8 and < 32 && char.IsAsciiDigit(line[0]) && char.IsAsciiDigit(line[^1]) && FirstIn(line) is not null;

    /// <summary>The first full date in the text, by day, month and year.</summary>
    internal static DateOnly? FirstIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiLetterOrDigit(text[i - 1])) && At(text[i..]) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static DateOnly? At(ReadOnlySpan<char> text)
    {
        var digits = text.IndexOfAnyExceptInRange('0', '9');
        if (digits == 4 && text[4] == '年')
        {
            return Chinese(text);
        }

        if (digits is < 1 or > 2 || !int.TryParse(text[..digits], out var day))
        {
            return null;
        }

        // "1er janvier", "3 de diciembre de 2020".
        var rest = text[digits..].TrimStart("erº").TrimStart(" \u00A0");
        rest = rest.StartsWith("de ") ? rest[3..] : rest;
        var month = MonthAt(rest, out var length);
        if (month == 0)
        {
            return null;
        }

        rest = rest[length..];
        var year = rest[..Math.Min(rest.Length, 24)].IndexOfAnyInRange('0', '9');
        return year is >= 0 and < 20 && rest.Length >= year + 4 && int.TryParse(rest.Slice(year, 4), out var value)
            && value is > 1900 and < 2200 && day >= 1 && day <= DateTime.DaysInMonth(value, month)
            ? new DateOnly(value, month, day)
            : null;
    }

    /// <summary>"2020年12月3日".</summary>
    private static DateOnly? Chinese(ReadOnlySpan<char> text)
    {
        var month = text.IndexOf('月');
        var day = text.IndexOf('日');
        return month is > 5 and < 8 && day > month && day <= month + 3
            && DateOnly.TryParseExact($"{text[..4]}-{text[5..month]}-{text[(month + 1)..day]}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : null;
    }

    private static int MonthAt(ReadOnlySpan<char> text, out int length)
    {
        for (var month = 0; month < Months.Length; month++)
        {
            foreach (var name in Months[month])
            {
                if (text.StartsWith(name, StringComparison.OrdinalIgnoreCase))
                {
                    length = name.Length;
                    return month + 1;
                }
            }
        }

        length = 0;
        return 0;
    }
}
