using Cornerstone.Access.Compartments;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Rotation;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>Why the key of a group has to change.</summary>
public enum ChangeDue
{
    None,

    /// <summary>Somebody holds it who is no member any more, or a change was stopped half-way.</summary>
    Left,

    /// <summary>Somebody may know it whom it is not for.</summary>
    Known,
}

public enum KeyChange
{
    Done,

    /// <summary>Another member began the same change in this moment.</summary>
    Overtaken,

    /// <summary>Some dossiers wait for their new key: go on.</summary>
    Partly,
}

/// <summary>A new key for those who stay, every dossier's key wrapped under it and, after a theft, new keys for dossiers. Safe to repeat, by anybody who stayed.</summary>
public sealed class ChangeGroupKey(SealedDb db, GroupKeys keys, TimeProvider clock)
{
    /// <summary>How long one request goes on sealing dossiers anew; the next one takes it up there.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<ChangeDue> DueAsync(Guid compartment, CancellationToken ct)
    {
        var held = await db.KeyWraps.AsNoTracking().Where(w => w.CompartmentId == compartment).Select(w => new { w.HolderId, w.HolderKind, w.Version }).ToListAsync(ct);
        var members = await MembersAsync(compartment, ct);
        return held.Count == 0 ? ChangeDue.None
            : held.Exists(w => w.HolderKind == (short)HolderKind.Person && !members.Contains(w.HolderId)) ? ChangeDue.Left
            : await IsKnownAsync(compartment, held.Max(w => w.Version), ct) || (await BehindAsync(compartment, ct)).Count > 0 ? ChangeDue.Known
            : held.DistinctBy(w => w.Version).Count() > 1 ? ChangeDue.Left
            : ChangeDue.None;
    }

    public async Task<KeyChange> RunAsync(Compartment group, KeyRing ring, CancellationToken ct)
    {
        var (rotation, began) = (new KeyRotation(new WrapStore(db, group, clock)), clock.GetTimestamp());
        if (!ring.TryNewest(group.Id, out var current))
        {
            return KeyChange.Overtaken;
        }

        var holders = await db.KeyWraps.AsNoTracking().Where(w => w.CompartmentId == group.Id && w.Version == current.Version).ToListAsync(ct);
        var members = await MembersAsync(group.Id, ct);
        var staying = holders.Where(h => h.HolderKind == (short)HolderKind.Recovery || members.Contains(h.HolderId)).Select(h => h.HolderId).ToHashSet();
        if (staying.Count < holders.Count || await IsKnownAsync(group.Id, current.Version, ct))
        {
            using var next = await rotation.BeginAsync(current, staying, ct);
            if (next is null)
            {
                return KeyChange.Overtaken;
            }

            await keys.TakeAsync(ring, ct);
        }

        var outcome = await rotation.FinishAsync(ring.Versions(group.Id), ct);
        return outcome.Broken.Count == 0 ? await RenewAsync(group, ring, began, ct) : throw new SealBrokenException("The key of a dossier was altered: it is left as it is, to be mended from a backup.");
    }

    private Task<bool> IsKnownAsync(Guid compartment, int version, CancellationToken ct) =>
        db.Exposures.AnyAsync(e => e.CompartmentId == compartment && e.Version >= version, ct);

    // Dossiers whose key is as old as one that may be known; not those that somebody reads for hours with the key they were lent.
    private async Task<List<Guid>> BehindAsync(Guid compartment, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = await db.Exposures.Where(e => e.CompartmentId == compartment && e.Renews).MaxAsync(e => (int?)e.Version, ct) ?? 0;
        var lent = await db.Openings.AsNoTracking().Where(o => o.CompartmentId == compartment && o.EndedAt == null && o.UntilAt > now).Select(o => o.Dossiers).ToListAsync(ct);
        var behind = await db.DossierWraps.AsNoTracking().Where(w => w.CompartmentId == compartment && w.Generation <= known).Select(w => w.DossierId).Distinct().ToListAsync(ct);
        return [.. behind.Except(lent.SelectMany(d => d)).Order()];
    }

    private async Task<KeyChange> RenewAsync(Compartment group, KeyRing ring, long began, CancellationToken ct)
    {
        var (behind, broken, isPartly) = (await BehindAsync(group.Id, ct), 0, false);
        foreach (var dossier in behind)
        {
            if (isPartly |= clock.GetElapsedTime(began) > Longest)
            {
                break;
            }

            try
            {
                var newest = ring.TryNewest(group.Id, out var key) ? key : throw new VaultLockedException();
                await new DossierRenewal(new WrapStore(db, group, clock), new StoredContents(db, group, clock)).RenewAsync(dossier, newest, ct);
            }
            catch (RenewalHeldUpException)
            {
                isPartly = true;
            }
            catch (SealBrokenException)
            {
                // One that was altered does not keep the others from their new keys.
                db.ChangeTracker.Clear();
                broken++;
            }
        }

        return broken > 0 ? throw new SealBrokenException("A dossier was altered: it is left as it is, to be mended from a backup.") : isPartly ? KeyChange.Partly : KeyChange.Done;
    }

    private async Task<HashSet<Guid>> MembersAsync(Guid compartment, CancellationToken ct)
    {
        var today = Today;
        return [.. await db.Members.AsNoTracking().Where(m => m.CompartmentId == compartment && m.EndedAt == null && !m.Waits && m.UntilDay >= today).Select(m => m.PersonId).ToListAsync(ct)];
    }
}
