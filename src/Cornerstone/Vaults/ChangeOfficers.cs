using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Sealing.Keys;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>
/// A recovery officer leaves, or has a new vault: two of the three make a new recovery key with somebody in the third place, and wrap to it
/// what was wrapped to the old one. The old shares are destroyed; with an old copy of them nothing opens that is stored from the next change of a group's key on.
/// </summary>
internal static class ChangeOfficers
{
    /// <summary>The words of the newcomer's key, to be heard from them before the officers unlock theirs.</summary>
    /// <exception cref="RefusedException">They have no vault, or no role in the country that reads sealed things.</exception>
    public static async Task<string> WordsAsync(Database database, string country, Guid newcomer, CancellationToken ct)
    {
        await using var everyday = await database.AsAsync(Reader.Operator, ct);
        if (!await everyday.Memberships.AnyAsync(m => m.Country == country && m.PersonId == newcomer && m.EndedAt == null && m.Role != Role.Administrator, ct))
        {
            throw new RefusedException("Whoever becomes an officer has a role in the country, other than administrator.");
        }

        await using var db = SealedDb.Over(database);
        await db.BeginAsync(Reader.Operator, ct);
        return (await HolderAsync(db, newcomer, ct)).Key.Fingerprint;
    }

    /// <param name="isStolen">The third one's words may be known: dossiers get new keys too.</param>
    /// <exception cref="RefusedException">Who is there are not two officers with their words.</exception>
    public static async Task RunAsync(Database database, string country, Guid newcomer, PresentOfficer one, PresentOfficer other, bool isStolen, TimeProvider clock, CancellationToken ct)
    {
        await WordsAsync(database, country, newcomer, ct);
        if (newcomer == one.Person || newcomer == other.Person)
        {
            throw new RefusedException("The third officer is somebody else than the two who are here.");
        }

        await using var db = SealedDb.Over(database);
        await db.BeginAsync(Reader.Operator, ct);
        var inForce = await db.Recoveries.Where(r => r.Country == country && r.ReplacedBy == null).Select(r => r.Id).SingleOrDefaultAsync(ct);
        using var old = await RecoverGroup.OpenAsync(db, inForce, one, other, ct);
        using var made = RecoveryKey.Create(RandomId.New());
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var shares = await db.PairSeals.Where(s => s.RecoveryId == old.Id).ToListAsync(ct);
        db.Recoveries.Add(new() { Id = made.Id, Country = country, PublicKey = made.Holder.Key.ToStored(), MadeOn = today });
        db.PairSeals.RemoveRange(shares);
        db.PairSeals.AddRange(made.SealFor(await HolderAsync(db, one.Person, ct), await HolderAsync(db, other.Person, ct), await HolderAsync(db, newcomer, ct)).Select(StoredPairSeal.Of));
        var wraps = await db.KeyWraps.Where(w => w.HolderId == old.Id).ToListAsync(ct);
        foreach (var wrap in wraps)
        {
            using var key = old.Open(wrap.Wrap);
            db.KeyWraps.Add(StoredKeyWrap.Of(key.Admit(made.Holder)));
        }

        db.KeyWraps.RemoveRange(wraps);
        var third = shares.SelectMany(s => new[] { s.FirstId, s.SecondId }).First(p => p != one.Person && p != other.Person);
        await db.ExposeAsync(wraps, third, today, ct, renews: isStolen);
        await db.SaveAsync(new Act("vault.change-officers", country, clock.GetUtcNow(), $"{one.Person} + {other.Person}, {third} → {newcomer}"), [], ct);
    }

    private static async Task<KeyHolder> HolderAsync(SealedDb db, Guid person, CancellationToken ct) =>
        (await db.Holders.AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == person, ct))?.Holder ?? throw new RefusedException("An officer has a vault: they make one first, under “How you sign in”.");
}
