using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Cornerstone.Access.Factors;

/// <summary>
/// Locks the secrets of authenticators with the program's keys, each for its person: a secret moved to another row, or
/// read from a stolen database, opens nothing.
/// </summary>
public sealed class SecretLock(IDataProtectionProvider keys)
{
    private static readonly TimeSpan OfferValidity = TimeSpan.FromMinutes(20);

    public byte[] Lock(Guid person, byte[] secret) => Kept(person).Protect(secret);

    public byte[] Unlock(Guid person, byte[] locked) => Kept(person).Unprotect(locked);

    /// <summary>A secret shown but not yet confirmed: it travels in the page's form, locked, and nothing is kept of it.</summary>
    public string Offer(Guid person, byte[] secret) => Convert.ToBase64String(Offers(person).Protect(secret, OfferValidity));

    /// <summary>Null when it was offered too long ago, to somebody else, or never.</summary>
    public byte[]? Offered(Guid person, string offer)
    {
        try
        {
            return Offers(person).Unprotect(Convert.FromBase64String(offer));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }

    private IDataProtector Kept(Guid person) => keys.CreateProtector("Authenticator", person.ToString());

    private ITimeLimitedDataProtector Offers(Guid person) => keys.CreateProtector("OfferedAuthenticator", person.ToString()).ToTimeLimitedDataProtector();
}
