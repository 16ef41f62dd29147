using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Cornerstone.Access.Organisation;

/// <summary>What an identity provider publishes about itself, as far as it is needed.</summary>
public sealed record ProviderPlaces(Uri Authorize, Uri Token, Uri Keys, bool NamesItself);

/// <summary>
/// The one place from which the program calls anybody: the configured identity provider, at its own address and no other. It follows
/// no redirect, goes through no proxy, waits ten seconds, and reads no more than a quarter of a megabyte (promise 21).
/// </summary>
public sealed class ProviderCalls(HostSettings settings, TimeProvider clock, ILogger<ProviderCalls> log) : IDisposable
{
    private const int LongestAnswer = 256 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly HttpClient client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = Patience })
    {
        Timeout = Patience,
        MaxResponseContentBufferSize = LongestAnswer,
    };

    // Replaced as a whole, so that whoever reads meanwhile sees the old or the new one.
    private KnownPlaces? known;
    private KnownKeys? keys;

    private ProviderSettings Provider => settings.Provider ?? throw new InvalidOperationException("No identity provider is configured.");

    /// <summary>Null when it cannot be reached, or says what it must not.</summary>
    public async Task<ProviderPlaces?> PlacesAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (known is { } kept && now - kept.At < KeptFor)
        {
            return kept.Places;
        }

        var told = await CallAsync(new(HttpMethod.Get, Provider.Issuer.TrimEnd('/') + "/.well-known/openid-configuration"), ct);
        if (told is not { } document || PlacesIn(document) is not { } places)
        {
            return null;
        }

        known = new(places, now);
        return places;
    }

    /// <summary>The provider's public keys. Looked up anew when a token names one that is not among them, once a minute at most.</summary>
    public async Task<JsonElement?> KeysAsync(Func<JsonElement, bool> suffice, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (keys is { } kept && (now - kept.At < BetweenLooks || (now - kept.At < KeptFor && suffice(kept.Keys))))
        {
            return kept.Keys;
        }

        if (await PlacesAsync(ct) is not { } places || await CallAsync(new(HttpMethod.Get, places.Keys), ct) is not { } told
            || !told.TryGetProperty("keys", out var list) || list.ValueKind != JsonValueKind.Array)
        {
            return keys?.Keys;
        }

        keys = new(told, now);
        return told;
    }

    /// <summary>The token that a code stands for; null when it stands for none.</summary>
    public async Task<string?> ExchangeAsync(string code, string verifier, CancellationToken ct)
    {
        if (await PlacesAsync(ct) is not { } places)
        {
            return null;
        }

        using var asked = new HttpRequestMessage(HttpMethod.Post, places.Token)
        {
            Content = new FormUrlEncodedContent(
            [
                new("grant_type", "authorization_code"), new("code", code), new("redirect_uri", Provider.Returns.ToString()), new("code_verifier", verifier),
            ]),
        };
        // RFC 6749, 2.3.1: both parts are encoded as in a form before they are joined.
        var credentials = $"{Uri.EscapeDataString(Provider.ClientId)}:{Uri.EscapeDataString(Provider.Secret)}";
        asked.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        return await CallAsync(asked, ct) is { } told && told.TryGetProperty("id_token", out var token) && token.ValueKind == JsonValueKind.String ? token.GetString() : null;
    }

    public void Dispose() => client.Dispose();

    private ProviderPlaces? PlacesIn(JsonElement told) =>
        told.TryGetProperty("issuer", out var issuer) && issuer.ValueEquals(Provider.Issuer)
        && PlaceIn(told, "authorization_endpoint") is { } authorize && PlaceIn(told, "token_endpoint") is { } token && PlaceIn(told, "jwks_uri") is { } published
            ? new(authorize, token, published, told.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True)
            : null;

    private Uri? PlaceIn(JsonElement told, string name) =>
        told.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && ProviderSettings.IsSafe(value.GetString()!, out var place) && place.GetLeftPart(UriPartial.Authority) == Provider.Origin ? place : null;

    private async Task<JsonElement?> CallAsync(HttpRequestMessage asked, CancellationToken ct)
    {
        try
        {
            using var answer = await client.SendAsync(asked, ct);
            if (!answer.IsSuccessStatusCode)
            {
                log.LogWarning("The identity provider answered {Status}", (int)answer.StatusCode);
                return null;
            }

            using var told = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync(ct), Strict);
            return told.RootElement.ValueKind == JsonValueKind.Object ? told.RootElement.Clone() : null;
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is TaskCanceledException && !ct.IsCancellationRequested))
        {
            log.LogWarning("The identity provider could not be asked: {Fault}", fault.GetType().Name);
            return null;
        }
    }

    private sealed record KnownPlaces(ProviderPlaces Places, DateTimeOffset At);

    private sealed record KnownKeys(JsonElement Keys, DateTimeOffset At);
}
