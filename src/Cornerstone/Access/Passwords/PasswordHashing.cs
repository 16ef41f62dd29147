using Microsoft.AspNetCore.Identity;

namespace Cornerstone.Access.Passwords;

/// <summary>
/// PBKDF2 with HMAC-SHA-512. Whoever is asked for, known or not, costs one hash: time tells nobody who has an account
/// (AU-03). Few are computed at a time and everything else goes first, so that a rain of wrong passwords leaves the processor to the pages.
/// </summary>
public sealed class PasswordHashing(IPasswordHasher<Person> hasher)
{
    // ASVS 5.0, 11.4.2: 210,000 rounds or more.
    public const int Rounds = 210_000;

    /// <summary>What is compared within some twenty seconds: nobody looks longer at a page that does not come.</summary>
    public const int Longest = 100;

    private static readonly Person Nobody = new() { Name = "" };

    private readonly QuietLine line = new("passwords", Math.Max(1, Environment.ProcessorCount / 2));

    // Made with the first sign-in, whoever's that is, and kept: made anew each time, it would be the second hash that tells.
    private readonly string nobodysHash = hasher.HashPassword(Nobody, Guid.CreateVersion7().ToString());

    /// <summary>So many passwords are being compared that one more would wait too long.</summary>
    public bool IsBusy => line.Waiting >= Longest;

    public Task<string> HashAsync(string password, CancellationToken ct) => line.EnterAsync(() => hasher.HashPassword(Nobody, password), ct);

    /// <param name="hash">Null when there is nobody, or nobody with a password: as much work, and never right.</param>
    public async Task<PasswordVerificationResult> CheckAsync(string? hash, string password, CancellationToken ct)
    {
        var result = await line.EnterAsync(() => hasher.VerifyHashedPassword(Nobody, hash ?? nobodysHash, password), ct);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }
}
