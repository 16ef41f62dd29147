using System.Globalization;
using Cornerstone.Access.Organisation;
using Cornerstone.Access.Passwords;
using Cornerstone.Backups;
using Cornerstone.Journals;
using Cornerstone.Ui;
using Cornerstone.Ui.Scanning;

namespace Cornerstone.Operations;

/// <summary>What can be seen from outside the database: rights of files, room on disks, settings.</summary>
internal static class FolderExamination
{
    private const long LeastFree = 500_000_000;
    private const long ComfortablyFree = 2_000_000_000;
    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;

    private static readonly string[] KnownSettings =
    [
        "CORNERSTONE_DATA", "CORNERSTONE_DB", "CORNERSTONE_ROOT", "CORNERSTONE_SHARED", "CORNERSTONE_KEY_FILE", HostSettings.AddressSetting, .. ProviderSettings.All, "CORNERSTONE_LARGEST_FILE_MB", SentFileLimits.FormsSetting, SentFileLimits.MegabytesSetting, FileScanner.PlaceSetting, Metrics.PortSetting, LogLines.Setting, BreachedPasswords.PlaceSetting, JournalKey.PlaceSetting, CheckpointFile.FolderSetting,
        BackupSettings.FolderSetting, BackupSettings.RecipientsSetting, BackupSettings.MinutesSetting,
    ];

    public static IEnumerable<Finding> Of(string dataFolder, IReadOnlyCollection<string> settings)
    {
        yield return Rights(dataFolder);
        yield return Space("disk of the data", dataFolder);
        if (Environment.GetEnvironmentVariable(BackupSettings.FolderSetting) is { Length: > 0 } backups && Directory.Exists(backups))
        {
            yield return Space("disk of the backups", backups);
        }

        yield return Settings(settings);
    }

    /// <summary>Nobody else may read secrets, nor write anything here.</summary>
    public static Finding Rights(string dataFolder)
    {
        const string what = "rights of files";
        string[] secrets = ["secrets.json", "postgres-password", "protection.key", Path.GetFileName(RestoreDrill.KeyIn(dataFolder))];
        var open = secrets.Select(s => Path.Join(dataFolder, s)).Append(JournalKey.FileIn(dataFolder))
            .Where(f => File.Exists(f) && (File.GetUnixFileMode(f) & (OthersRead | OthersWrite)) != 0)
            .Select(f => $"{f} can be read by others: chmod 600")
            .ToList();
        if ((File.GetUnixFileMode(dataFolder) & OthersWrite) != 0)
        {
            open.Add($"{dataFolder} can be written by others: chmod go-w");
        }

        return open.Count == 0 ? Finding.Good(what, "private") : Finding.Bad(what, string.Join("; ", open));
    }

    /// <summary>A name this program does not know is most likely one that was spelled wrongly, and does nothing.</summary>
    public static Finding Settings(IEnumerable<string> names)
    {
        const string what = "settings";
        var unknown = names.Where(n => n.StartsWith("CORNERSTONE_", StringComparison.Ordinal) && !KnownSettings.Contains(n)).Order(StringComparer.Ordinal).ToList();
        return unknown.Count == 0 ? Finding.Good(what, "all known") : Finding.Warning(what, $"unknown: {string.Join(", ", unknown)}");
    }

    private static Finding Space(string what, string folder)
    {
        var free = new DriveInfo(folder).AvailableFreeSpace;
        var says = string.Create(CultureInfo.InvariantCulture, $"{free / 1_000_000} MB free at {folder}");
        return free < LeastFree ? Finding.Bad(what, says) : free < ComfortablyFree ? Finding.Warning(what, says) : Finding.Good(what, says);
    }
}
