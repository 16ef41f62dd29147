using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> person)
    {
        person.ToTable("person", "access");
        // A table of its own keeps it, where its owner alone may read: Passwords/Password.cs.
        person.Ignore(p => p.PasswordHash);
    }
}

internal sealed class PersonClaimTable : IEntityTypeConfiguration<IdentityUserClaim<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("person_claim", "access");
}

internal sealed class PersonLoginTable : IEntityTypeConfiguration<IdentityUserLogin<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login) => login.ToTable("person_login", "access");
}

internal sealed class PersonTokenTable : IEntityTypeConfiguration<IdentityUserToken<Guid>>
{
    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token) => token.ToTable("person_token", "access");
}

internal sealed class MembershipTable : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.ToTable("membership", "access");
        membership.HasOne<Person>().WithMany().HasForeignKey(m => m.PersonId);
        membership.HasOne<Workspace>().WithMany().HasForeignKey(m => m.Country);
    }
}

internal sealed class WorkspaceTable : IEntityTypeConfiguration<Workspace>
{
    public void Configure(EntityTypeBuilder<Workspace> workspace)
    {
        workspace.ToTable("workspace", "access");
        workspace.HasKey(w => w.Code);
        workspace.Property(w => w.Names).HasColumnType("jsonb").HasConversion(
            names => JsonSerializer.Serialize(names, JsonSerializerOptions.Default),
            stored => JsonSerializer.Deserialize<Dictionary<string, string>>(stored, JsonSerializerOptions.Default)!);
    }
}

internal sealed class OneTimeLinkTable : IEntityTypeConfiguration<OneTimeLink>
{
    public void Configure(EntityTypeBuilder<OneTimeLink> link)
    {
        link.ToTable("one_time_link", "access");
        // Two who open it in the same moment: one succeeds.
        link.Property(l => l.UsedAt).IsConcurrencyToken();
        link.HasOne<Person>().WithMany().HasForeignKey(l => l.PersonId);
    }
}
