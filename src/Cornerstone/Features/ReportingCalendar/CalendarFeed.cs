using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>
/// An address under which a calendar reads one person's duties without signing in. Who knows it reads them, so it is long,
/// kept as a hash, shown once and revocable at any moment.
/// </summary>
public sealed class CalendarFeed
{
    private const int TokenBytes = 32;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    public required string Country { get; init; }

    public required byte[] TokenHash { get; init; }

    public required string Language { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public static (CalendarFeed Feed, string Token) Make(Guid person, string country, string language, DateTimeOffset now)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));
        return (new CalendarFeed { PersonId = person, Country = country, TokenHash = HashOf(token), Language = language, MadeAt = now }, token);
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
