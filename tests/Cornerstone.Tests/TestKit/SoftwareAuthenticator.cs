using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Tests.TestKit;

/// <summary>
/// A device with one passkey, and the browser that asks it (WebAuthn level 3, sections 5 and 6). What it says can be turned into
/// whatever an attacker would say.
/// </summary>
internal sealed class SoftwareAuthenticator : IDisposable
{
    private const byte UserPresent = 0x01;
    private const byte UserVerifiedFlag = 0x04;
    private const byte HasCredential = 0x40;

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private string? userHandle;

    public byte[] CredentialId { get; init; } = RandomNumberGenerator.GetBytes(32);

    public string Origin { get; set; } = "http://localhost";

    public string RelyingParty { get; set; } = "localhost";

    public bool UserVerified { get; set; } = true;

    public bool CrossOrigin { get; set; }

    public uint Count { get; set; }

    /// <summary>The signature over the data, as it leaves the device.</summary>
    public Func<byte[], byte[]> Sign { get; set; }

    public SoftwareAuthenticator() => Sign = data => key.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    /// <summary>Asks the page's question, and answers it with a new passkey.</summary>
    public async Task<HttpResponseMessage> RegisterAsync(Visitor visitor, string name = "My telephone")
    {
        var page = await visitor.OpenAsync("/account/passkeys");
        return await RegisterAsync(visitor, page, await AskAsync(visitor, page, "/account/passkeys?handler=Options"), name);
    }

    public Task<HttpResponseMessage> RegisterAsync(Visitor visitor, IHtmlDocument page, JsonNode asked, string name = "My telephone") =>
        visitor.PostAsync("/account/passkeys", page, new() { ["Name"] = name, ["Credential"] = Make(asked) });

    public async Task<HttpResponseMessage> SignInAsync(Visitor visitor)
    {
        var page = await visitor.OpenAsync("/sign-in/passkey");
        return await SendAsync(visitor, page, Answer(await AskAsync(visitor, page)));
    }

    public static Task<HttpResponseMessage> SendAsync(Visitor visitor, IHtmlDocument page, string answer) =>
        visitor.PostAsync("/sign-in/passkey", page, new() { ["Credential"] = answer });

    public static async Task<JsonNode> AskAsync(Visitor visitor, IHtmlDocument page, string address = "/sign-in/passkey?handler=Options")
    {
        using var answer = await visitor.PostAsync(address, page, []);
        Assert.Equal(System.Net.HttpStatusCode.OK, answer.StatusCode);
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>A new credential, as the browser hands it on.</summary>
    public string Make(JsonNode asked)
    {
        userHandle = (string)asked["user"]!["id"]!;
        var attested = new List<byte>(AuthenticatorData(HasCredential));
        attested.AddRange(new byte[16]);
        attested.AddRange([(byte)(CredentialId.Length >> 8), (byte)(CredentialId.Length & 0xff)]);
        attested.AddRange(CredentialId);
        attested.AddRange(PublicKey());
        var attestation = Cbor.Map(3, [Cbor.Text("fmt"), Cbor.Text("none"), Cbor.Text("attStmt"), Cbor.Map(0, []), Cbor.Text("authData"), Cbor.Bytes([.. attested])]);
        return Told(new JsonObject
        {
            ["clientDataJSON"] = Base64(ClientData("webauthn.create", asked)),
            ["attestationObject"] = Base64(attestation),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>An assertion, as the browser hands it on.</summary>
    public string Answer(JsonNode asked)
    {
        Count += Count > 0 ? 1u : 0u;
        var (data, client) = (AuthenticatorData(0), ClientData("webauthn.get", asked));
        return Told(new JsonObject
        {
            ["clientDataJSON"] = Base64(client),
            ["authenticatorData"] = Base64(data),
            ["signature"] = Base64(Sign([.. data, .. SHA256.HashData(client)])),
            ["userHandle"] = userHandle,
        });
    }

    /// <summary>Another device with the same key: a copy that counts on its own.</summary>
    public SoftwareAuthenticator Copy() => new() { CredentialId = CredentialId, userHandle = userHandle, Count = Count, Sign = Sign };

    public void Dispose() => key.Dispose();

    private string Told(JsonObject response) => new JsonObject
    {
        ["id"] = Base64(CredentialId),
        ["rawId"] = Base64(CredentialId),
        ["type"] = "public-key",
        ["response"] = response,
        ["clientExtensionResults"] = new JsonObject(),
    }.ToJsonString();

    private byte[] AuthenticatorData(byte flags)
    {
        var data = new byte[37];
        SHA256.HashData(Encoding.UTF8.GetBytes(RelyingParty)).CopyTo(data, 0);
        data[32] = (byte)(flags | UserPresent | (UserVerified ? UserVerifiedFlag : 0));
        BinaryPrimitives.WriteUInt32BigEndian(data.AsSpan(33), Count);
        return data;
    }

    private byte[] ClientData(string type, JsonNode asked) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["type"] = type,
        ["challenge"] = (string)asked["challenge"]!,
        ["origin"] = Origin,
        ["crossOrigin"] = CrossOrigin,
    });

    // COSE (RFC 9052): an EC2 key, ES256, on P-256.
    private byte[] PublicKey()
    {
        var q = key.ExportParameters(includePrivateParameters: false).Q;
        return Cbor.Map(5, [Cbor.Number(1), Cbor.Number(2), Cbor.Number(3), Cbor.Number(-7), Cbor.Number(-1), Cbor.Number(1), Cbor.Number(-2), Cbor.Bytes(q.X!), Cbor.Number(-3), Cbor.Bytes(q.Y!)]);
    }

    private static string Base64(byte[] bytes) => WebEncoders.Base64UrlEncode(bytes);

    /// <summary>As much of CBOR (RFC 8949) as a device speaks.</summary>
    private static class Cbor
    {
        public static byte[] Number(int value) => value >= 0 ? Head(0, value) : Head(1, -1 - value);

        public static byte[] Bytes(byte[] value) => [.. Head(2, value.Length), .. value];

        public static byte[] Text(string value) => [.. Head(3, Encoding.UTF8.GetByteCount(value)), .. Encoding.UTF8.GetBytes(value)];

        public static byte[] Map(int pairs, byte[][] parts) => [.. Head(5, pairs), .. parts.SelectMany(p => p)];

        private static byte[] Head(int kind, int value) => value switch
        {
            < 24 => [(byte)((kind << 5) | value)],
            < 256 => [(byte)((kind << 5) | 24), (byte)value],
            _ => [(byte)((kind << 5) | 25), (byte)(value >> 8), (byte)(value & 0xff)],
        };
    }
}
