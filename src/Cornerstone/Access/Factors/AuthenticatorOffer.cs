using System.Globalization;
using System.Security.Cryptography;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.QrCodes;
using Microsoft.AspNetCore.Html;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Factors;

/// <summary>A page on which somebody sets up an authenticator.</summary>
public interface IOffersAuthenticator
{
    AuthenticatorOffer Offer { get; }

    /// <summary>The offer's secret, locked, as it comes back with the form.</summary>
    string Sealed { get; }

    string Code { get; }
}

/// <summary>A new secret as it is shown: a code to photograph, the same as text, and locked for the form.</summary>
public sealed record AuthenticatorOffer(string Sealed, string Secret, HtmlString Picture, DateTimeOffset Now)
{
    /// <summary>The secret in groups of four, which is how it is typed.</summary>
    public string Grouped => string.Join(' ', Secret.Chunk(4).Select(g => new string(g)));

    /// <summary>The server's time: where it is wrong, no code is ever right.</summary>
    public string Clock => Now.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}

/// <summary>Makes offers to the person the transaction is for.</summary>
public sealed class AuthenticatorOffers(AppDb db, SecretLock secrets, TimeProvider clock, Text T)
{
    /// <param name="typed">What came back with a form whose code was wrong: the same secret again, so that the app need not be set up anew.</param>
    public async Task<AuthenticatorOffer> MakeAsync(string? typed, CancellationToken ct)
    {
        var reader = db.Reader;
        var secret = (typed is null ? null : secrets.Offered(reader.Id, typed)) ?? RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        var text = Totp.Base32(secret);
        var account = await db.Users.Where(p => p.Id == reader.Id).Select(p => p.Email).SingleOrDefaultAsync(ct) ?? reader.Name;
        // The format that all authenticator apps read; digits and period are those they take for granted.
        var address = $"otpauth://totp/Cornerstone:{Uri.EscapeDataString(account)}?secret={text}&issuer=Cornerstone";
        return new(secrets.Offer(reader.Id, secret), text, new(QrCode.Of(address).Svg(T["The secret as a code to photograph"])), clock.GetUtcNow());
    }
}
