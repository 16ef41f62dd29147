using System.Text;
using Cornerstone.Features.ReportingCalendar;

namespace Cornerstone.Tests.Features.ReportingCalendar;

public sealed class ICalendarTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 8, 30, 0, TimeSpan.Zero);

    [Fact]
    public void A_day_is_a_whole_day_with_a_reminder_a_week_before()
    {
        var text = Write(new CalendarDay("a1", new(2026, 12, 31), "Value due: SSR-02", "Status: Upcoming"));

        Assert.StartsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nDTSTAMP:20261121T083000Z\r\n", text, StringComparison.Ordinal);
        Assert.Contains("\r\nTRIGGER:-P7D\r\n", text, StringComparison.Ordinal);
        Assert.EndsWith("END:VEVENT\r\nEND:VCALENDAR\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_can_write_a_property_of_its_own()
    {
        var text = Write(new CalendarDay("a1", new(2026, 1, 1), "x\r\nATTACH:file; a, b\\c", "y\u2028z\u0007"));

        Assert.DoesNotContain("\r\nATTACH", text, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:x\\nATTACH:file\\; a\\, b\\\\c", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Long_lines_are_folded_at_whole_characters_and_read_back_the_same()
    {
        var arabic = string.Concat(Enumerable.Repeat("حصة النساء في الشرطة 🇸🇴 ", 12));

        var text = Write(new CalendarDay("a1", new(2026, 1, 1), arabic, ""));

        Assert.All(text.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75));
        Assert.Contains("SUMMARY:" + arabic, text.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain('\uFFFD', text);
    }

    private static string Write(CalendarDay day) => ICalendar.Write("Values due", [day], Now, "en");
}
