using Cornerstone.Access;
using Cornerstone.Access.Factors;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>Makes, renews and revokes the address of one's own calendar.</summary>
[Requires(ReportingCalendarRoom.Read), FreshlyProved(ToSend = true)]
public sealed class RemindersPage(AppDb db, CurrentReader current, TimeProvider clock, HostSettings settings, Text T) : PageModel
{
    public DateTimeOffset? MadeAt { get; private set; }

    public bool HasEnded => ExpiresAt <= clock.GetUtcNow();

    /// <summary>Only in the answer to making it: afterwards nobody knows it but its owner.</summary>
    public string? Address { get; private set; }

    public string Path => $"/{Country.ToLowerInvariant()}/calendar";

    private string Country => current.Workspace!.Code;

    public DateTimeOffset? ExpiresAt { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        var feed = await OpenFeedAsync(ct);
        (MadeAt, ExpiresAt) = (feed?.MadeAt, feed?.ExpiresAt);
    }

    public async Task<IActionResult> OnPostMakeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await OpenFeedAsync(ct) is { } old)
        {
            old.RevokedAt = now;
            await db.RecordAsync(new Act("calendar.revoke", Country, now), ct);
        }

        var (feed, token) = CalendarFeed.Make(current.Session!, Country, T.Language.Code, now);
        db.CalendarFeeds.Add(feed);
        await db.SaveAsync(new Act("calendar.feed", Country, now), ct);
        (MadeAt, ExpiresAt, Address) = (now, feed.ExpiresAt, $"{settings.RootOf(Request)}/calendar/{token}.ics");
        return Page();
    }

    public async Task<IActionResult> OnPostRenewAsync(CancellationToken ct)
    {
        if (await OpenFeedAsync(ct) is not { } feed)
        {
            return NotFound();
        }

        feed.Renew(clock.GetUtcNow());
        await db.SaveAsync(new Act("calendar.renew", Country, feed.RenewedAt), ct);
        this.Say(T["The address is good for another year."]);
        return Redirect($"{Path}/reminders");
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
