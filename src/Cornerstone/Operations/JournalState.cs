using Cornerstone.Access;
using Cornerstone.Backups;
using Cornerstone.Data;
using Cornerstone.Journals;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Operations;

/// <summary>How the journal and its backups stand now.</summary>
/// <param name="Unsigned">Entries no checkpoint covers yet.</param>
/// <param name="IsContradicted">A checkpoint kept outside has seen another history.</param>
internal sealed record JournalState(long Entries, long Unsigned, Checkpoint? Last, bool HasAnchors, bool IsContradicted, BackupsState Backups)
{
    public static readonly JournalState Unknown = new(0, 0, null, false, false, new(false, null, null));

    public static async Task<JournalState> OfAsync(Database database, string dataFolder, CancellationToken ct)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(ct);
        var (_, size, _) = await TakeCheckpoint.StateAsync(owner, ct);
        var last = await TakeCheckpoint.LastAsync(owner, ct);
        var files = CheckpointFile.All(dataFolder).ToList();
        return new(size, size - (last?.Size ?? 0), last, files.Count > 1, files.Exists(f => f.Contradicts(last)), await BackupsState.OfAsync(database, ct));
    }
}

/// <summary>What a restore on trial said.</summary>
internal sealed record DrillOutcome(bool Passed, DateTimeOffset At, string Said);

internal sealed record BackupsState(bool IsWanted, DateTimeOffset? Newest, DrillOutcome? Drill)
{
    public static async Task<BackupsState> OfAsync(Database database, CancellationToken ct)
    {
        var settings = BackupSettings.FromEnvironment();
        // Drills are acts of the server itself, which row-level security shows to it alone.
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var drill = await db.Acts.AsNoTracking().Where(a => a.Name == RestoreDrill.Passed || a.Name == RestoreDrill.Failed)
            .OrderByDescending(a => a.At)
            .Select(a => new DrillOutcome(a.Name == RestoreDrill.Passed, a.At, a.Reason ?? ""))
            .FirstOrDefaultAsync(ct);
        return new(settings is not null, settings?.Existing() is [var newest, ..] ? newest.At : null, drill);
    }
}
