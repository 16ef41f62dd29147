using Cornerstone.Data;
using Cornerstone.Sealing.Keys;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>What is left of an erased dossier. Without a ground: an old backup had brought it back, and the list of erasures took it away again.</summary>
public sealed record ErasedDossier(Guid Id, DateOnly On, DossierGround? Ground, string? Approver, string? Asker);

/// <summary>The people of a group by name: officers, those at the door, oneself. Names come from the work store, keys from the sealed one.</summary>
public sealed class GroupPeople(AppDb db, SealedDb store, GroupKeys keys, ChangeGroupKey change)
{
    public Task<ChangeDue> ChangeDueAsync(Guid group, CancellationToken ct) => change.DueAsync(group, ct);

    public async Task<(StoredRecovery? Recovery, IReadOnlyList<string> Officers)> OfficersAsync(string country, CancellationToken ct)
    {
        var recovery = await keys.RecoveryAsync(country, ct);
        return (recovery, recovery is null ? [] : await OfficersAsync(recovery, ct));
    }

    public async Task<IReadOnlyList<string>> OfficersAsync(StoredRecovery recovery, CancellationToken ct)
    {
        var officers = await store.PairSeals.AsNoTracking().Where(s => s.RecoveryId == recovery.Id).Select(s => new { s.FirstId, s.SecondId }).ToListAsync(ct);
        var ids = officers.SelectMany(o => new[] { o.FirstId, o.SecondId }).Distinct().ToList();
        return [.. (await NamesAsync(ids, ct)).Values.Order(StringComparer.Ordinal)];
    }

    public async Task<KeyHolder?> MyHolderAsync(CancellationToken ct) =>
        (await store.Holders.AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == store.Reader.Id, ct))?.Holder;

    public async Task<IReadOnlyList<WaitingMember>> WaitingAsync(Guid group, CancellationToken ct)
    {
        var outside = await keys.OutsideAsync(group, ct);
        var names = await NamesAsync([.. outside.Select(o => o.Member.PersonId)], ct);
        return [.. outside.Select(o => new WaitingMember(o.Member.PersonId, names[o.Member.PersonId], o.Holder?.Key.Fingerprint)).OrderBy(w => w.Name, StringComparer.Ordinal)];
    }

    /// <summary>The tombstones of a group, newest first.</summary>
    public async Task<IReadOnlyList<ErasedDossier>> ErasedAsync(Guid ofGroup, CancellationToken ct)
    {
        var told = await (
            from change in db.Changes.AsNoTracking()
            join act in db.Acts on change.ActId equals act.Id
            where change.Compartment == ofGroup && change.RecordType == nameof(SealedDossier) && change.Kind == ChangeKind.Removed
            orderby act.At descending
            select new { change.RecordId, change.Fields, act.At, act.PersonId, act.Reason }).ToListAsync(ct);
        var names = await NamesAsync([.. told.Select(t => t.PersonId).Concat(told.Select(t => AskerOf(t.Fields)).OfType<Guid>()).Distinct()], ct);
        return [.. told.Select(t => new ErasedDossier(
            t.RecordId, DateOnly.FromDateTime(t.At.UtcDateTime), Enum.TryParse<DossierGround>(t.Reason, out var ground) ? ground : null,
            names.GetValueOrDefault(t.PersonId), AskerOf(t.Fields) is { } asker ? names.GetValueOrDefault(asker) : null))];
    }

    public Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyList<Guid> persons, CancellationToken ct) =>
        db.Users.AsNoTracking().Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);

    private static Guid? AskerOf(IReadOnlyList<FieldChange> fields) => Guid.TryParse(fields.FirstOrDefault(f => f.Field == Tombstone.Asker)?.To, out var asker) ? asker : null;
}
