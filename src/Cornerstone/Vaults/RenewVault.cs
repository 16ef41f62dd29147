using Cornerstone.Access;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Keys;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>
/// Somebody else may know a person's words or hold their device: a new pair of keys under new words, and what was wrapped to the old pair
/// wrapped to the new one. Who may read does not change, so one does it alone; the groups are told that their key may be known (decision 53).
/// </summary>
public sealed class RenewVault(SealedDb db, OpenVaults vaults, GroupKeys keys, TimeProvider clock)
{
    private static readonly KeyTrail FirstSight = new([], []);

    /// <summary>The words of the new vault, given out this once; null when the key of a group changed in this moment.</summary>
    public async Task<string?> RunAsync(SeenSession session, OpenVault open, CancellationToken ct)
    {
        await keys.TakeAsync(open.Ring, ct);
        using var passphrase = VaultPassphrase.Draw();
        var key = PersonKey.Create(db.Reader.Id);
        var (holder, closed) = (key.Holder, await UnlockVault.InTurnAsync(() => key.Close(passphrase), ct));
        var ring = new KeyRing(key, KeyRing.UsualIdle, clock);
        try
        {
            if (!await SaveAsync(open.Ring, ring, holder, closed, ct))
            {
                ring.Dispose();
                return null;
            }
        }
        catch
        {
            ring.Dispose();
            throw;
        }

        // A thief who is signed in elsewhere holds open keys too.
        vaults.ForgetOthers(session);
        vaults.Keep(session, ring);
        return passphrase.Reveal();
    }

    private async Task<bool> SaveAsync(KeyRing old, KeyRing renewed, KeyHolder holder, byte[] closed, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var vault = await db.Vaults.SingleAsync(v => v.PersonId == holder.Id, ct);
        (vault.Closed, vault.MadeOn) = (closed, today);
        (await db.Holders.SingleAsync(h => h.PersonId == holder.Id, ct)).PublicKey = holder.Key.ToStored();
        var wraps = await db.KeyWraps.Where(w => w.HolderId == holder.Id).ToListAsync(ct);
        foreach (var wrap in wraps)
        {
            var version = old.Versions(wrap.CompartmentId).SingleOrDefault(v => v.Version == wrap.Version) ?? throw new VaultLockedException();
            wrap.Take(version.Admit(holder));
            renewed.TryTake(wrap.Wrap, FirstSight, out _);
        }

        await RememberAsync(renewed, wraps, ct);
        // What was lent in an emergency is under the old pair, and is not lent twice.
        db.Loans.RemoveRange(await db.Loans.Where(l => l.PersonId == holder.Id).ToListAsync(ct));
        await db.ExposeAsync(wraps, holder.Id, today, ct);
        var groups = await db.Compartments.AsNoTracking().Where(g => wraps.Select(w => w.CompartmentId).Contains(g.Id)).ToListAsync(ct);
        var act = new Act("vault.renew", Workspace.Shared, clock.GetUtcNow());
        return await db.TrySaveAsync(act, groups.Select(g => GroupKeys.About(act, g, holder.Id, ChangeKind.Changed)), ct);
    }

    // What the old pair sealed to itself opens no more: the same marks, sealed to the new one.
    private async Task RememberAsync(KeyRing ring, List<StoredKeyWrap> wraps, CancellationToken ct)
    {
        var pins = await db.Pins.Where(p => p.PersonId == ring.Person).ToListAsync(ct);
        foreach (var wrap in wraps)
        {
            var bytes = ring.Pin(wrap.CompartmentId, wrap.Version)!.Bytes.ToArray();
            if (pins.Find(p => p.CompartmentId == wrap.CompartmentId && p.Version == wrap.Version) is { } known)
            {
                known.Bytes = bytes;
                pins.Remove(known);
            }
            else
            {
                db.Pins.Add(new() { PersonId = ring.Person, CompartmentId = wrap.CompartmentId, Version = wrap.Version, Bytes = bytes });
            }
        }

        db.Pins.RemoveRange(pins);
    }
}
