using Cornerstone.Access.Organisation;
using Cornerstone.Access.Passwords;
using Cornerstone.Ui;
using Cornerstone.Ui.Scanning;

namespace Cornerstone;

/// <summary>What one start of the program is told on the command line and by the environment.</summary>
/// <param name="DataFolder">Absolute path of the folder that holds everything this installation keeps.</param>
/// <param name="IsDemonstration">True under "demo" only: demonstration people may sign in with one click.</param>
public sealed record HostSettings(string DataFolder, int Port, bool IsDemonstration)
{
    /// <summary>The key that locks the keys of cookies and forms: on a server, a file outside the data folder.</summary>
    public string KeyFile { get; init; } = Access.Keys.ProtectionKey.FileIn(DataFolder);

    /// <summary>Where people reach this installation, "https://cornerstone.example.org"; null when it is wherever they say it is.</summary>
    public Uri? Address { get; init; } = AddressOf(Environment.GetEnvironmentVariable(AddressSetting));

    /// <summary>The beginning of links people take along: what the operator named, and only where nothing is named what the request says.</summary>
    internal string RootOf(HttpRequest request) => Address?.GetLeftPart(UriPartial.Authority) ?? $"{request.Scheme}://{request.Host}";

    public const string AddressSetting = "CORNERSTONE_ADDRESS";

    /// <summary>Where the program that watches the server reads figures; null: nowhere.</summary>
    public int? MetricsPort { get; init; } = Operations.Metrics.PortFromEnvironment();

    /// <summary>What nobody may choose as a password.</summary>
    public BreachedPasswords BreachedPasswords { get; init; } = new(Environment.GetEnvironmentVariable(Access.Passwords.BreachedPasswords.PlaceSetting) is { Length: > 0 } named ? named : null);

    /// <summary>How much one person may send in files within an hour.</summary>
    internal SentFileLimits SentFiles { get; init; } = SentFileLimits.FromEnvironment();

    /// <summary>Who looks at the files that people send; nobody where no scanner is named.</summary>
    internal FileScanner? Scanner { get; init; } = FileScanner.FromEnvironment();

    /// <summary>The identity provider people may sign in through; null when none is named.</summary>
    public ProviderSettings? Provider { get; init; }

    public const int DefaultPort = 5080;

    public static string DefaultDataFolder => Environment.GetEnvironmentVariable("CORNERSTONE_DATA") is { Length: > 0 } named ? named : Beside("data");

    public static string DemonstrationFolder => Beside("demo-data");

    private static Uri? AddressOf(string? named) => named switch
    {
        null or "" => null,
        _ when Uri.TryCreate(named, UriKind.Absolute, out var address) && address is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)) => address,
        _ => throw new RefusedException($"{AddressSetting} is \"{named}\": name where people reach this installation, as in https://cornerstone.example.org"),
    };

    // The start script may be called from any folder and must find the same data again.
    private static string Beside(string folder) => Path.Join(Environment.GetEnvironmentVariable("CORNERSTONE_ROOT"), folder);
}
