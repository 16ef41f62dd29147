using System.Security.Cryptography;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access.Sessions;

/// <summary>How somebody proved who they are.</summary>
public enum Proof
{
    Password,

    /// <summary>The password, and a code of an authenticator.</summary>
    PasswordAndCode,

    /// <summary>The password, and a code from the paper kept for the day the authenticator is lost.</summary>
    PasswordAndRecoveryCode,

    /// <summary>A passkey: the device, and the finger, face or PIN that unlocks it.</summary>
    Passkey,

    /// <summary>An organisation's identity provider, which asked for one factor or does not say.</summary>
    Organisation,

    /// <summary>An organisation's identity provider, and a code of ours.</summary>
    OrganisationAndCode,

    /// <summary>An organisation's identity provider that asked for two factors, and is configured to be believed.</summary>
    OrganisationWithSecondFactor,

    /// <summary>One click on a name: in the demonstration only.</summary>
    Demonstration,
}

public static class Proofs
{
    /// <summary>True for what opens nothing to somebody of whom two steps are demanded.</summary>
    public static bool IsOneStep(this Proof proof) => proof is Proof.Password or Proof.Organisation;

    /// <summary>The same with a code of an authenticator besides.</summary>
    public static Proof WithCode(this Proof proof) => proof switch
    {
        Proof.Password => Proof.PasswordAndCode,
        Proof.Organisation => Proof.OrganisationAndCode,
        _ => proof,
    };
}

/// <summary>
/// One signed-in browser. The browser holds a random token, the database its hash: who reads the database cannot
/// sign in with what is there, and who holds a cookie holds nothing once the row has ended.
/// </summary>
public sealed class Session
{
    /// <summary>Goal 3 of the security text: 60 minutes without use, outside sealed areas.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(60);

    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(8);

    /// <summary>What a person may want to look back at; then the row goes.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    private const int TokenBytes = 32;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required byte[] TokenHash { get; init; }

    public required Guid PersonId { get; init; }

    public required Proof Proof { get; init; }

    /// <summary>Browser and system in two words, as the browser calls itself.</summary>
    public required string Device { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset SeenAt { get; set; }

    /// <summary>When somebody last proved who sits there: at the start, or when asked again since.</summary>
    public required DateTimeOffset ProvedAt { get; set; }

    /// <summary>When a passkey was last shown here; null when never.</summary>
    public DateTimeOffset? PasskeyAt { get; set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? EndedBecause { get; private set; }

    /// <param name="renewed">The session it takes the place of: it ends when that one would have, and is no fresher.</param>
    public static (Session Session, string Token) Start(Guid personId, Proof proof, string device, DateTimeOffset now, Session? renewed = null)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new Session
        {
            TokenHash = HashOf(token),
            PersonId = personId,
            Proof = proof,
            Device = device,
            StartedAt = renewed?.StartedAt ?? now,
            SeenAt = now,
            ProvedAt = renewed?.ProvedAt ?? now,
            PasskeyAt = renewed is not null ? renewed.PasskeyAt : proof == Proof.Passkey ? now : null,
        }, token);
    }

    public static byte[] HashOf(string token) => OneTimeLink.HashOf(token);

    public bool IsOpen(DateTimeOffset now) => EndedAt is null && now < SeenAt + LongestPause && now < StartedAt + LongestSession;

    public void End(string because, DateTimeOffset now) => (EndedAt, EndedBecause) = (now, because);
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> session)
    {
        session.ToTable("session", "access");
        session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId);
    }
}
