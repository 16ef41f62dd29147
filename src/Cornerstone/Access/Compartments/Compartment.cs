using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access.Compartments;

/// <summary>
/// A sealed group: named persons, each for a term, and the legal basis on which what they share is kept from everybody else
/// (S/2022/280, para. 44: oversight behind closed doors).
/// </summary>
public sealed class Compartment
{
    public const int LongestName = 120;
    public const int LongestBasis = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required string Name { get; init; }

    public required string LegalBasis { get; init; }
}

/// <summary>One person's term in a group.</summary>
public sealed class CompartmentMember
{
    public required Guid CompartmentId { get; init; }

    public required Guid PersonId { get; init; }

    public required DateOnly FromDay { get; init; }

    public required DateOnly UntilDay { get; init; }

    /// <summary>Named by an administrator, not yet admitted by a member who has the key: outside until then.</summary>
    public bool Waits { get; set; }

    public DateTimeOffset? EndedAt { get; set; }

    public bool IsCurrent(DateOnly today) => EndedAt is null && !Waits && FromDay <= today && today <= UntilDay;
}

internal sealed class CompartmentTable : IEntityTypeConfiguration<Compartment>
{
    public void Configure(EntityTypeBuilder<Compartment> compartment) => compartment.ToTable("compartment", "access");
}

internal sealed class CompartmentMemberTable : IEntityTypeConfiguration<CompartmentMember>
{
    public void Configure(EntityTypeBuilder<CompartmentMember> member)
    {
        member.ToTable("compartment_member", "access");
        member.HasKey(m => new { m.CompartmentId, m.PersonId, m.FromDay });
        member.HasOne<Compartment>().WithMany().HasForeignKey(m => m.CompartmentId);
    }
}
