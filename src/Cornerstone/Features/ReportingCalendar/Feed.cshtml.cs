using System.Globalization;
using System.Text;
using Cornerstone.Access;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>
/// The duties of the person who made the address, for a calendar that cannot sign in. It shows what that person may see now: a right
/// taken away, an account closed, an address run out or revoked empties it. The calendar's operator reads it too, so an indicator above the
/// level of partners has no name in it.
/// </summary>
[Public]
public sealed class FeedPage(AppDb db, HostSettings settings, TimeProvider clock, Text T) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string token, CancellationToken ct)
    {
        var feed = await db.SeeFeedAsync(token, clock.GetUtcNow(), ct);
        var reader = feed is null ? Reader.Anonymous : await CurrentReader.ReaderOfAsync(db, feed.PersonId, ct);
        if (feed is null || (feed.Proof == nameof(Proof.Demonstration) && !settings.IsDemonstration) || !reader.Has(Rooms.Permission(ReportingCalendarRoom.Read), feed.Country))
        {
            return NotFound();
        }

        await db.BeginAsync(reader, ct);
        CultureInfo.CurrentUICulture = CultureInfo.CurrentCulture = (Languages.Languages.Of(feed.Language) ?? Languages.Languages.English).Culture;
        var duties = await db.DutiesOfAsync(reader, feed.Country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        var text = ICalendar.Write(T["Values due, {0}", feed.Country], duties.Select(DayOf), clock.GetUtcNow(), feed.Language);
        Response.Headers.CacheControl = "private, no-store";
        Response.Headers["X-Robots-Tag"] = "noindex";
        return File(Encoding.UTF8.GetBytes(text), "text/calendar; charset=utf-8", "duties.ics");
    }

    private CalendarDay DayOf(Duty duty)
    {
        var name = duty.Classification <= Classification.Partner ? $"{duty.Code} {duty.Name.In(T.Language.Code)}" : duty.Code;
        return new($"{duty.IndicatorId}.{duty.Period}@cornerstone", duty.DueOn, T["Value due: {0}, {1}", name, duty.Period], T["Status: {0}", T.Of(duty.Status)]);
    }
}
