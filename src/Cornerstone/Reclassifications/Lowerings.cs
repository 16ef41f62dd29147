using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Cornerstone.Reclassifications;

/// <summary>A save would open a record to more readers, and nobody said why.</summary>
public sealed class UnreasonedLoweringException() : Exception("A record is opened to more readers with a reason, and by two people.");

/// <summary>
/// Stands before every save: what would open a record to more readers becomes a request, and the record keeps its level until a
/// second person agrees. All else that was changed is saved.
/// </summary>
public sealed class Lowerings
{
    private readonly List<Reclassification> asked = [];

    /// <summary>Why, in the person's own words; needed only where a save does lower a level.</summary>
    public string? Reason { get; set; }

    /// <summary>What became a request instead.</summary>
    public IReadOnlyList<Reclassification> Asked => asked;

    /// <exception cref="UnreasonedLoweringException">Something would be opened, and there is no reason.</exception>
    internal async Task HoldAsync(AppDb db, Act act, CancellationToken ct)
    {
        // People and their roles are no records of work: they have no level of their own.
        var entries = db.ChangeTracker.Entries<IRecord>().Where(e => e.Metadata.FindProperty(nameof(IRecord.Classification)) is not null).ToList();
        var approved = entries.Select(e => e.Entity).OfType<Reclassification>().Where(r => r.State == ReclassificationState.Approved).ToList();
        var lowered = entries.Where(e => e.State == EntityState.Modified && IsOpened(e) && !approved.Exists(r => r.RecordId == e.Entity.Id)).ToList();
        if (lowered.Count == 0)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            throw new UnreasonedLoweringException();
        }

        var ids = lowered.Select(e => e.Entity.Id).ToHashSet();
        foreach (var root in lowered.Where(e => !Names(e, ids)))
        {
            await AskAsync(db, root, act, Reason.Trim(), ct);
        }

        // What belongs to a record is as secret as the record, also what is new with it.
        foreach (var entry in entries.Where(e => e.State is EntityState.Modified or EntityState.Added && Names(e, ids)).Concat(lowered))
        {
            Keep(entry, lowered);
        }
    }

    private async Task AskAsync(AppDb db, EntityEntry<IRecord> root, Act act, string reason, CancellationToken ct)
    {
        var (id, to, group) = (root.Entity.Id, root.Entity.Classification, root.Entity.Compartment);
        var before = await db.Set<Reclassification>().AsNoTracking().FirstOrDefaultAsync(
            r => r.RecordId == id && r.State == ReclassificationState.Asked && r.ExpiresAt > act.At && r.ToClassification == to && r.ToCompartment == group, ct);
        if (before is not null && before.Classification == LevelBefore(root))
        {
            asked.Add(before);
            return;
        }

        var request = new Reclassification
        {
            Country = root.Entity.Country,
            Classification = LevelBefore(root),
            Compartment = GroupBefore(root),
            RecordTable = root.Metadata.GetTableName()!,
            RecordId = id,
            ToClassification = to,
            ToCompartment = group,
            Reason = reason.Length > Reclassification.LongestReason ? reason[..Reclassification.LongestReason] : reason,
            AskedBy = db.Reader.Id,
            AskedAt = act.At,
            ExpiresAt = act.At + Reclassification.Validity,
        };
        db.Add(request);
        asked.Add(request);
    }

    private static bool IsOpened(EntityEntry<IRecord> entry) =>
        entry.Entity.Classification < LevelBefore(entry) || (GroupBefore(entry) is { } group && entry.Entity.Compartment != group);

    private static bool Names(EntityEntry<IRecord> entry, HashSet<Guid> ids) =>
        entry.Properties.Any(p => !p.Metadata.IsPrimaryKey() && p.Metadata.ClrType == typeof(Guid) && ids.Contains((Guid)p.CurrentValue!));

    private static void Keep(EntityEntry<IRecord> entry, IReadOnlyList<EntityEntry<IRecord>> lowered)
    {
        var source = entry.State == EntityState.Added ? lowered.First(l => Names(entry, [l.Entity.Id])) : entry;
        if (entry.State == EntityState.Added && entry.Entity.Classification >= LevelBefore(source))
        {
            return;
        }

        entry.Property(nameof(IRecord.Classification)).CurrentValue = LevelBefore(source);
        if (entry.Metadata.FindProperty(nameof(IRecord.Compartment)) is not null)
        {
            entry.Property(nameof(IRecord.Compartment)).CurrentValue = GroupBefore(source);
        }
    }

    private static Classification LevelBefore(EntityEntry<IRecord> entry) => (Classification)entry.Property(nameof(IRecord.Classification)).OriginalValue!;

    private static Guid? GroupBefore(EntityEntry<IRecord> entry) =>
        entry.Metadata.FindProperty(nameof(IRecord.Compartment)) is null ? null : (Guid?)entry.Property(nameof(IRecord.Compartment)).OriginalValue;
}
