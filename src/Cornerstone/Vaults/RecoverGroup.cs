using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Sealing.Keys;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>An officer who is there, and the words of their vault.</summary>
public sealed record PresentOfficer(Guid Person, string Words);

/// <summary>Two of the three officers wrap a group's key to a person whom an administrator has named for it: the one way in when no member is left. They see no content.</summary>
internal static class RecoverGroup
{
    /// <exception cref="RefusedException">Who is there are not two officers with their words, or nobody was named.</exception>
    public static async Task RunAsync(Database database, Guid groupId, Guid personId, PresentOfficer one, PresentOfficer other, TimeProvider clock, CancellationToken ct)
    {
        await using var db = SealedDb.Over(database);
        await db.BeginAsync(Reader.Operator, ct);
        var group = await db.Compartments.AsNoTracking().SingleOrDefaultAsync(g => g.Id == groupId, ct) ?? throw new RefusedException("There is no such group.");
        var member = await db.Members.SingleOrDefaultAsync(m => m.CompartmentId == groupId && m.PersonId == personId && m.EndedAt == null, ct);
        var holder = await db.Holders.AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == personId, ct);
        if (member is null || holder is null)
        {
            throw new RefusedException("An administrator names the person for the group first, and the person makes a vault.");
        }

        using var recovery = await OpenAsync(db, await OfGroupAsync(db, groupId, ct), one, other, ct);
        var wraps = await db.KeyWraps.AsNoTracking().Where(w => w.CompartmentId == groupId && w.HolderId == recovery.Id).ToListAsync(ct);
        db.KeyWraps.RemoveRange(await db.KeyWraps.Where(w => w.CompartmentId == groupId && w.HolderId == personId).ToListAsync(ct));
        foreach (var wrap in wraps)
        {
            using var key = recovery.Open(wrap.Wrap);
            db.KeyWraps.Add(StoredKeyWrap.Of(key.Admit(holder.Holder)));
        }

        member.Waits = false;
        var act = new Act("sealed.recover", group.Country, clock.GetUtcNow(), $"{one.Person} + {other.Person}");
        await db.SaveAsync(act, [GroupKeys.About(act, group, personId, ChangeKind.Added)], ct);
    }

    /// <summary>The recovery key a group is wrapped to, which need not be the newest of its country: a member of the group decides that.</summary>
    internal static Task<Guid> OfGroupAsync(SealedDb db, Guid group, CancellationToken ct) =>
        db.KeyWraps.Where(w => w.CompartmentId == group && w.HolderKind == (short)HolderKind.Recovery).OrderByDescending(w => w.Version).Select(w => w.HolderId).FirstOrDefaultAsync(ct);

    internal static async Task<RecoveryKey> OpenAsync(SealedDb db, Guid recovery, PresentOfficer one, PresentOfficer other, CancellationToken ct)
    {
        var seals = await db.PairSeals.AsNoTracking().Where(s => s.RecoveryId == recovery).ToListAsync(ct);
        var pair = seals.Find(s => (s.FirstId == one.Person && s.SecondId == other.Person) || (s.FirstId == other.Person && s.SecondId == one.Person));
        using var first = await OpenAsync(db, one, ct);
        using var second = await OpenAsync(db, other, ct);
        return pair is null || first is null || second is null
            ? throw new RefusedException("It takes two of the three officers, each with the words of their vault.")
            : RecoveryKey.Open(pair.Seal, first, second);
    }

    private static async Task<PersonKey?> OpenAsync(SealedDb db, PresentOfficer officer, CancellationToken ct)
    {
        if (!VaultPassphrase.TryRead(officer.Words, out var words))
        {
            return null;
        }

        using (words)
        {
            var vault = await db.Vaults.AsNoTracking().SingleOrDefaultAsync(v => v.PersonId == officer.Person, ct);
            return vault is null ? null : PersonKey.Open(vault.PersonId, vault.Closed, words);
        }
    }
}
