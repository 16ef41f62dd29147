using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Access.Requests;

/// <summary>What came of a decision: why not, and the link to hand over where one was made.</summary>
public sealed record Given(Refusal? Refusal, HandedLink? Link = null);

/// <summary>A link that one person hands to another.</summary>
/// <param name="IsBrief">It opens an account that is somebody's: for minutes, else for days.</param>
public sealed record HandedLink(string Token, bool IsBrief);

/// <summary>Asks for access and gives it, for the pages and the command line. The reader of the transaction acts.</summary>
public sealed class GiveAccess(AppDb db, TimeProvider clock)
{
    private const string OneLinkEach = "provider_link_one_";
    private const string OneRoleOnce = "membership_person_id_country_role_idx";

    private const string OneMailbox = "person_mailbox";
    private const string LinkIsOver = "CS131";

    /// <summary>Where PostgreSQL says an error comes from that a rule of ours raised; a missing right of the program's own comes from elsewhere.</summary>
    private const string RaisedByRule = "exec_stmt_raise";

    private static readonly TimeSpan LinkOfNewcomer = TimeSpan.FromDays(3);

    // Security handbook §3, AU-08.
    private static readonly TimeSpan BriefLink = TimeSpan.FromMinutes(15);

    /// <summary>Notes what is asked; where there never was a second administrator, it is given at once and marked.</summary>
    /// <param name="asLastResort">The server's operator does it now, alone: it is marked and looked at later.</param>
    public async Task<Given> AskAsync(AccessRequest request, CancellationToken ct, bool asLastResort = false)
    {
        var act = ActFor(request, "access.ask");
        var waits = !asLastResort && (await NeedsTwoAsync(request, ct) || await IsForOthersAsync(request, ct));
        db.Set<AccessRequest>().Add(request);
        if (waits)
        {
            return await SaveAsync(() => db.SaveAsync(act, ct), link: null, ct);
        }

        if (await SaveAsync(() => db.RecordAsync(act, ct), link: null, ct) is { Refusal: not null } refused)
        {
            return refused;
        }

        var given = await ApproveAsync(request, needsTwo: false, ct);
        if (given.Refusal is not null)
        {
            await ForgetAsync(ct);
        }

        return given;
    }

    public async Task<Given> ApproveAsync(AccessRequest request, CancellationToken ct) =>
        await ApproveAsync(request, await NeedsTwoAsync(request, ct), ct);

    public async Task<Given> RefuseAsync(AccessRequest request, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return request.Refuse(db.Reader.Id, now) is { } refusal
            ? new(refusal)
            : await SaveAsync(request.State == RequestState.Withdrawn ? "access.withdraw-request" : "access.refuse-request", request, ct);
    }

    public async Task<Given> LookAsync(AccessRequest request, CancellationToken ct) =>
        request.Look(db.Reader.Id, clock.GetUtcNow()) is { } refusal ? new(refusal) : await SaveAsync("access.look-at", request, ct);

    /// <summary>Makes the link that an approval gave once more; the one before opens nothing any more.</summary>
    public async Task<Given> RenewLinkAsync(AccessRequest request, CancellationToken ct)
    {
        var (link, handed) = await MakeLinkAsync(request, ct);
        if (request.RenewLink(db.Reader.Id, link.Id, clock.GetUtcNow()) is { } refusal)
        {
            return new(refusal);
        }

        db.Add(link);
        return await SaveAsync(() => db.SaveAsync(ActFor(request, ActOf(RequestKind.Password)), ct), handed, ct);
    }

    /// <summary>Whether the workspace has ever had two administrators: from then on two people are needed.</summary>
    public Task<bool> NeedsTwoAsync(string country, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select access.has_had_two_administrators({country}) as \"Value\"").SingleAsync(ct);

    /// <summary>Whether the reader administers every workspace this person belongs to.</summary>
    public Task<bool> AdministersAsync(Guid person, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select access.administers_person({person}) as \"Value\"").SingleAsync(ct);

    /// <summary>Whether somebody else than this person administers every country the person works in, and can sign in.</summary>
    public Task<bool> SomebodyCanApproveAsync(Guid person, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select access.somebody_can_approve({person}) as \"Value\"").SingleAsync(ct);

    /// <summary>Whether all by which the person signs in ends with a role in this country: nobody who is here has seen to it that it is theirs.</summary>
    public Task<bool> ComesAnewAsync(Guid person, string country, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select access.comes_anew({person}, {country}) as \"Value\"").SingleAsync(ct);

    // Who is let in anew is let in wherever they work: then two administrators of any of those countries count.
    private Task<bool> NeedsTwoAsync(AccessRequest request, CancellationToken ct) =>
        db.Database.SqlQuery<bool>($"select access.takes_two_people({request.Kind.ToString()}, {request.Country}, {request.PersonId}) as \"Value\"").SingleAsync(ct);

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

