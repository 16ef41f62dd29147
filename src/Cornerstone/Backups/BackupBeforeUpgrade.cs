using Cornerstone.Data;

namespace Cornerstone.Backups;

/// <summary>A backup of what an older version left, before this version's steps run over it. Where it cannot be written, nothing is upgraded.</summary>
internal static class BackupBeforeUpgrade
{
    /// <param name="dataFolder">Holds the key of the trial restores, a recipient of every automatic backup.</param>
    /// <exception cref="RefusedException">The backup could not be written; the database is as it was.</exception>
    public static BeforeUpgrade In(string dataFolder, BackupSettings? wanted, TimeProvider clock, ILogger logger) => async (older, ct) =>
    {
        if (wanted is null)
        {
            logger.LogWarning("Upgrading without a backup: {Folder} and {Keys} do not say where to and for whom", BackupSettings.FolderSetting, BackupSettings.RecipientsSetting);
            return null;
        }

        var now = clock.GetUtcNow();
        try
        {
            return await WriteBackup.AutomaticAsync(wanted, dataFolder, now, async (file, recipients) =>
            {
                await WriteBackup.ToFileAsync(older, dataFolder, file, recipients, now, ct);
                logger.LogInformation("Backed up before the upgrade: {File}", file);
                return WriteBackup.ActOf(file, recipients, now);
            });
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The backup before the upgrade failed, and nothing was changed: {fault.Message}");
        }
    };
}
