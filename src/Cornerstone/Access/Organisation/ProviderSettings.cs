namespace Cornerstone.Access.Organisation;

/// <summary>An organisation's identity provider as the environment names it (decision 44).</summary>
/// <param name="Issuer">As it calls itself, letter by letter.</param>
/// <param name="Name">How people know it.</param>
/// <param name="Returns">Where it sends people back to: built from the configured address alone, never from what a request says.</param>
/// <param name="SecondFactors">What it says when it has asked for a second factor: "amr:mfa", "acr:…". Empty: it is never taken at its word.</param>
public sealed record ProviderSettings(string Issuer, string ClientId, string Secret, string Name, Uri Returns, IReadOnlyList<string> SecondFactors)
{
    public const string IssuerSetting = "CORNERSTONE_PROVIDER";
    public const string ClientSetting = "CORNERSTONE_PROVIDER_CLIENT";
    public const string SecretSetting = "CORNERSTONE_PROVIDER_SECRET_FILE";
    public const string NameSetting = "CORNERSTONE_PROVIDER_NAME";
    public const string SecondFactorSetting = "CORNERSTONE_PROVIDER_SECOND_FACTOR";
    public const string ReturnPath = "/sign-in/organisation/return";

    public static readonly IReadOnlyList<string> All = [IssuerSetting, ClientSetting, SecretSetting, NameSetting, SecondFactorSetting];

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>The scheme, host and port of the issuer: the one place the program calls.</summary>
    public string Origin => new Uri(Issuer).GetLeftPart(UriPartial.Authority);

    /// <summary>Null when none is named.</summary>
    public static ProviderSettings? Of(Func<string, string?> setting, Uri? address)
    {
        if (setting(IssuerSetting) is not { Length: > 0 } issuer)
        {
            return null;
        }

        if (!IsSafe(issuer, out var place))
        {
            throw new RefusedException($"{IssuerSetting} is \"{issuer}\": name the issuer by its https address, as it calls itself.");
        }

        if (address is null)
        {
            throw new RefusedException($"{IssuerSetting} needs {HostSettings.AddressSetting}: the identity provider sends people back there.");
        }

        var client = setting(ClientSetting) is { Length: > 0 } named ? named : throw new RefusedException($"{ClientSetting} is missing: the name by which the identity provider knows this program.");
        var factors = (setting(SecondFactorSetting) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (factors.FirstOrDefault(f => !f.StartsWith("amr:", StringComparison.Ordinal) && !f.StartsWith("acr:", StringComparison.Ordinal)) is { } odd)
        {
            throw new RefusedException($"{SecondFactorSetting} has \"{odd}\": each word begins with amr: or acr:");
        }

        return new(issuer, client, SecretIn(setting(SecretSetting)), setting(NameSetting) is { Length: > 0 } name ? name : place.Host, new Uri(address, ReturnPath), factors);
    }

    /// <summary>Over TLS, or to this machine itself.</summary>
    public static bool IsSafe(string address, out Uri place) =>
        Uri.TryCreate(address, UriKind.Absolute, out place!)
        && (place.Scheme == Uri.UriSchemeHttps || (place.Scheme == Uri.UriSchemeHttp && place.IsLoopback))
        && place is { Query: "", Fragment: "", UserInfo: "" };

    private static string SecretIn(string? file)
    {
        if (file is not { Length: > 0 } || !File.Exists(file))
        {
            throw new RefusedException($"{SecretSetting} names no file: put the secret the identity provider gave you into one that is yours alone.");
        }

        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(file) & Others) != 0)
        {
            throw new RefusedException($"Others on this machine may read the secret in {file}. Make it yours alone (chmod 600).");
        }

        return File.ReadAllText(file).Trim();
    }
}