        return await CarryOutAsync(request, ct);
    }

    // The approval is saved before what it gives: the database looks at who administers what as it was before.
    private async Task<Given> CarryOutAsync(AccessRequest request, CancellationToken ct)
    {
        var act = ActFor(request, ActOf(request.Kind));
        var role = request.Kind == RequestKind.Role ? RoleOf(request) : null;
        request.MembershipId = role?.Id;
        (OneTimeLink Link, HandedLink Handed)? made = await NeedsLinkAsync(request, ct) ? await MakeLinkAsync(request, ct) : null;
        request.LinkId = made?.Link.Id;
        return await SaveAsync(async () =>
        {
            await db.RecordAsync(act, ct);
            db.AddRange(new object?[] { role, made?.Link }.OfType<object>());
            await db.SaveAsync(act, ct);
        }, made?.Handed, ct);
    }

    // The account of somebody who works elsewhere already is one to break into, though they come in anew here.
    private async Task<(OneTimeLink Link, HandedLink Handed)> MakeLinkAsync(AccessRequest request, CancellationToken ct)
    {
        var isBrief = request.Kind == RequestKind.Password || await db.Memberships.AnyAsync(m => m.PersonId == request.PersonId && m.Country != request.Country && m.EndedAt == null, ct);
        var (link, token) = OneTimeLink.Make(request.PersonId, clock.GetUtcNow() + (isBrief ? BriefLink : LinkOfNewcomer));
        return (link, new(token, isBrief));
    }

    private Act ActFor(AccessRequest request, string name) => new(name, request.Country, clock.GetUtcNow(), request.Reason);

    private static string ActOf(RequestKind kind) => kind switch
    {
        RequestKind.Role => "access.grant",
        RequestKind.Password => "access.new-link",
        // These the database does with the approval: the rows are nobody else's to touch.
        RequestKind.SecondStep => "access.reset-second-step",
        RequestKind.Disable => "access.disable",
        RequestKind.Provider => "access.link-organisation",
        _ => "access.enable",
    };

    private async Task<bool> NeedsLinkAsync(AccessRequest request, CancellationToken ct) =>
        request.Kind == RequestKind.Password || (request.Kind == RequestKind.Role && await ComesAnewAsync(request.PersonId, request.Country, ct));

    private Membership RoleOf(AccessRequest request) => new()
    {
        PersonId = request.PersonId,
        Country = request.Country,
        Role = request.Role!.Value,
        Clearance = request.Clearance!.Value,
        GrantedAt = clock.GetUtcNow(),
    };

    // Whoever hands over a link could come in by it: never into a country one does not administer.
    private async Task<bool> IsForOthersAsync(AccessRequest request, CancellationToken ct) =>
        (request.Kind != RequestKind.Role || await ComesAnewAsync(request.PersonId, request.Country, ct)) && !await AdministersAsync(request.PersonId, ct);

    private async Task<Refusal?> WhyNotAsync(AccessRequest request, CancellationToken ct)
    {
        if (!await db.Database.SqlQuery<bool>($"select access.asker_administers({request.AskedBy}, {request.Country}) as \"Value\"").SingleAsync(ct))
        {
            return new("access.request-asker-left");
        }

        if (request.Kind == RequestKind.Role && await db.Memberships.AnyAsync(m => m.PersonId == request.PersonId && m.Country == request.Country && m.Role == request.Role && m.EndedAt == null, ct))
        {
            return new("access.request-has-it");
        }

        if (request.Kind is RequestKind.Disable or RequestKind.Enable
            && await db.Users.AnyAsync(p => p.Id == request.PersonId && (p.DisabledAt != null) == (request.Kind == RequestKind.Disable), ct))
        {
            return new("access.request-is-so");
        }

        return await IsForOthersAsync(request, ct) ? new("access.request-elsewhere") : null;
    }

    private Task<Given> SaveAsync(string act, AccessRequest request, CancellationToken ct) =>
        SaveAsync(() => db.SaveAsync(ActFor(request, act), ct), link: null, ct);

    private async Task<Given> SaveAsync(Func<Task> save, HandedLink? link, CancellationToken ct)
    {
        try
        {
            return await db.TryAsync(save, ct) == SaveOutcome.Saved ? new(null, link) : new(new Refusal("access.request-decided"));
        }
        catch (Exception fault) when (WhyRefused(fault) is { } why)
        {
            await ForgetAsync(ct);
            return new(why);
        }
    }

    private async Task ForgetAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await db.BeginAsync(db.Reader, ct);
    }

    private static Refusal? WhyRefused(Exception fault) => (fault as PostgresException ?? fault.InnerException as PostgresException) switch
    {
        // Another form of the address got an account in this very moment.
        { ConstraintName: OneMailbox } => new("access.request-mailbox-taken"),
        { SqlState: LinkIsOver } => new("access.request-link-over"),
        // Approved by somebody else in this very moment: the role is there once.
        { ConstraintName: OneRoleOnce } => new("access.request-has-it"),
        { ConstraintName: { } rule } when rule.StartsWith(OneLinkEach, StringComparison.Ordinal) => new("access.request-linked-already"),
        { SqlState: PostgresErrorCodes.CheckViolation } or { SqlState: PostgresErrorCodes.InsufficientPrivilege, Routine: RaisedByRule } => new("access.request-against-rules"),
        _ => null,
    };
}
