using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Rotation;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>The wraps of one group as a change of its key works on them: each call is one transaction and one act of the journal.</summary>
internal sealed class WrapStore(SealedDb db, Compartment group, TimeProvider clock) : IWrapStore
{
    public async Task<IReadOnlyList<KeyWrap>> HoldersAsync(Guid compartment, int version, CancellationToken ct) =>
        [.. (await db.KeyWraps.AsNoTracking().Where(w => w.CompartmentId == compartment && w.Version == version).ToListAsync(ct)).Select(w => w.Wrap)];

    public async Task<bool> BeginVersionAsync(Guid compartment, int version, IReadOnlyList<KeyWrap> wraps, Succession succession, CancellationToken ct)
    {
        var staying = wraps.Select(w => w.Holder.Id).ToList();
        var leaving = await db.KeyWraps.Where(w => w.CompartmentId == compartment && !staying.Contains(w.HolderId)).ToListAsync(ct);
        db.KeyWraps.RemoveRange(leaving);
        db.KeyWraps.AddRange(wraps.Select(StoredKeyWrap.Of));
        db.Successions.Add(new() { CompartmentId = compartment, Version = version, Bytes = succession.Bytes.ToArray() });
        var act = NewAct("sealed.change-key");
        return await db.TrySaveAsync(act, leaving.Select(w => w.HolderId).Distinct().Select(h => GroupKeys.About(act, group, h, ChangeKind.Removed)), ct);
    }

    public async Task<IReadOnlyList<DossierWrap>> BehindAsync(Guid compartment, int version, DossierWrap? after, int limit, CancellationToken ct)
    {
        var behind = db.DossierWraps.AsNoTracking().Where(w => w.CompartmentId == compartment && w.Version < version);
        if (after is not null)
        {
            behind = behind.Where(w => w.DossierId.CompareTo(after.Dossier) > 0 || (w.DossierId == after.Dossier && w.Generation > after.Generation));
        }

        return [.. (await behind.OrderBy(w => w.DossierId).ThenBy(w => w.Generation).Take(limit).ToListAsync(ct)).Select(w => w.Wrap)];
    }

    public async Task ReplaceAsync(IReadOnlyList<RenewedWrap> wraps, CancellationToken ct)
    {
        var dossiers = wraps.Select(w => w.Old.Dossier).ToList();
        var stored = await db.DossierWraps.Where(w => dossiers.Contains(w.DossierId)).ToListAsync(ct);
        foreach (var (old, renewed) in wraps)
        {
            if (stored.Find(w => w.DossierId == old.Dossier && w.Generation == old.Generation) is { } row && row.Bytes.AsSpan().SequenceEqual(old.Bytes.Span))
            {
                (row.Version, row.Bytes) = (renewed.Version, renewed.Bytes.ToArray());
            }
        }

        // Where one was changed in this moment, nothing of the batch is saved: the next pass finds them again.
        await db.TrySaveAsync(NewAct("sealed.rewrap"), [], ct);
        db.ChangeTracker.Clear();
    }

    public async Task<bool> RetireBeforeAsync(Guid compartment, int version, CancellationToken ct)
    {
        if (await db.DossierWraps.AnyAsync(w => w.CompartmentId == compartment && w.Version < version, ct))
        {
            return false;
        }

        db.KeyWraps.RemoveRange(await db.KeyWraps.Where(w => w.CompartmentId == compartment && w.Version < version).ToListAsync(ct));
        return await db.TrySaveAsync(NewAct("sealed.retire-key"), [], ct);
    }

    public async Task<IReadOnlyList<DossierWrap>> OfDossierAsync(Guid dossier, CancellationToken ct) =>
        [.. (await db.DossierWraps.AsNoTracking().Where(w => w.DossierId == dossier).OrderBy(w => w.Generation).ToListAsync(ct)).Select(w => w.Wrap)];

    public async Task<bool> AddGenerationAsync(DossierWrap wrap, CancellationToken ct)
    {
        if (!await db.DossierWraps.AnyAsync(w => w.DossierId == wrap.Dossier, ct))
        {
            return false;
        }

        db.DossierWraps.Add(StoredDossierWrap.Of(wrap));
        return await db.TrySaveAsync(NewAct("sealed.rewrap"), [], ct);
    }

    public async Task DestroyAsync(Guid dossier, CancellationToken ct)
    {
        db.DossierWraps.RemoveRange(await db.DossierWraps.Where(w => w.DossierId == dossier).ToListAsync(ct));
        await db.SaveAsync(NewAct("sealed.destroy-key"), [], ct);
    }

    private Act NewAct(string name) => new(name, group.Country, clock.GetUtcNow());
}
