using System.Globalization;

namespace Cornerstone.Data.Embedded;

/// <summary>
/// One Cornerstone per data folder. The lock is the kernel's, on an open file, so it cannot outlive us;
/// the file beside it only says who holds it.
/// </summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _held;
    private readonly string _holder;
    private readonly string _since;

    private DataFolderLock(FileStream held, string holder, string since)
    {
        (_held, _holder, _since) = (held, holder, since);
        RuntimeFolderOfPredecessor = Lines(holder).ElementAtOrDefault(2);
    }

    /// <summary>Left on the disk when the Cornerstone before us was killed.</summary>
    public string? RuntimeFolderOfPredecessor { get; }

    public static DataFolderLock Take(string dataFolder, TimeProvider clock)
    {
        var holder = Path.Join(dataFolder, "cornerstone.pid");
        try
        {
            CreatePrivately(dataFolder);
            var held = new FileStream(Path.Join(dataFolder, "cornerstone.lock"), new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
            return new(held, holder, clock.GetUtcNow().ToString("u", CultureInfo.InvariantCulture));
        }
        catch (UnauthorizedAccessException)
        {
            throw new EmbeddedPostgresException("The data folder {0} cannot be written by {1}. Choose another with --data, or change its owner.", dataFolder, Environment.UserName);
        }
        catch (IOException) when (File.Exists(holder))
        {
            var lines = Lines(holder);
            throw new EmbeddedPostgresException("The data folder {0} is in use by another Cornerstone (process {1}, since {2}). Stop it first, or choose another folder with --data.",
                dataFolder, lines.ElementAtOrDefault(0) ?? "?", lines.ElementAtOrDefault(1) ?? "?");
        }
        catch (IOException fault)
        {
            throw new EmbeddedPostgresException("The data folder {0} cannot be used: {1}", dataFolder, fault.Message);
        }
    }

    public void Record(string runtimeFolder) =>
        File.WriteAllLines(_holder, [Environment.ProcessId.ToString(CultureInfo.InvariantCulture), _since, runtimeFolder]);

    public void Dispose()
    {
        File.Delete(_holder);
        _held.Dispose();
    }

    // Others need no look inside, but as root the database's account has to pass through.
    private static void CreatePrivately(string folder)
    {
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Directory.CreateDirectory(folder, Environment.IsPrivilegedProcess ? mine | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : mine);
    }

    private static string[] Lines(string holder) => File.Exists(holder) ? File.ReadAllLines(holder) : [];
}
