using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Requests;

/// <summary>A request as it is listed.</summary>
public sealed record RequestLine(Guid Id, string Person, RequestKind Kind, string Asker, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt, RequestState State)
{
    public required Guid PersonId { get; init; }

    public Role? Role { get; init; }

    public Classification? Clearance { get; init; }

    public string? Subject { get; init; }

    public string? Reason { get; init; }

    public string? Decider { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public bool IsAlone { get; init; }

    public Guid? SeenBy { get; init; }

    /// <summary>Asked by the reader.</summary>
    public bool IsMine { get; init; }

    /// <summary>The reader approved it, and a link came of it.</summary>
    public bool HasMyLink { get; init; }

    /// <summary>By which whoever approves knows whose account it is.</summary>
    public string? Email { get; init; }

    /// <summary>The person has or had a role elsewhere.</summary>
    public bool IsKnown { get; init; }

    /// <summary>The person has no role in this country.</summary>
    public bool IsNewHere { get; init; }

    /// <summary>It opens countries that the reader does not administer.</summary>
    public bool IsForOthers { get; init; }

    /// <summary>The reader is neither who asked nor who it is for.</summary>
    public bool IsAnother { get; init; }

    /// <summary>All by which the account was opened so far ends with the approval.</summary>
    public bool GivesAnew => Kind == RequestKind.Role && IsKnown && IsNewHere;

    public bool MayApprove => IsAnother && !IsForOthers;

    public bool IsOpen(DateTimeOffset now) => State == RequestState.Asked && now < ExpiresAt;
}

internal static class RequestQueries
{
    extension(AppDb db)
    {
        /// <summary>The newest first. Row-level security shows them to administrators of the workspace.</summary>
        public Task<List<RequestLine>> RequestsAsync(string? country, Reader reader, int atMost, CancellationToken ct)
        {
            var all = reader.AdministersAll || reader.Id == Reader.OperatorId;
            var mine = reader.Memberships.Where(m => m.Role == Role.Administrator).Select(m => m.Country).ToList();
            return (
                from request in db.Set<AccessRequest>().AsNoTracking()
                join person in db.Users on request.PersonId equals person.Id
                join asker in db.Users on request.AskedBy equals asker.Id
                join decided in db.Users on request.DecidedBy equals decided.Id into deciders
                from decider in deciders.DefaultIfEmpty()
                where country == null || request.Country == country
                orderby request.AskedAt descending, request.Id descending
                select new RequestLine(request.Id, person.Name, request.Kind, asker.Name, request.AskedAt, request.ExpiresAt, request.State)
                {
                    PersonId = person.Id,
                    Role = request.Role,
                    Clearance = request.Clearance,
                    Subject = request.Subject,
                    Reason = request.Reason,
                    Decider = decider == null ? null : decider.Name,
                    DecidedAt = request.DecidedAt,
                    IsAlone = request.IsAlone,
                    SeenBy = request.SeenBy,
                    Email = person.Email,
                    IsKnown = db.Memberships.Any(m => m.PersonId == person.Id && m.Country != request.Country),
                    IsNewHere = !db.Memberships.Any(m => m.PersonId == person.Id && m.Country == request.Country && m.EndedAt == null),
                    IsForOthers = !all
                        && (request.Kind != RequestKind.Role || !db.Memberships.Any(m => m.PersonId == person.Id && m.Country == request.Country && m.EndedAt == null))
                        && db.Memberships.Any(m => m.PersonId == person.Id && m.EndedAt == null && !mine.Contains(m.Country)),
                    IsMine = request.AskedBy == reader.Id,
                    HasMyLink = request.DecidedBy == reader.Id && request.LinkId != null,
                    IsAnother = request.AskedBy != reader.Id && request.PersonId != reader.Id,
                }).Take(atMost).ToListAsync(ct);
        }
    }
}
