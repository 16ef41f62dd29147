using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access.Organisation;

/// <summary>By what number an identity provider knows a person. Made by an approved request, and by nothing else.</summary>
public sealed class ProviderLink
{
    public const int LongestSubject = 255;

    public Guid Id { get; init; }

    public required Guid PersonId { get; init; }

    public required string Issuer { get; init; }

    public required string Subject { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
}

internal sealed class ProviderLinkTable : IEntityTypeConfiguration<ProviderLink>
{
    public void Configure(EntityTypeBuilder<ProviderLink> link)
    {
        link.ToTable("provider_link", "access");
        link.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
    }
}
