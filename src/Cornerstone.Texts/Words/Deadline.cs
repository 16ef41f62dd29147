using System.Globalization;

namespace Cornerstone.Texts;

/// <summary>When something is due, from the words that set a date: "by", "no later than", "in", "until", "within", "every".</summary>
internal static class Deadline
{
    /// <summary>The words that may begin a deadline; the place in the list is the phrase's code.</summary>
    internal static readonly string[] Beginnings =
    [
        "by", "no later than", "not later than", "until", "before", "in", "on", "within", "every", "through", "expiring on", "up to", "at",
    ];

    private const int In = 5;
    private const int On = 6;
    private const int Within = 7;
    private const int Every = 8;

    /// <summary>"within" and "every" are followed by a number of days, not by a date.</summary>
    internal static bool IsPeriod(int beginning) => beginning is Within or Every;

    private static readonly (string Unit, string Plural)[] Units = [("day", "days"), ("week", "weeks"), ("month", "months"), ("year", "years")];

    internal static DueDate? Read(ReadOnlySpan<char> text, ReadOnlySpan<Mention> mentions, DateOnly? documentDate)
    {
        DueDate? weaker = null;
        foreach (var mention in mentions)
        {
            if (mention.Kind != MentionKind.Deadline || mention.Code == Every) continue;
            var due = mention.Code == Within ? ReadWithin(text, mention, documentDate) : ReadDate(text, mention, documentDate);
            if (due is null || due.Date < documentDate) continue;

            // "in September 2021" sets a date only when nothing says "by"; an event "on 5 May" is often only a fact.
            if (mention.Code is not (In or On)) return due;
            weaker ??= due;
        }

        return weaker;
    }

    /// <summary>"every 90 days", "every six months", in figures as a code; null when nothing recurs.</summary>
    internal static string? Recurrence(ReadOnlySpan<char> text, ReadOnlySpan<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (mention is not { Kind: MentionKind.Deadline, Code: Every }) continue;
            var (number, next) = WrittenDate.CountAt(text, Words.SkipSpaces(text, mention.End));
            foreach (var (unit, plural) in Units)
            {
                if (number > 0 && Words.GoesOnWith(text, next, plural)) return string.Create(CultureInfo.InvariantCulture, $"every {number} {plural}");
                if (number == 1 && Words.GoesOnWith(text, next, unit)) return $"every {unit}";
            }
        }

        return null;
    }

    private static DueDate? ReadDate(ReadOnlySpan<char> text, Mention mention, DateOnly? documentDate)
    {
        var start = Words.SkipSpaces(text, mention.End);

        // A document that does not tell its own day gives no measure for "in 2021", which is then mostly a fact of the past.
        return mention.Code is In or On && documentDate is null ? null : WrittenDate.TryRead(text, start, documentDate, out var due) ? due : null;
    }

    /// <summary>"within 30 days of the adoption of this resolution"; a period that runs from another event has no date yet.</summary>
    private static DueDate? ReadWithin(ReadOnlySpan<char> text, Mention mention, DateOnly? documentDate)
    {
        var start = Words.SkipSpaces(text, mention.End);
        var (number, next) = WrittenDate.CountAt(text, start);
        if (number == 0 || documentDate is not { } adopted) return null;
        for (var unit = 0; unit < Units.Length; unit++)
        {
            var word = Words.GoesOnWith(text, next, Units[unit].Plural) ? Units[unit].Plural : Units[unit].Unit;
            if (!Words.GoesOnWith(text, next, word)) continue;
            var end = next + word.Length;
            return RunsFromAdoption(text, end) ? new DueDate(Later(adopted, number, unit), DatePrecision.Day, text[mention.Start..end].ToString()) : null;
        }

        return null;
    }

    private static bool RunsFromAdoption(ReadOnlySpan<char> text, int end)
    {
        if (end >= text.Length || text[end] is ',' or ';' or '.') return true;
        var place = Words.SkipSpaces(text, end);
        if (!Words.GoesOnWith(text, place, "of") && !Words.GoesOnWith(text, place, "from") && !Words.GoesOnWith(text, place, "after")
            && !Words.GoesOnWith(text, place, "following")) return false;
        var clause = text[place..Math.Min(text.Length, place + 60)];
        return clause.Contains("adoption", StringComparison.Ordinal) || clause.Contains("date of this resolution", StringComparison.Ordinal);
    }

    private static DateOnly Later(DateOnly day, int number, int unit) => unit switch
    {
        0 => day.AddDays(number),
        1 => day.AddDays(7 * number),
        2 => day.AddMonths(number),
        _ => day.AddYears(number),
    };
}
