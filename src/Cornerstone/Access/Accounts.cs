using Cornerstone.Access.Requests;
using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access;

/// <summary>What an administrator does with accounts and roles, in their own name.</summary>
public sealed class Accounts(UserManager<Person> people, AppDb db, TimeProvider clock)
{
    /// <summary>
    /// Who has this address, or a new account for it: without a role and a password it opens nothing. Null when there can be none: a
    /// mailbox has one account, whatever is written behind a "+" (security handbook §3, FE-04).
    /// </summary>
    public async Task<(Person Person, bool IsNew)?> KnownOrNewAsync(string name, string email, CancellationToken ct)
    {
        email = email.Trim();
        if (await people.FindByEmailAsync(email) is { } known)
        {
            return (known, false);
        }

        if (await db.HasMailboxAsync(people.NormalizeEmail(email), ct)) return null;

        var person = new Person { Name = name.Trim(), Email = email, UserName = email };
        return (await people.CreateAsync(person)).Succeeded ? (person, true) : null;
    }

    public AccessRequest Ask(string country, RequestKind kind, Guid person, string? reason, Role? role = null, Classification? clearance = null) =>
        AccessRequest.Ask(country, kind, person, db.Reader, clock.GetUtcNow(), reason, role, clearance);

    public AccessRequest AskToLink(string country, Guid person, string? reason, string issuer, string subject) =>
        AccessRequest.Ask(country, RequestKind.Provider, person, db.Reader, clock.GetUtcNow(), reason, number: (issuer, subject));

    /// <summary>Ends a role at once: taking access away does not wait for a second person.</summary>
    public async Task EndAsync(Membership membership, CancellationToken ct)
    {
        membership.EndedAt = clock.GetUtcNow();
        await db.SaveAsync(new Act("access.end", membership.Country, membership.EndedAt.Value), ct);
    }

    public Task<int> WaitingAsync(string country, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Set<AccessRequest>().CountAsync(r => r.Country == country && r.State == RequestState.Asked && r.ExpiresAt > now, ct);
    }

    /// <summary>How much one person alone has given here, and nobody else has looked at yet.</summary>
    public Task<int> AloneAsync(string country, CancellationToken ct) =>
        db.Set<AccessRequest>().CountAsync(r => r.Country == country && r.IsAlone && r.SeenBy == null, ct);
}

internal static class Mailboxes
{
    /// <summary>Whether the mailbox of this address, in capitals, has an account, in whatever form the address was given.</summary>
    public static Task<bool> HasMailboxAsync(this AppDb db, string address, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select access.has_mailbox({address}) as \"Value\"").SingleAsync(ct);
}
