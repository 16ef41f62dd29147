using System.Security.Cryptography;
using System.Text;
using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.AspNetCore.Identity;

namespace Cornerstone.Access;

/// <summary>Somebody with an account. The user name is their e-mail address; logs name them by id only.</summary>
public sealed class Person : IdentityUser<Guid>, IRecord
{
    public Person() => Id = Guid.CreateVersion7();

    public required string Name { get; set; }

    /// <summary>Interface language they chose, null for the browser's.</summary>
    public string? Language { get; set; }

    public DateTimeOffset? DisabledAt { get; set; }

    string IRecord.Country => Workspace.Shared;

    Classification IRecord.Classification => Classification.Restricted;

    IReadOnlyCollection<string> IRecord.LeftOutOfJournal { get; } =
    [
        nameof(PasswordHash), nameof(SecurityStamp), nameof(ConcurrencyStamp), nameof(Email), nameof(NormalizedEmail),
        nameof(UserName), nameof(NormalizedUserName), nameof(PhoneNumber), nameof(Name),
    ];
}

/// <summary>A link that works once and for a limited time: first administrator, invitation, new password.</summary>
public sealed class OneTimeLink
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>SHA-256 of the token; the token itself is only in the link.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Whose password it sets; null for the link that makes the first administrator.</summary>
    public Guid? PersonId { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>A fresh link and the token that opens it; only the token's hash is kept.</summary>
    public static (OneTimeLink Link, string Token) Make(Guid? personId, DateTimeOffset expiresAt)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        return (new OneTimeLink { TokenHash = HashOf(token), PersonId = personId, ExpiresAt = expiresAt }, token);
    }

    public static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));

    public bool IsOpen(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;
}
