using Cornerstone.Data;
using Cornerstone.Sealing.Keys;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>The people of a group by name: officers, those at the door, oneself. Names come from the work store, keys from the sealed one.</summary>
public sealed class GroupPeople(AppDb db, SealedDb store, GroupKeys keys, ChangeGroupKey change)
{
    /// <summary>Somebody left who still has the key.</summary>
    public Task<bool> IsChangeDueAsync(Guid group, CancellationToken ct) => change.IsDueAsync(group, ct);

    public async Task<(StoredRecovery? Recovery, IReadOnlyList<string> Officers)> OfficersAsync(string country, CancellationToken ct)
    {
        if (await keys.RecoveryAsync(country, ct) is not { } recovery)
        {
            return (null, []);
        }

        var officers = await store.PairSeals.AsNoTracking().Where(s => s.RecoveryId == recovery.Id).Select(s => new { s.FirstId, s.SecondId }).ToListAsync(ct);
        var ids = officers.SelectMany(o => new[] { o.FirstId, o.SecondId }).Distinct().ToList();
        return (recovery, [.. (await NamesAsync(ids, ct)).Values.Order(StringComparer.Ordinal)]);
    }

    public async Task<KeyHolder?> MyHolderAsync(CancellationToken ct) =>
        (await store.Holders.AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == store.Reader.Id, ct))?.Holder;

    public async Task<IReadOnlyList<WaitingMember>> WaitingAsync(Guid group, CancellationToken ct)
    {
        var outside = await keys.OutsideAsync(group, ct);
        var names = await NamesAsync([.. outside.Select(o => o.Member.PersonId)], ct);
        return [.. outside.Select(o => new WaitingMember(o.Member.PersonId, names[o.Member.PersonId], o.Holder?.Key.Fingerprint)).OrderBy(w => w.Name, StringComparer.Ordinal)];
    }

    private Task<Dictionary<Guid, string>> NamesAsync(IReadOnlyList<Guid> persons, CancellationToken ct) =>
        db.Users.AsNoTracking().Where(p => persons.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
}
