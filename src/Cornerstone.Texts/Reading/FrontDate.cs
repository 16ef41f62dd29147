namespace Cornerstone.Texts;

/// <summary>Dates as United Nations documents write them on their first page: "3 December 2020".</summary>
internal static class FrontDate
{
    private static readonly string[][] Months =
    [
        ["January", "janvier", "enero", "января", "كانون الثاني"],
        ["February", "février", "febrero", "февраля", "شباط"],
        ["March", "mars", "marzo", "марта", "آذار"],
        ["April", "avril", "abril", "апреля", "نيسان"],
        ["May", "mai", "mayo", "мая", "أيار"],
        ["June", "juin", "junio", "июня", "حزيران"],
        ["July", "juillet", "julio", "июля", "تموز"],
        ["August", "août", "agosto", "августа", "آب"],
        ["September", "septembre", "septiembre", "сентября", "أيلول"],
        ["October", "octobre", "octubre", "октября", "تشرين الأول"],
        ["November", "novembre", "noviembre", "ноября", "تشرين الثاني"],
        ["December", "décembre", "diciembre", "декабря", "كانون الأول"],
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
