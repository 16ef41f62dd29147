using System.Security.Cryptography;
using System.Text;
using Cornerstone.Access.Sessions;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>
/// An address under which a calendar reads one person's duties without signing in. Who knows it reads them, so it is long,
/// kept as a hash, shown once, ends after a year unless its owner renews it, and is revocable at any moment.
/// </summary>
public sealed class CalendarFeed
{
    public static readonly TimeSpan Validity = TimeSpan.FromDays(365);

    private const int TokenBytes = 32;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    public required string Country { get; init; }

    public required byte[] TokenHash { get; init; }

    public required string Language { get; init; }

    /// <summary>How its maker had proved who they are: it is worth no more than that.</summary>
    public required Proof Proof { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset RenewedAt { get; set; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public static (CalendarFeed Feed, string Token) Make(SeenSession maker, string country, string language, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new CalendarFeed
        {
            PersonId = maker.PersonId,
            Country = country,
            TokenHash = HashOf(token),
            Language = language,
            Proof = maker.Proof,
            MadeAt = now,
            RenewedAt = now,
            ExpiresAt = now + Validity,
        }, token);
    }

    public void Renew(DateTimeOffset now) => (RenewedAt, ExpiresAt) = (now, now + Validity);

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>An open address that a calendar asked for.</summary>
public sealed record SeenFeed(Guid PersonId, string Country, string Language, string Proof);
