using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Access.Requests;

/// <summary>What came of a decision: why not, and the token of the link to hand over where one was made.</summary>
public sealed record Given(Refusal? Refusal, string? Token = null);

/// <summary>Asks for access and gives it, for the pages and the command line. The reader of the transaction acts.</summary>
public sealed class GiveAccess(AppDb db, TimeProvider clock)
{
    private const string OneRoleOnce = "membership_person_id_country_role_idx";
    private static readonly TimeSpan LinkValidity = TimeSpan.FromDays(3);

    /// <summary>Notes what is asked; where there never was a second administrator, it is given at once and marked.</summary>
    public async Task<Given> AskAsync(AccessRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.Set<AccessRequest>().Add(request);
        var act = new Act("access.ask", request.Country, now, request.Reason);
        if (await NeedsTwoAsync(request, ct))
        {
            await db.SaveAsync(act, ct);
            return new(null);
        }

        await db.RecordAsync(act, ct);
        return await ApproveAsync(request, needsTwo: false, ct);
    }

    public async Task<Given> ApproveAsync(AccessRequest request, CancellationToken ct) =>
        await ApproveAsync(request, await NeedsTwoAsync(request, ct), ct);

    public async Task<Given> RefuseAsync(AccessRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return request.Refuse(db.Reader.Id, now) is { } refusal
            ? new(refusal)
            : await SaveAsync(request.State == RequestState.Withdrawn ? "access.withdraw-request" : "access.refuse-request", request, token: null, ct);
    }

    public async Task<Given> LookAsync(AccessRequest request, CancellationToken ct) =>
        request.Look(db.Reader.Id, clock.GetUtcNow()) is { } refusal ? new(refusal) : await SaveAsync("access.look-at", request, token: null, ct);

    /// <summary>Whether the workspace has ever had two administrators: from then on two people are needed.</summary>
    public Task<bool> NeedsTwoAsync(string country, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select access.has_had_two_administrators({country}, null) as \"Value\"").SingleAsync(ct);

    /// <summary>Whether the reader administers every workspace this person belongs to.</summary>
    public Task<bool> AdministersAsync(Guid person, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select access.administers_person({person}) as \"Value\"").SingleAsync(ct);

    // Who is let in anew is let in wherever they work: then two administrators of any of those countries count.
    private Task<bool> NeedsTwoAsync(AccessRequest request, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select access.takes_two_people({request.Kind.ToString()}, {request.Country}, {request.PersonId}, null) as \"Value\"").SingleAsync(ct);

    private async Task<Given> ApproveAsync(AccessRequest request, bool needsTwo, CancellationToken ct)
    {
        if (await WhyNotAsync(request, ct) is { } why)
        {
            return new(why);
        }

        if (request.Approve(db.Reader.Id, clock.GetUtcNow(), needsTwo) is { } refusal)
        {
            return new(refusal);
        }

        return request.Kind switch
        {
            RequestKind.Role => await SaveAsync("access.grant", request, await GiveRoleAsync(request, ct), ct),
            RequestKind.Password => await SaveAsync("access.new-link", request, AddLink(request), ct),
            // The database sets it back with the approval: the rows are nobody else's to touch.
            _ => await SaveAsync("access.reset-second-step", request, token: null, ct),
        };
    }

    private async Task<Refusal?> WhyNotAsync(AccessRequest request, CancellationToken ct)
    {
        if (!await db.Database.SqlQuery<bool>($"select access.asker_administers({request.AskedBy}, {request.Country}) as \"Value\"").SingleAsync(ct))
        {
            return new("access.request-asker-left");
        }

        if (request.Kind != RequestKind.Role)
        {
            return await AdministersAsync(request.PersonId, ct) ? null : new Refusal("access.request-elsewhere");
        }

        return await db.Memberships.AnyAsync(m => m.PersonId == request.PersonId && m.Country == request.Country && m.Role == request.Role && m.EndedAt == null, ct)
            ? new Refusal("access.request-has-it")
            : null;
    }

    private async Task<string?> GiveRoleAsync(AccessRequest request, CancellationToken ct)
    {
        var isNew = !await db.Memberships.AnyAsync(m => m.PersonId == request.PersonId, ct);
        var membership = new Membership
        {
            PersonId = request.PersonId,
            Country = request.Country,
            Role = request.Role!.Value,
            Clearance = request.Clearance!.Value,
            GrantedAt = clock.GetUtcNow(),
        };
        db.Memberships.Add(membership);
        request.MembershipId = membership.Id;
        return isNew ? AddLink(request) : null;
    }

    private string AddLink(AccessRequest request)
    {
        var (link, token) = OneTimeLink.Make(request.PersonId, clock.GetUtcNow() + LinkValidity);
        db.OneTimeLinks.Add(link);
        request.LinkId = link.Id;
        return token;
    }

    private async Task<Given> SaveAsync(string act, AccessRequest request, string? token, CancellationToken ct)
    {
        try
        {
            return await db.TrySaveAsync(new Act(act, request.Country, clock.GetUtcNow(), request.Reason), ct) == SaveOutcome.Saved
                ? new(null, token)
                : new(new Refusal("access.request-decided"));
        }
        // Approved by somebody else in this very moment: the role is there once.
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { ConstraintName: OneRoleOnce })
        {
            db.ChangeTracker.Clear();
            await db.BeginAsync(db.Reader, ct);
            return new(new Refusal("access.request-has-it"));
        }
    }
}
