using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Requests;

/// <summary>A request as it is listed.</summary>
public sealed record RequestLine(Guid Id, string Person, RequestKind Kind, string Asker, DateTimeOffset AskedAt, DateTimeOffset ExpiresAt, RequestState State)
{
    public Role? Role { get; init; }

    public Classification? Clearance { get; init; }

    public string? Reason { get; init; }

    public string? Decider { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    public bool IsAlone { get; init; }

    public Guid? SeenBy { get; init; }

    /// <summary>Asked by the reader.</summary>
    public bool IsMine { get; init; }

    /// <summary>The reader is neither who asked nor who it is for.</summary>
    public bool MayApprove { get; init; }

    public bool IsOpen(DateTimeOffset now) => State == RequestState.Asked && now < ExpiresAt;
}

internal static class RequestQueries
{
    extension(AppDb db)
    {
        /// <summary>The newest first. Row-level security shows them to administrators of the workspace.</summary>
        public Task<List<RequestLine>> RequestsAsync(string? country, Guid reader, int atMost, CancellationToken ct) => (
            from request in db.Set<AccessRequest>().AsNoTracking()
            join person in db.Users on request.PersonId equals person.Id
            join asker in db.Users on request.AskedBy equals asker.Id
            join decided in db.Users on request.DecidedBy equals decided.Id into deciders
            from decider in deciders.DefaultIfEmpty()
            where country == null || request.Country == country
            orderby request.AskedAt descending, request.Id descending
            select new RequestLine(request.Id, person.Name, request.Kind, asker.Name, request.AskedAt, request.ExpiresAt, request.State)
            {
                Role = request.Role,
                Clearance = request.Clearance,
                Reason = request.Reason,
                Decider = decider == null ? null : decider.Name,
                DecidedAt = request.DecidedAt,
                IsAlone = request.IsAlone,
                SeenBy = request.SeenBy,
                IsMine = request.AskedBy == reader,
                MayApprove = request.AskedBy != reader && request.PersonId != reader,
            }).Take(atMost).ToListAsync(ct);
    }
}
