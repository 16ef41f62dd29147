using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access.Passkeys;

/// <summary>A key pair on somebody's device, unlocked there with a finger, a face or a PIN; the public half is kept here (decision 43).</summary>
public sealed class Passkey
{
    public const int LongestName = 80;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    /// <summary>How the device calls the pair: a long random number.</summary>
    public required byte[] CredentialId { get; init; }

    /// <summary>How its owner calls it.</summary>
    public required string Name { get; init; }

    public required byte[] PublicKey { get; init; }

    /// <summary>How often the device has signed with it; zero for those that do not count.</summary>
    public required long SignCount { get; set; }

    /// <summary>How a browser reaches the device: "usb", "internal", "hybrid".</summary>
    public required string[] Transports { get; init; }

    public required bool IsBackupEligible { get; init; }

    /// <summary>Copied among its owner's devices by whoever makes them.</summary>
    public required bool IsBackedUp { get; set; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; set; }

    public static Passkey Of(Guid person, string name, UserPasskeyInfo told, DateTimeOffset now) => new()
    {
        PersonId = person,
        CredentialId = told.CredentialId,
        Name = name,
        PublicKey = told.PublicKey,
        SignCount = told.SignCount,
        Transports = told.Transports ?? [],
        IsBackupEligible = told.IsBackupEligible,
        IsBackedUp = told.IsBackedUp,
        MadeAt = now,
    };

    /// <summary>True when the device counts and this is not a further time: somebody has a copy of it (WebAuthn, 6.1.1).</summary>
    public bool IsCopied(UserPasskeyInfo told) => (SignCount > 0 || told.SignCount > 0) && told.SignCount <= SignCount;
}

internal sealed class PasskeyTable : IEntityTypeConfiguration<Passkey>
{
    public void Configure(EntityTypeBuilder<Passkey> passkey)
    {
        passkey.ToTable("passkey", "access");
        // Two at the same count in the same moment: one succeeds.
        passkey.Property(p => p.SignCount).IsConcurrencyToken();
        passkey.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId);
    }
}
