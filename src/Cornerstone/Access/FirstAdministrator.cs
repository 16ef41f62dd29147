using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access;

/// <summary>The first administrator comes in by a link printed at the start; there is no default account.</summary>
public static class FirstAdministrator
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(1);

    /// <summary>A new one-time token while nobody administers this installation; null once somebody does.</summary>
    public static async Task<string?> LinkAsync(Database database, TimeProvider clock, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        if (await db.Memberships.AnyAsync(m => m.Role == Role.Administrator && m.EndedAt == null, ct))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        await foreach (var old in db.OneTimeLinks.Where(l => l.PersonId == null && l.UsedAt == null).AsAsyncEnumerable().WithCancellation(ct))
        {
            old.UsedAt = now;
        }

        var (link, token) = OneTimeLink.Make(personId: null, now + Validity);
        db.OneTimeLinks.Add(link);
        await db.SaveAsync(new Act("access.first-administrator-link", Workspace.Shared, now), ct);
        return token;
    }
}
