using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>Makes and revokes the address of one's own calendar.</summary>
[Requires(ReportingCalendarRoom.Read)]
public sealed class RemindersPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    public DateTimeOffset? MadeAt { get; private set; }

    /// <summary>Only in the answer to making it: afterwards nobody knows it but its owner.</summary>
    public string? Address { get; private set; }

    public string Path => $"/{Country.ToLowerInvariant()}/calendar";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct) => MadeAt = (await OpenFeedAsync(ct))?.MadeAt;

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await OpenFeedAsync(ct) is { } old)
        {
            old.RevokedAt = now;
            await db.RecordAsync(new Act("calendar.revoke", Country, now), ct);
        }

        var (feed, token) = CalendarFeed.Make(current.Reader.Id, Country, T.Language.Code, now);
        db.CalendarFeeds.Add(feed);
        await db.SaveAsync(new Act("calendar.feed", Country, now), ct);
        (MadeAt, Address) = (now, $"{Request.Scheme}://{Request.Host}/calendar/{token}.ics");
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken ct)
    {
        if (await OpenFeedAsync(ct) is { } feed)
        {
            feed.RevokedAt = clock.GetUtcNow();
            await db.SaveAsync(new Act("calendar.revoke", Country, clock.GetUtcNow()), ct);
        }

        this.Say(T["The address was revoked: it opens nothing any more."]);
        return Redirect($"{Path}/reminders");
    }

    private Task<CalendarFeed?> OpenFeedAsync(CancellationToken ct) =>
        db.CalendarFeeds.SingleOrDefaultAsync(f => f.PersonId == current.Reader.Id && f.Country == Country && f.RevokedAt == null, ct);
}
