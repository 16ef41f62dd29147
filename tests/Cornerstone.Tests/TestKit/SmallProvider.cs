using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Cornerstone.Tests.TestKit;

/// <summary>An identity provider on this machine, as far as OpenID Connect needs one. What it says can be turned into whatever a false one would say.</summary>
internal sealed class SmallProvider : IAsyncDisposable
{
    public const string ClientId = "cornerstone";
    public const string Secret = "a secret + of two / kinds";
    private const string Returns = "http://localhost/sign-in/organisation/return";

    private readonly WebApplication web;
    private readonly Dictionary<string, (string Nonce, string Challenge)> codes = [];

    private SmallProvider(WebApplication web) => this.web = web;

    public string Issuer => web.Urls.Single();

    public string Subject { get; set; } = "4711";

    /// <summary>What is said last, over what is true.</summary>
    public Action<JsonObject> Claims { get; set; } = _ => { };

    public Action<JsonObject> Header { get; set; } = _ => { };

    public Action<JsonObject> Places { get; set; } = _ => { };

    /// <summary>True for the curve, false for the older kind of key.</summary>
    public bool SignsByCurve { get; set; } = true;

    /// <summary>The keys it publishes and signs with; those it publishes may be others.</summary>
    public ECDsa Curve { get; set; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public RSA Rsa { get; } = RSA.Create(2048);

    public string KeyName { get; set; } = "first";

    public bool Publishes { get; set; } = true;

    public int Calls { get; private set; }

    public static async Task<SmallProvider> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var web = builder.Build();
        web.Urls.Add("http://127.0.0.1:0");
        var provider = new SmallProvider(web);
        web.MapGet("/.well-known/openid-configuration", () => provider.Count(provider.Told()));
        web.MapGet("/keys", () => provider.Count(provider.Keys()));
        web.MapPost("/token", async (HttpRequest request) => provider.Token(request, await request.ReadFormAsync()));
        await web.StartAsync(TestContext.Current.CancellationToken);
        return provider;
    }

    /// <summary>The program as it is configured to ask this provider.</summary>
    public Task<TestApp> StartAppAsync(TimeProvider? clock = null, params string[] secondFactors) => TestApp.StartAsync(adjust: b =>
    {
        var settings = (HostSettings)b.Services.Last(s => s.ServiceType == typeof(HostSettings)).ImplementationInstance!;
        b.Services.AddSingleton(settings with { Provider = new(Issuer, ClientId, Secret, "the Ministry", new Uri(Returns), secondFactors) });
        b.Services.AddSingleton(clock ?? TimeProvider.System);
        b.Services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(o => o.IterationCount = 1);
    });

    /// <summary>The person signs in here; the address they are sent back to.</summary>
    public string Authorize(Uri asked)
    {
        var query = QueryHelpers.ParseQuery(asked.Query);
        Assert.Equal(
            [Issuer + "/authorize", "code", ClientId, Returns, "S256", "openid"],
            [asked.GetLeftPart(UriPartial.Path), .. new[] { "response_type", "client_id", "redirect_uri", "code_challenge_method", "scope" }.Select(n => query[n].ToString())]);
        var code = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        codes[code] = (query["nonce"]!, query["code_challenge"]!);
        return QueryHelpers.AddQueryString("/sign-in/organisation/return", new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] });
    }

    public static async Task<Uri> AskAsync(Visitor visitor)
    {
        using var answer = await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in"), "form[action='/sign-in/organisation']", []);
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!;
    }

    public async Task<HttpResponseMessage> SignInAsync(Visitor visitor) =>
        await visitor.Client.GetAsync(Authorize(await AskAsync(visitor)), TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await web.DisposeAsync();
        Curve.Dispose();
        Rsa.Dispose();
    }

    private IResult Count(JsonObject told)
    {
        Calls++;
        return Results.Text(told.ToJsonString(), "application/json");
    }

    private JsonObject Told()
    {
        var told = new JsonObject
        {
            ["issuer"] = Issuer,
            ["authorization_endpoint"] = Issuer + "/authorize",
            ["token_endpoint"] = Issuer + "/token",
            ["jwks_uri"] = Issuer + "/keys",
        };
        Places(told);
        return told;
    }

    private JsonObject Keys()
    {
        var (point, numbers) = (Curve.ExportParameters(false).Q, Rsa.ExportParameters(false));
        return new()
        {
            ["keys"] = !Publishes ? [] : new JsonArray(
                new JsonObject { ["kty"] = "EC", ["kid"] = KeyName, ["use"] = "sig", ["crv"] = "P-256", ["x"] = Base64(point.X!), ["y"] = Base64(point.Y!) },
                new JsonObject { ["kty"] = "RSA", ["kid"] = "rsa", ["alg"] = "RS256", ["n"] = Base64(numbers.Modulus!), ["e"] = Base64(numbers.Exponent!) }),
        };
    }

    // A code is good once, for whoever knows the secret of the client and of the code.
    private IResult Token(HttpRequest request, IFormCollection form)
    {
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{ClientId}:{Uri.EscapeDataString(Secret)}"));
        return request.Headers.Authorization == $"Basic {expected}" && form["redirect_uri"] == Returns && form["grant_type"] == "authorization_code"
            && codes.Remove(form["code"].ToString(), out var kept)
            && kept.Challenge == Base64(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())))
                ? Count(new() { ["token_type"] = "Bearer", ["access_token"] = "unused", ["id_token"] = Signed(kept.Nonce) })
                : Results.BadRequest();
    }

    private string Signed(string nonce)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject { ["alg"] = SignsByCurve ? "ES256" : "RS256", ["kid"] = SignsByCurve ? KeyName : "rsa" };
        var claims = new JsonObject { ["iss"] = Issuer, ["sub"] = Subject, ["aud"] = ClientId, ["nonce"] = nonce, ["iat"] = now, ["exp"] = now + 300 };
        Header(header);
        Claims(claims);
        var signed = $"{Base64(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Base64(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        var data = Encoding.ASCII.GetBytes(signed);
        var signature = SignsByCurve ? Curve.SignData(data, HashAlgorithmName.SHA256) : Rsa.SignData(data, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{((string?)header["alg"] == "none" ? "" : Base64(signature))}";
    }

    private static string Base64(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);
}
