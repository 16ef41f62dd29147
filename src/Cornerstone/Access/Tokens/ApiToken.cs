using System.Security.Cryptography;
using Cornerstone.Access.Sessions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access.Tokens;

/// <summary>
/// By which a program reads in somebody's name: pages and files of one country, never writing, until a day. Shown once,
/// kept as a hash (decision 34).
/// </summary>
public sealed class ApiToken
{
    public const int LongestName = 80;

    /// <summary>At the front of each, so that a search of files and logs finds those that were left lying about.</summary>
    public const string Mark = "cornerstone_";

    private const int Bytes = 32;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required byte[] Hash { get; init; }

    public required Guid PersonId { get; init; }

    public required string Country { get; init; }

    public required string Name { get; init; }

    public required Proof Proof { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public static (ApiToken Kept, string Shown) Make(SeenSession maker, string country, string name, TimeSpan validity, DateTimeOffset now)
    {
        var shown = Mark + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(Bytes));
        return (new()
        {
            Hash = OneTimeLink.HashOf(shown),
            PersonId = maker.PersonId,
            Country = country,
            Name = name.Trim(),
            Proof = maker.Proof,
            MadeAt = now,
            ExpiresAt = now + validity,
        }, shown);
    }

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;
}

/// <summary>An open token that came with a request.</summary>
public sealed record SeenToken(Guid Id, Guid PersonId, string Country, Proof Proof);

internal sealed class ApiTokenTable : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("api_token", "access");
        token.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId);
        token.HasOne<Workspace>().WithMany().HasForeignKey(t => t.Country);
    }
}
