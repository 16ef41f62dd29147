using System.Globalization;

namespace Cornerstone.Backups;

/// <summary>Automatic backups as the environment asks for them; none when no folder or no recipient is named.</summary>
/// <param name="Folder">Where they are written: another disk, or a place that is carried away.</param>
/// <param name="Recipients">Files with the public keys of those who may restore.</param>
/// <param name="Every">How much work may be lost at most (security handbook §2, goal 35: 15 minutes).</param>
internal sealed record BackupSettings(string Folder, IReadOnlyList<string> Recipients, TimeSpan Every)
{
    public const string FolderSetting = "CORNERSTONE_BACKUPS";
    public const string RecipientsSetting = "CORNERSTONE_BACKUP_KEYS";
    public const string MinutesSetting = "CORNERSTONE_BACKUP_MINUTES";
    private const int UsualMinutes = 15;
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";
    private const string Prefix = "cornerstone-";
    private const string Ending = ".backup";

    /// <summary>Kept all / one an hour / one a day. After 35 days none is left, so that what was erased is gone (goal 38).</summary>
    private static readonly (TimeSpan Age, string Bucket)[] Kept =
    [
        (TimeSpan.FromHours(4), Stamp), (TimeSpan.FromDays(1), "yyyyMMddHH"), (TimeSpan.FromDays(35), "yyyyMMdd"),
    ];

    public static BackupSettings? FromEnvironment() => Of(Environment.GetEnvironmentVariable);

    public static BackupSettings? Of(Func<string, string?> setting)
    {
        var keys = (setting(RecipientsSetting) ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (setting(FolderSetting) is not { Length: > 0 } folder || keys.Length == 0)
        {
            return null;
        }

        var asked = setting(MinutesSetting);
        return new(folder, keys, int.TryParse(asked ?? UsualMinutes.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture, out var minutes) && minutes > 0
            ? TimeSpan.FromMinutes(minutes)
            : throw new RefusedException($"{MinutesSetting} is \"{asked}\": name a number of minutes."));
    }

    public string FileAt(DateTimeOffset moment) => Path.Join(Folder, Prefix + moment.UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture) + Ending);

    /// <summary>The automatic backups that are there, newest first. Files of other names are not ours.</summary>
    public IReadOnlyList<(string File, DateTimeOffset At)> Existing() => !Directory.Exists(Folder) ? [] :
    [
        .. Directory.EnumerateFiles(Folder, Prefix + "*" + Ending).Select(f => (File: f, At: MomentOf(f))).Where(f => f.At is not null)
            .Select(f => (f.File, f.At!.Value)).OrderByDescending(f => f.Value),
    ];

    /// <summary>Those to remove: of each hour or day all but the newest, and everything past its term.</summary>
    public static IReadOnlyList<string> Expired(IReadOnlyList<(string File, DateTimeOffset At)> existing, DateTimeOffset now)
    {
        var kept = existing.Where(b => now - b.At < Kept[^1].Age).GroupBy(b => Bucket(b.At, now)).Select(g => g.MaxBy(b => b.At).File);
        return [.. existing.Select(b => b.File).Except(kept)];
    }

    // A backup from the future (a clock was set back) is young.
    private static string Bucket(DateTimeOffset at, DateTimeOffset now) =>
        at.UtcDateTime.ToString(Kept.First(k => now - at < k.Age).Bucket, CultureInfo.InvariantCulture);

    private static DateTimeOffset? MomentOf(string file) =>
        DateTimeOffset.TryParseExact(Path.GetFileName(file)[Prefix.Length..^Ending.Length], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
