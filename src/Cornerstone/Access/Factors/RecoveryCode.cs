using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Access.Factors;

/// <summary>
/// A code on paper for the day the authenticator is lost: shown once, kept as a hash, good once. With 120 random bits it
/// needs no slow hash (ASVS 5.0, 6.5.2 asks for one below 112).
/// </summary>
public sealed class RecoveryCode
{
    public const int InASet = 10;
    private const int Letters = 24;
    private const int GroupLength = 4;

    // Without the letters that are taken for digits or for each other when written by hand: I, L, O, U.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid PersonId { get; init; }

    public required byte[] Hash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>A new set: what is kept, and what is shown.</summary>
    public static IReadOnlyList<(RecoveryCode Kept, string Shown)> MakeSet(Guid personId, DateTimeOffset now) =>
    [
        .. Enumerable.Range(0, InASet)
            .Select(_ => RandomNumberGenerator.GetString(Alphabet, Letters))
            .Select(code => (new RecoveryCode { PersonId = personId, Hash = HashOf(code), MadeAt = now }, Grouped(code))),
    ];

    /// <summary>As typed: small letters, missing hyphens, and O for 0 do no harm.</summary>
    public static byte[] HashOf(string typed) => OneTimeLink.HashOf(string.Concat(typed.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(c => c switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        _ => c,
    })));

    private static string Grouped(string code) => string.Join('-', code.Chunk(GroupLength).Select(g => new string(g)));
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> code)
    {
        code.ToTable("recovery_code", "access");
        // Two who send it in the same moment: one succeeds.
        code.Property(c => c.UsedAt).IsConcurrencyToken();
        code.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId);
    }
}
