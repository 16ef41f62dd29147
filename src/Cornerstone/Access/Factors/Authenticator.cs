using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access.Factors;

/// <summary>An app or device that shows a person's codes. Its owner alone reads the row, and the secret in it is locked besides.</summary>
public sealed class Authenticator
{
    public required Guid PersonId { get; init; }

    public required byte[] Secret { get; set; }

    /// <summary>The newest step whose code was taken: a code works once (RFC 6238, section 5.2).</summary>
    public required long LastStep { get; set; }

    public required DateTimeOffset MadeAt { get; set; }
}

internal sealed class AuthenticatorTable : IEntityTypeConfiguration<Authenticator>
{
    public void Configure(EntityTypeBuilder<Authenticator> authenticator)
    {
        authenticator.ToTable("authenticator", "access");
        authenticator.HasKey(a => a.PersonId);
        // The same code sent twice in one moment: one succeeds.
        authenticator.Property(a => a.LastStep).IsConcurrencyToken();
        authenticator.HasOne<Person>().WithOne().HasForeignKey<Authenticator>(a => a.PersonId);
    }
}
