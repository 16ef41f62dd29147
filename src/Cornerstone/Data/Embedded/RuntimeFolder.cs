using System.Security.Cryptography;

namespace Cornerstone.Data.Embedded;

/// <summary>
/// A short private folder for one run: PostgreSQL's socket, and what else its account must reach.
/// The name is new and unguessable at every start, so nobody can have put one there before us.
/// </summary>
internal sealed class RuntimeFolder : IDisposable
{
    // The address of a Unix socket holds 107 bytes; "/cornerstone-<16>/s/.s.PGSQL.5432" takes 45 of them.
    private const int LongestParent = 60;
    private const string Prefix = "cornerstone-";
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private RuntimeFolder(string path) => Path = path;

    /// <summary>Ours alone to write, so that root never follows what another account has placed.</summary>
    public string Path { get; }

    /// <summary>The server's own: whoever may not enter cannot even knock.</summary>
    public string SocketFolder => SocketFolderIn(Path);

    public static string SocketFolderIn(string runtimeFolder) => System.IO.Path.Join(runtimeFolder, "s");

    public static RuntimeFolder Create(ServerAccount account)
    {
        var path = System.IO.Path.Join(Parent(), Prefix + RandomNumberGenerator.GetHexString(16, lowercase: true));
        Directory.CreateDirectory(path, OwnerOnly);
        if (account.IsAnother)
        {
            File.SetUnixFileMode(path, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
        }

        var runtime = new RuntimeFolder(path);
        Directory.CreateDirectory(runtime.SocketFolder, OwnerOnly);
        account.Own(runtime.SocketFolder);
        return runtime;
    }

    /// <summary>Removes what a killed predecessor left; only a folder that looks like one of ours.</summary>
    public static void Remove(string? leftBehind)
    {
        if (leftBehind is not null && System.IO.Path.GetFileName(leftBehind).StartsWith(Prefix, StringComparison.Ordinal))
        {
            new RuntimeFolder(leftBehind).Dispose();
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }

    private static string Parent()
    {
        var preferred = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetTempPath());
        return preferred.Length <= LongestParent && Directory.Exists(preferred) ? preferred : "/tmp";
    }
}
