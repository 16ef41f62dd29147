using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Access.Organisation;

/// <summary>What the provider sent back with the browser.</summary>
public sealed record Returned(string? Code, string? State, string? Issuer);

/// <summary>Who came back: known here, or by a number that is not linked to anybody.</summary>
/// <param name="HasSecondFactor">The provider says so, and is configured to be believed.</param>
public sealed record CameBack(Guid? Person, string Subject, bool HasSecondFactor, string? Next);

/// <summary>
/// Sends somebody to their organisation's identity provider and hears who comes back (OpenID Connect: authorization code with PKCE,
/// state and nonce). Each sign-in is one browser's, answered once, within ten minutes.
/// </summary>
public sealed class ProviderSignIn(HostSettings settings, ProviderCalls calls, Doors doors, Throttle throttle, AppDb db, TimeProvider clock)
{
    private const int SecretBytes = 32;
    private const int LongestCode = 4_000;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    private sealed record Asked(string Nonce, string Verifier, string? Next);

    /// <summary>Where to send the browser; null when the provider cannot be reached, a wait when tries come too fast.</summary>
    public async Task<(string? Address, TimeSpan Wait)> BeginAsync(HttpContext http, string? next, CancellationToken ct)
    {
        if (await throttle.TakeQuestionAsync(http.Connection.RemoteIpAddress, ct) is var wait && wait > TimeSpan.Zero)
        {
            return (null, wait);
        }

        if (settings.Provider is not { } provider || await calls.PlacesAsync(ct) is not { } places)
        {
            return (null, TimeSpan.Zero);
        }

        var (token, state, asked) = (Random(), Random(), new Asked(Random(), Random(), next));
        SessionCookie.Organisation.Write(http, token);
        await doors.AskQuestionAsync(Holder(token, state), JsonSerializer.Serialize(asked), Longest, ct);
        return (QueryHelpers.AddQueryString(places.Authorize.ToString(), new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = provider.ClientId,
            ["redirect_uri"] = provider.Returns.ToString(),
            ["scope"] = "openid",
            ["state"] = state,
            ["nonce"] = asked.Nonce,
            ["code_challenge"] = WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(asked.Verifier))),
            ["code_challenge_method"] = "S256",
        }), TimeSpan.Zero);
    }

    /// <summary>Null when it is no answer to what this browser was sent there for.</summary>
    public async Task<CameBack?> FinishAsync(HttpContext http, Returned returned, CancellationToken ct)
    {
        if (settings.Provider is not { } provider || await AskedOfAsync(http, returned.State, ct) is not { } asked)
        {
            return null;
        }

        var attested = await calls.PlacesAsync(ct) is { } places && IsFrom(returned, provider, places) && returned.Code is { Length: > 0 and <= LongestCode } code
            ? await AttestedAsync(provider, code, asked, ct) : null;
        if (attested is null)
        {
            await db.SaveAsync(new Act("access.organisation-refused", Workspace.Shared, clock.GetUtcNow()), ct);
            return null;
        }

        await throttle.QuestionAnsweredAsync(http.Connection.RemoteIpAddress, ct);
        var person = await doors.PersonOfSubjectAsync(provider.Issuer, attested.Subject, ct);
        return new(person, attested.Subject, attested.How.Intersect(provider.SecondFactors).Any(), asked.Next);
    }

    private async Task<Asked?> AskedOfAsync(HttpContext http, string? state, CancellationToken ct)
    {
        if (state is not { Length: > 0 and <= 100 } || SessionCookie.Organisation.Read(http.Request) is not { } token
            || await doors.TakeQuestionAsync(Holder(token, state), Longest, ct) is not { } kept)
        {
            return null;
        }

        SessionCookie.Organisation.Remove(http);
        return JsonSerializer.Deserialize<Asked>(kept);
    }

    // RFC 9207: an answer that names another issuer was meant for another sign-in; one that says it names itself and does not is nobody's.
    private static bool IsFrom(Returned returned, ProviderSettings provider, ProviderPlaces places) =>
        returned.Issuer is { } issuer ? issuer == provider.Issuer : !places.NamesItself;

    private async Task<Attested?> AttestedAsync(ProviderSettings provider, string code, Asked asked, CancellationToken ct) =>
        await calls.ExchangeAsync(code, asked.Verifier, ct) is { } token && await calls.KeysAsync(keys => IdToken.IsNamedIn(token, keys), ct) is { } keys
            ? IdToken.Read(token, keys, new(provider.Issuer, provider.ClientId, asked.Nonce), clock.GetUtcNow()) : null;

    private static byte[] Holder(string token, string state) => OneTimeLink.HashOf($"organisation {token} {state}");

    private static string Random() => WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(SecretBytes));
}
