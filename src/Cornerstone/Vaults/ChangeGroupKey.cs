using Cornerstone.Access.Compartments;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Rotation;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>A member has left, or a change was stopped half-way: a new key for those who stay, and every dossier's key wrapped under it.</summary>
public sealed class ChangeGroupKey(SealedDb db, GroupKeys keys, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>True when somebody holds the key who is no member any more, or an older version is still in use.</summary>
    public async Task<bool> IsDueAsync(Guid compartment, CancellationToken ct)
    {
        var held = await db.KeyWraps.AsNoTracking().Where(w => w.CompartmentId == compartment).Select(w => new { w.HolderId, w.HolderKind, w.Version }).ToListAsync(ct);
        var members = await MembersAsync(compartment, ct);
        return held.Exists(w => w.HolderKind == (short)HolderKind.Person && !members.Contains(w.HolderId)) || held.DistinctBy(w => w.Version).Count() > 1;
    }

    /// <summary>False when another member began the same change in this moment. Safe to repeat, by anybody who stayed.</summary>
    public async Task<bool> RunAsync(Compartment group, KeyRing ring, CancellationToken ct)
    {
        var rotation = new KeyRotation(new WrapStore(db, group, clock));
        if (!ring.TryNewest(group.Id, out var current))
        {
            return false;
        }

        var holders = await db.KeyWraps.AsNoTracking().Where(w => w.CompartmentId == group.Id && w.Version == current.Version).ToListAsync(ct);
        var members = await MembersAsync(group.Id, ct);
        var staying = holders.Where(h => h.HolderKind == (short)HolderKind.Recovery || members.Contains(h.HolderId)).Select(h => h.HolderId).ToHashSet();
        if (staying.Count < holders.Count)
        {
            using var next = await rotation.BeginAsync(current, staying, ct);
            if (next is null)
            {
                return false;
            }

            await keys.TakeAsync(ring, ct);
        }

        var outcome = await rotation.FinishAsync(ring.Versions(group.Id), ct);
        return outcome.Broken.Count == 0 ? true : throw new SealBrokenException("The key of a dossier was altered: it is left as it is, to be mended from a backup.");
    }

    private async Task<HashSet<Guid>> MembersAsync(Guid compartment, CancellationToken ct)
    {
        var today = Today;
        return [.. await db.Members.AsNoTracking().Where(m => m.CompartmentId == compartment && m.EndedAt == null && !m.Waits && m.UntilDay >= today).Select(m => m.PersonId).ToListAsync(ct)];
    }
}
