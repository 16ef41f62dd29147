namespace Cornerstone.Texts;

/// <summary>Reads dates as English documents write them, with how far they are known: "30 September 2021", "September 2021", "the end of 2021".</summary>
internal static class WrittenDate
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ];

    private static readonly string[] Quarters = ["first quarter", "second quarter", "third quarter", "fourth quarter"];

    private static readonly (string Word, int Number)[] Numbers =
    [
        ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6), ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10),
        ("twelve", 12), ("fifteen", 15), ("eighteen", 18), ("twenty", 20), ("thirty", 30), ("forty five", 45), ("sixty", 60), ("ninety", 90),
    ];

    /// <summary>A cheap look before a preposition is taken for the beginning of a date: "by 30 …", "in September", "by the end …".</summary>
    internal static bool CanBegin(ReadOnlySpan<char> text, int place)
    {
        place = Words.SkipSpaces(text, place);
        if (place + 4 >= text.Length) return false;
        var first = text[place];
        if (first == 't' && text[place + 1] == 'h' && text[place + 2] == 'e') return text[place + 4] is 'e' or 'f' or 's' or 't' or (>= 'A' and <= 'S');
        return char.IsAsciiDigit(first) || first is >= 'A' and <= 'S' && MonthAt(text, place) > 0 || first == 'e' && Words.GoesOnWith(text, place, "end");
    }

    /// <summary>Reads a date at the place; a day without a year takes the next such day after <paramref name="after"/>.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, int start, DateOnly? after, out DueDate? date)
    {
        var place = SkipWords(text, start, "the");
        date = TryDay(text, start, place, after) ?? TryMonthOrYear(text, start, place);
        return date is not null;
    }

    /// <summary>"30" or "six" or "ninety (90)": how many, and where the word after it begins.</summary>
    internal static (int Number, int Next) CountAt(ReadOnlySpan<char> text, int place)
    {
        if (NumberAt(text, place) is { Number: > 0 and < 1000 } digits) return (digits.Number, Words.SkipSpaces(text, digits.End));
        foreach (var (word, number) in Numbers)
        {
            if (Words.GoesOnWith(text, place, word)) return (number, Words.SkipSpaces(text, place + word.Length));
        }

        return (0, place);
    }

    private static DueDate? TryDay(ReadOnlySpan<char> text, int start, int place, DateOnly? after)
    {
        var day = NumberAt(text, place);
        if (day.Number is < 1 or > 31 || day.End - place > 2) return null;
        var monthPlace = Words.SkipSpaces(text, day.End);
        var month = MonthAt(text, monthPlace);
        if (month == 0) return null;
        var monthEnd = monthPlace + Months[month - 1].Length;
        var year = NumberAt(text, Words.SkipSpaces(text, monthEnd));
        if (year.Number is > 1944 and < 2200) return Day(text[start..year.End], year.Number, month, day.Number);
        if (after is not { } known) return null;
        var next = Day(text[start..monthEnd], known.Year, month, day.Number);
        return next?.Date < known ? Day(text[start..monthEnd], known.Year + 1, month, day.Number) : next;
    }

    private static DueDate? TryMonthOrYear(ReadOnlySpan<char> text, int start, int place)
    {
        for (var quarter = 0; quarter < Quarters.Length; quarter++)
        {
            if (!Words.GoesOnWith(text, place, Quarters[quarter])) continue;
            var of = NumberAt(text, SkipWords(text, place + Quarters[quarter].Length, "of"));
            return of.Number is > 1944 and < 2200 ? Until(text[start..of.End], of.Number, quarter * 3 + 3, DatePrecision.Quarter) : null;
        }

        var isEnd = Words.GoesOnWith(text, place, "end of");
        if (isEnd) place = SkipWords(text, Words.SkipSpaces(text, place + 6), "the year");
        var month = MonthAt(text, place);
        if (month > 0) place = SkipWords(text, place + Months[month - 1].Length, "of");
        var year = NumberAt(text, place);
        if (year.Number is <= 1944 or >= 2200 || year.End - place != 4) return null;
        if (month > 0) return Until(text[start..year.End], year.Number, month, DatePrecision.Month);
        return isEnd || IsEndOfPhrase(text, year.End) ? Until(text[start..year.End], year.Number, 12, DatePrecision.Year) : null;
    }

    internal static int MonthAt(ReadOnlySpan<char> text, int place)
    {
        for (var month = 0; month < Months.Length; month++)
        {
            if (Words.GoesOnWith(text, place, Months[month]) && char.IsAsciiLetterUpper(text[place])) return month + 1;
        }

        return 0;
    }

    internal static (int Number, int End) NumberAt(ReadOnlySpan<char> text, int place)
    {
        var number = 0;
        var end = place;
        while (end < text.Length && end - place < 5 && char.IsDigit(text[end])) number = number * 10 + (int)char.GetNumericValue(text[end++]);
        return (number, end);
    }

    private static DueDate? Day(ReadOnlySpan<char> written, int year, int month, int day) => day <= DateTime.DaysInMonth(year, month)
        ? new DueDate(new DateOnly(year, month, day), DatePrecision.Day, written.ToString())
        : null;

    private static DueDate Until(ReadOnlySpan<char> written, int year, int month, DatePrecision precision) =>
        new(new DateOnly(year, month, DateTime.DaysInMonth(year, month)), precision, written.ToString());

    private static int SkipWords(ReadOnlySpan<char> text, int place, string words)
    {
        place = Words.SkipSpaces(text, place);
        return Words.GoesOnWith(text, place, words) ? Words.SkipSpaces(text, place + words.Length) : place;
    }

    /// <summary>"by 2030." is a year; "by 2030 (2011)" or "in 2014 troops" is not.</summary>
    private static bool IsEndOfPhrase(ReadOnlySpan<char> text, int end) => end >= text.Length || text[end] is ',' or ';' or '.' || Words.GoesOnWith(text, end, " and");
}
