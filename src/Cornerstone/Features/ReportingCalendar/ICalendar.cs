using System.Globalization;
using System.Text;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>One day in a calendar, with nothing in it about a person.</summary>
/// <param name="Id">The same for the same event each time, so that a calendar replaces it instead of doubling it.</param>
public sealed record CalendarDay(string Id, DateOnly Day, string Summary, string Description);

/// <summary>Days as iCalendar text (RFC 5545), which calendars of phones and offices subscribe to.</summary>
public static class ICalendar
{
    // RFC 5545, section 3.1: lines of at most 75 octets, the line break not counted.
    private const int LongestLine = 75;

    public static string Write(string name, IEnumerable<CalendarDay> days, DateTimeOffset now, string language)
    {
        var text = new StringBuilder();
        Line(text, "BEGIN:VCALENDAR");
        Line(text, "VERSION:2.0");
        Line(text, "PRODID:-//Cornerstone//Reporting calendar//" + language.ToUpperInvariant());
        Line(text, "CALSCALE:GREGORIAN");
        Line(text, "X-WR-CALNAME:" + Escaped(name));
        Line(text, "REFRESH-INTERVAL;VALUE=DURATION:PT12H");
        foreach (var day in days)
        {
            Event(text, day, now);
        }

        Line(text, "END:VCALENDAR");
        return text.ToString();
    }

    private static void Event(StringBuilder text, CalendarDay day, DateTimeOffset now)
    {
        Line(text, "BEGIN:VEVENT");
        Line(text, "UID:" + Escaped(day.Id));
        Line(text, "DTSTAMP:" + now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
        Line(text, "DTSTART;VALUE=DATE:" + Date(day.Day));

        // The end of a whole day is the day after it, which does not belong to it (RFC 5545, section 3.6.1).
        Line(text, "DTEND;VALUE=DATE:" + Date(day.Day.AddDays(1)));
        Line(text, "SUMMARY:" + Escaped(day.Summary));
        Line(text, "DESCRIPTION:" + Escaped(day.Description));
        Line(text, "TRANSP:TRANSPARENT");
        Line(text, "BEGIN:VALARM");
        Line(text, "ACTION:DISPLAY");
        Line(text, "TRIGGER:-P7D");
        Line(text, "DESCRIPTION:" + Escaped(day.Summary));
        Line(text, "END:VALARM");
        Line(text, "END:VEVENT");
    }

    private static string Date(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    // RFC 5545, section 3.3.11. A break inside a text would begin a property of the writer's choosing.
    private static string Escaped(string text) => string.Concat(text.ReplaceLineEndings("\n").Select(c => c switch
    {
        '\\' => "\\\\",
        ';' => "\\;",
        ',' => "\\,",
        '\n' => "\\n",
        _ when char.IsControl(c) => " ",
        _ => c.ToString(),
    }));

    /// <summary>Folds at whole characters: a line that goes on begins with a space, which counts.</summary>
    private static void Line(StringBuilder text, string line)
    {
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LongestLine)
            {
                text.Append("\r\n ");
                octets = 1;
            }

            text.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        text.Append("\r\n");
    }
}
