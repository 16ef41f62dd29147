using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Access.Organisation;

/// <summary>Who somebody is to their organisation, and how it made sure: "amr:mfa", "acr:…".</summary>
public sealed record Attested(string Subject, IReadOnlyList<string> How);

/// <summary>What a token must say to be an answer to what was asked.</summary>
public sealed record Expected(string Issuer, string ClientId, string Nonce);

/// <summary>
/// Reads the token by which an identity provider says who somebody is (OpenID Connect Core, 3.1.3.7; RFC 8725). Signed by one of its
/// own keys, in one of three ways, and about this very sign-in; everything else is nobody.
/// </summary>
public static class IdToken
{
    public const int Longest = 50_000;
    private const int LongestSubject = 255;
    private const int SmallestRsaBits = 2048;

    // Clocks differ a little.
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    /// <summary>Null when it is not what was expected.</summary>
    public static Attested? Read(string token, JsonElement keys, Expected expected, DateTimeOffset now)
    {
        try
        {
            var parts = token.Split('.');
            if (token.Length > Longest || parts.Length != 3)
            {
                return null;
            }

            using var header = JsonDocument.Parse(WebEncoders.Base64UrlDecode(parts[0]), Strict);
            using var claims = JsonDocument.Parse(WebEncoders.Base64UrlDecode(parts[1]), Strict);
            return IsSigned(header.RootElement, keys, Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), WebEncoders.Base64UrlDecode(parts[2]))
                && IsFor(claims.RootElement, expected, now)
                && TextOf(claims.RootElement, "sub") is { Length: > 0 and <= LongestSubject } subject ? new(subject, HowIn(claims.RootElement)) : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or CryptographicException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Whether the key that the token names is among these: else they may be old.</summary>
    public static bool IsNamedIn(string token, JsonElement keys)
    {
        try
        {
            using var header = JsonDocument.Parse(WebEncoders.Base64UrlDecode(token.Split('.')[0]), Strict);
            return KeyFor(header.RootElement, keys) is not null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return true;
        }
    }

    // The key the token names, or the only one that fits when it names none.
    private static JsonElement? KeyFor(JsonElement header, JsonElement keys)
    {
        var (name, kind) = (TextOf(header, "kid"), TextOf(header, "alg") == "ES256" ? "EC" : "RSA");
        var fitting = keys.GetProperty("keys").EnumerateArray()
            .Where(k => TextOf(k, "kty") == kind && TextOf(k, "use") is null or "sig" && (TextOf(k, "alg") ?? TextOf(header, "alg")) == TextOf(header, "alg"))
            .Where(k => name is null || TextOf(k, "kid") == name)
            .ToList();
        return fitting.Count == 1 ? fitting[0] : null;
    }

    private static bool IsSigned(JsonElement header, JsonElement keys, byte[] signed, byte[] signature)
    {
        // An extension that must be understood is not; a key the token brings along is nobody's.
        if (header.TryGetProperty("crit", out _) || TextOf(header, "alg") is not ("RS256" or "PS256" or "ES256") || KeyFor(header, keys) is not { } key)
        {
            return false;
        }

        if (TextOf(header, "alg") == "ES256")
        {
            using var curve = ECDsa.Create(new ECParameters
            {
                Curve = TextOf(key, "crv") == "P-256" ? ECCurve.NamedCurves.nistP256 : throw new CryptographicException("Another curve"),
                Q = new() { X = BytesOf(key, "x"), Y = BytesOf(key, "y") },
            });
            return curve.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }

        using var rsa = RSA.Create(new RSAParameters { Modulus = BytesOf(key, "n"), Exponent = BytesOf(key, "e") });
        return rsa.KeySize >= SmallestRsaBits
            && rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, TextOf(header, "alg") == "PS256" ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1);
    }

    private static bool IsFor(JsonElement claims, Expected expected, DateTimeOffset now)
    {
        var audiences = ManyOf(claims, "aud");
        return TextOf(claims, "iss") == expected.Issuer
            && audiences.Contains(expected.ClientId)
            && (audiences.Count == 1 || TextOf(claims, "azp") is not null)
            && (TextOf(claims, "azp") ?? expected.ClientId) == expected.ClientId
            && TextOf(claims, "nonce") is { } nonce && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(nonce), Encoding.UTF8.GetBytes(expected.Nonce))
            && MomentOf(claims, "exp") is { } ends && now < ends + Slack
            && MomentOf(claims, "iat") is { } made && made < now + Slack
            && (MomentOf(claims, "nbf") is not { } begins || begins < now + Slack);
    }

    private static List<string> HowIn(JsonElement claims) =>
        [.. ManyOf(claims, "amr").Select(a => $"amr:{a}"), .. TextOf(claims, "acr") is { } acr ? new[] { $"acr:{acr}" } : []];

    private static byte[] BytesOf(JsonElement key, string name) => WebEncoders.Base64UrlDecode(TextOf(key, name) ?? "");

    private static string? TextOf(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<string> ManyOf(JsonElement of, string name) => !of.TryGetProperty(name, out var value) ? [] : value.ValueKind switch
    {
        JsonValueKind.String => [value.GetString()!],
        JsonValueKind.Array => [.. value.EnumerateArray().Select(v => v.GetString() ?? "")],
        _ => [],
    };

    private static DateTimeOffset? MomentOf(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && seconds is > 0 and < 253_402_300_799
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds) : null;
}
