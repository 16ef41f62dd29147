using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Journals;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Backups;

/// <summary>Backups while people work, as often as the settings ask; old ones thinned out; once a week one of them restored on trial.</summary>
internal sealed class KeepBackups(Database database, HostSettings settings, BackupSettings? wanted, TimeProvider clock, ILogger<KeepBackups> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan BetweenDrills = TimeSpan.FromDays(7);
    private long sizeBackedUp = -1;
    private long? backedUp;

    /// <summary>One look: a backup when one is due and something was written since the last, then the old ones, then the drill.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        if (wanted is null)
        {
            return;
        }

        if ((backedUp is null || clock.GetElapsedTime(backedUp.Value) >= wanted.Every) && await SizeAsync(ct) != sizeBackedUp)
        {
            await BackUpAsync(wanted, ct);
        }

        foreach (var expired in BackupSettings.Expired(wanted.Existing(), clock.GetUtcNow()))
        {
            File.Delete(expired);
        }

        if (wanted.Existing() is [var newest, ..] && await IsDrillDueAsync(ct))
        {
            using var key = RestoreDrill.Key(settings.DataFolder);
            if (!await RestoreDrill.RunAsync(database, settings.DataFolder, newest.File, key, clock, ct))
            {
                logger.LogCritical("The backup {File} could not be restored on trial; the journal says why", newest.File);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (wanted is not null && await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop; a half-written file is removed by its writer.
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await LookAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // Tried again at the next look; doctor and the page of the journal say how old the newest backup is.
            logger.LogError("The backup failed: {Reason}", fault.Message);
        }
    }

    private async Task BackUpAsync(BackupSettings wish, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var manifest = await WriteBackup.AutomaticAsync(wish, settings.DataFolder, now, (file, recipients) => WriteBackup.RunAsync(database, settings.DataFolder, file, recipients, now, ct));
        (sizeBackedUp, backedUp) = (manifest.JournalSize, clock.GetTimestamp());
    }

    private async Task<long> SizeAsync(CancellationToken ct)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(ct);
        return (await TakeCheckpoint.StateAsync(owner, ct)).Size;
    }

    private async Task<bool> IsDrillDueAsync(CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var last = await db.Acts.Where(a => a.Name == RestoreDrill.Passed || a.Name == RestoreDrill.Failed).MaxAsync(a => (DateTimeOffset?)a.At, ct);
        return last is null || clock.GetUtcNow() - last >= BetweenDrills || last > clock.GetUtcNow();
    }
}
