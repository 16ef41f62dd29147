using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access.Requests;

/// <summary>What decides who comes in, and so takes two people.</summary>
public enum RequestKind
{
    Role,

    /// <summary>A one-time link by which somebody chooses a new password.</summary>
    Password,

    /// <summary>A lost second step set back: the next sign-in sets up another.</summary>
    SecondStep,

    /// <summary>The account closed in every country: sessions, tokens, addresses and links end.</summary>
    Disable,

    /// <summary>The account open again, as it was.</summary>
    Enable,

    /// <summary>The account linked to the number by which an organisation's identity provider knows the person.</summary>
    Provider,
}

public enum RequestState
{
    Asked,
    Approved,
    Refused,
    Withdrawn,
}

/// <summary>
/// Access that one administrator asks for somebody and another one gives. Neither is the person it is for; the database
/// refuses whatever goes round this.
/// </summary>
public sealed class AccessRequest : IRecord
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    /// <summary>How long after the approval whoever approved can make its link once more. The database knows it too.</summary>
    public static readonly TimeSpan LinkAgain = TimeSpan.FromDays(3);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required RequestKind Kind { get; init; }

    public required Guid PersonId { get; init; }

    public Role? Role { get; init; }

    public Classification? Clearance { get; init; }

    public string? Issuer { get; init; }

    /// <summary>The number by which the identity provider knows the person.</summary>
    public string? Subject { get; init; }

    public string? Reason { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; private init; }

    public RequestState State { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Approved by its asker: in a workspace that never had a second administrator, or by the operator as the last resort.</summary>
    public bool IsAlone { get; private set; }

    /// <summary>Who looked later at what was done alone.</summary>
    public Guid? SeenBy { get; private set; }

    public DateTimeOffset? SeenAt { get; private set; }

    public Guid? MembershipId { get; set; }

    public Guid? LinkId { get; set; }

    Classification IRecord.Classification => Classification.Government;

    IReadOnlyCollection<string> IRecord.LeftOutOfJournal { get; } = [nameof(Subject)];

    public static AccessRequest Ask(string country, RequestKind kind, Guid person, Reader by, DateTimeOffset now, string? reason, Role? role = null, Classification? clearance = null, (string Issuer, string Subject)? number = null) => new()
    {
        Country = country,
        Kind = kind,
        PersonId = person,
        Role = role,
        Clearance = clearance,
        Issuer = number?.Issuer,
        Subject = number?.Subject,
        Reason = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(),
        AskedBy = by.Id,
        AskedAt = now,
        ExpiresAt = now + Validity,
    };

    public bool IsOpen(DateTimeOffset now) => State == RequestState.Asked && now < ExpiresAt;

    /// <param name="needsTwo">False in a workspace that never had two administrators: then its only one decides alone.</param>
    public Refusal? Approve(Guid by, DateTimeOffset now, bool needsTwo)
    {
        if (by == PersonId) return new Refusal("access.request-for-oneself");
        if (by == AskedBy && needsTwo) return new Refusal("access.request-needs-another");
        if (Decide(RequestState.Approved, by, now) is { } refusal) return refusal;

        IsAlone = by == AskedBy;
        return null;
    }

    public Refusal? Refuse(Guid by, DateTimeOffset now) => by == AskedBy ? Decide(RequestState.Withdrawn, by, now) : Decide(RequestState.Refused, by, now);

    /// <summary>Another link in the place of one that nobody used in its minutes.</summary>
    public Refusal? RenewLink(Guid by, Guid link, DateTimeOffset now)
    {
        if (!MayRenewLink(by, now)) return new Refusal("access.request-link-over");

        LinkId = link;
        return null;
    }

    public bool MayRenewLink(Guid by, DateTimeOffset now) => LinkId is not null && DecidedBy == by && now < DecidedAt + LinkAgain;

    /// <summary>Somebody else looks at what was done alone.</summary>
    public Refusal? Look(Guid by, DateTimeOffset now)
    {
        if (!IsAlone || SeenBy is not null) return new Refusal("access.request-decided");
        if (by == AskedBy || by == PersonId) return new Refusal("access.request-needs-another");

        (SeenBy, SeenAt) = (by, now);
        return null;
    }

    private Refusal? Decide(RequestState state, Guid by, DateTimeOffset now)
    {
        if (State != RequestState.Asked) return new Refusal("access.request-decided");
        if (now >= ExpiresAt) return new Refusal("access.request-expired");

        (State, DecidedBy, DecidedAt) = (state, by, now);
        return null;
    }
}

internal sealed class AccessRequestTable : IEntityTypeConfiguration<AccessRequest>
{
    public void Configure(EntityTypeBuilder<AccessRequest> request)
    {
        request.ToTable("request", "access");
        // A hundred clicks at once: one decides.
        request.Property(r => r.State).IsConcurrencyToken();
        request.Property(r => r.SeenBy).IsConcurrencyToken();
        request.HasOne<Person>().WithMany().HasForeignKey(r => r.PersonId);
    }
}
