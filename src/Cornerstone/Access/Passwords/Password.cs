using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access.Passwords;

/// <summary>A person's password as the database keeps it: its hash, which its owner alone may read.</summary>
public sealed class Password
{
    public required Guid PersonId { get; init; }

    public required string Hash { get; set; }

    /// <summary>When somebody chose it. Hashed anew with more rounds, it is still the same password.</summary>
    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class PasswordTable : IEntityTypeConfiguration<Password>
{
    public void Configure(EntityTypeBuilder<Password> password)
    {
        password.ToTable("password", "access");
        password.HasKey(p => p.PersonId);
        password.HasOne<Person>().WithOne().HasForeignKey<Password>(p => p.PersonId);
    }
}
