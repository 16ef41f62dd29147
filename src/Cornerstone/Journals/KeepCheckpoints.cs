using System.Security.Cryptography;
using Cornerstone.Data;

namespace Cornerstone.Journals;

/// <summary>
/// Signs the journal once an hour while it grows, and when the program stops: no entry stays unsigned for more than sixty minutes
/// (security handbook §2, goal 15).
/// </summary>
internal sealed class KeepCheckpoints(Database database, HostSettings settings, TimeProvider clock, ILogger<KeepCheckpoints> logger) : BackgroundService
{
    // Looked at often, because a program that was killed comes back with entries of an unknown age.
    private static readonly TimeSpan Look = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(50);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    /// <summary>Signs now what has not been signed, and says it wherever anchors are; null when there is nothing new.</summary>
    public async Task<Checkpoint?> TakeAsync(CancellationToken ct)
    {
        using var key = JournalKey.Open(JournalKey.FileIn(settings.DataFolder));
        await using var owner = await database.Owner.OpenConnectionAsync(ct);
        var last = await TakeCheckpoint.LastAsync(owner, ct);
        Warn(last);
        if (await TakeCheckpoint.TakeAsync(owner, key, clock.GetUtcNow(), ct) is not { } taken)
        {
            return null;
        }

        foreach (var file in CheckpointFile.All(settings.DataFolder))
        {
            await AnchorAsync(file, taken, key, ct);
        }

        return taken;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        long? signed = null;
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                if ((signed is null || clock.GetElapsedTime(signed.Value) >= Longest) && await TryAsync(stoppingToken))
                {
                    signed = clock.GetTimestamp();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop: StopAsync signs the rest.
        }
    }

    private async Task<bool> TryAsync(CancellationToken ct)
    {
        try
        {
            await TakeAsync(ct);
            return true;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogError("The journal could not be signed: {Reason}", fault.Message);
            return false;
        }
    }

    // A second disk that is away must not stop the signing; that it is away is told.
    private async Task AnchorAsync(CheckpointFile file, Checkpoint taken, ECDsa key, CancellationToken ct)
    {
        try
        {
            await file.AppendAsync(taken, key.ExportSubjectPublicKeyInfoPem() + "\n", ct);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            logger.LogError("Checkpoint {Number} could not be written to {Folder}: {Reason}", taken.Number, file.Folder, fault.Message);
        }
    }

    private void Warn(Checkpoint? last)
    {
        foreach (var file in CheckpointFile.All(settings.DataFolder).Where(f => f.Contradicts(last)))
        {
            logger.LogCritical("The checkpoints in {File} have seen a history that this database does not hold: it was rolled back or rebuilt", file.File);
        }
    }
}
