using System.Globalization;
using System.Security.Cryptography;

namespace Cornerstone.Data.Embedded;

/// <summary>The folder PostgreSQL keeps everything in, made once, and the password of its superuser.</summary>
internal sealed record PostgresCluster(string Folder, string Password)
{
    // A new cluster takes 40 MB and grows by a first write-ahead segment or two before anything is stored.
    private const long LeastFreeBytes = 200_000_000;

    public string PidFile => Path.Join(Folder, "postmaster.pid");

    public static string FolderIn(string dataFolder) => Path.Join(dataFolder, "postgres");

    public static async Task<PostgresCluster> OpenAsync(string dataFolder, PostgresBinaries binaries, ServerAccount account, RuntimeFolder runtime, CancellationToken ct)
    {
        var folder = FolderIn(dataFolder);
        var passwordFile = Path.Join(dataFolder, "postgres-password");
        if (!Directory.Exists(folder))
        {
            await CreateAsync(folder, passwordFile, binaries, account, runtime, ct);
        }

        await CheckVersionAsync(folder, binaries, ct);
        return File.Exists(passwordFile)
            ? new(folder, (await File.ReadAllTextAsync(passwordFile, ct)).Trim())
            : throw new EmbeddedPostgresException("The file {0} with the password of the database is missing. Restore it from the backup of the data folder.", passwordFile);
    }

    private static async Task CheckVersionAsync(string folder, PostgresBinaries binaries, CancellationToken ct)
    {
        var file = Path.Join(folder, "PG_VERSION");
        var version = File.Exists(file) ? (await File.ReadAllTextAsync(file, ct)).Trim() : "";
        if (version.Length == 0)
        {
            throw new EmbeddedPostgresException("The folder {0} exists but holds no PostgreSQL database. Move it away, or choose another data folder.", folder);
        }

        if (version != binaries.MajorVersion.ToString(CultureInfo.InvariantCulture))
        {
            throw new EmbeddedPostgresException("The database in {0} was made by PostgreSQL {1}, and this Cornerstone brings PostgreSQL {2}. "
                + "Start it with the Cornerstone that made it, write a backup there, and restore that here.", folder, version, binaries.MajorVersion);
        }
    }

    // Made under another name and moved when complete, so that an interrupted first start leaves nothing half made.
    private static async Task CreateAsync(string folder, string passwordFile, PostgresBinaries binaries, ServerAccount account, RuntimeFolder runtime, CancellationToken ct)
    {
        CheckSpace(folder);
        var draft = folder + ".new";
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }

        Directory.CreateDirectory(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        account.Own(draft);
        var password = RandomNumberGenerator.GetHexString(48, lowercase: true);
        var forServer = Path.Join(runtime.Path, "password");
        WritePrivately(forServer, password);
        account.Own(forServer);
        var made = await Command.RunAsync(account.Start(binaries.ClusterMaker, draft, ServerProfile.ClusterArguments(draft, forServer)), ct);
        File.Delete(forServer);
        if (!made.Succeeded)
        {
            Directory.Delete(draft, recursive: true);
            throw new EmbeddedPostgresException("The database could not be created in {0}: {1}", folder, made.FirstError);
        }

        WritePrivately(passwordFile, password);
        Directory.Move(draft, folder);
    }

    private static void CheckSpace(string folder)
    {
        var free = new DriveInfo(Path.GetDirectoryName(folder)!).AvailableFreeSpace;
        if (free < LeastFreeBytes)
        {
            throw new EmbeddedPostgresException("There are only {0} MB free at {1}; a new database needs {2} MB.", free / 1_000_000, folder, LeastFreeBytes / 1_000_000);
        }
    }

    private static void WritePrivately(string file, string content)
    {
        File.Delete(file);
        using var writer = new StreamWriter(file, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        });
        writer.WriteLine(content);
    }
}
