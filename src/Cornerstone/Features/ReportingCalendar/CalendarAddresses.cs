using Cornerstone.Access.Tokens;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>The addresses of calendars among all else that opens without signing in.</summary>
internal sealed class CalendarAddresses(AppDb db, TimeProvider clock, Text T) : IKeepsAddresses
{
    public async Task<IReadOnlyList<OpenAddress>> OpenAsync(Guid? person, string? country, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var open = await db.CalendarFeeds.AsNoTracking()
            .Where(f => f.RevokedAt == null && f.ExpiresAt > now && (person == null || f.PersonId == person) && (country == null || f.Country == country))
            .OrderByDescending(f => f.MadeAt).ToListAsync(ct);
        return [.. open.Select(f => new OpenAddress(f.Id, f.PersonId, f.Country, T["Reporting calendar"], f.LastUsedAt, f.ExpiresAt))];
    }

    public async Task EndAsync(Guid address, CancellationToken ct)
    {
        var ended = await db.CalendarFeeds.SingleAsync(f => f.Id == address && f.RevokedAt == null, ct);
        ended.RevokedAt = clock.GetUtcNow();
        await db.SaveAsync(new Act("calendar.revoke", ended.Country, ended.RevokedAt.Value), ct);
    }
}
