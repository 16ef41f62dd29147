using Npgsql;

namespace Cornerstone.Data.Embedded;

/// <summary>The private PostgreSQL that another Cornerstone keeps running on a data folder: where to knock, without disturbing it.</summary>
internal static class RunningServer
{
    /// <summary>A connection without a role; null when no Cornerstone runs on the folder.</summary>
    public static string? ConnectionIn(string dataFolder) => RuntimeFolderIn(dataFolder) is not { } folder ? null : new NpgsqlConnectionStringBuilder
    {
        Host = RuntimeFolder.SocketFolderIn(folder),
        GssEncryptionMode = GssEncryptionMode.Disable,
        SslMode = SslMode.Disable,
    }.ConnectionString;

    private static string? RuntimeFolderIn(string dataFolder)
    {
        var holder = Path.Join(dataFolder, "cornerstone.pid");
        if (!File.Exists(holder) || !IsHeld(Path.Join(dataFolder, "cornerstone.lock")))
        {
            return null;
        }

        return File.ReadAllLines(holder).ElementAtOrDefault(2)
            ?? throw new EmbeddedPostgresException("Another Cornerstone is starting on the data folder {0}. Try again in a moment.", dataFolder);
    }

    // The lock is the kernel's: held means that its holder lives.
    private static bool IsHeld(string file)
    {
        try
        {
            using var free = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
