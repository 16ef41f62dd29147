using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Cornerstone.Sealing.Keys;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Vaults;

/// <summary>Whom two officers let in, and what they lend: these dossiers, or all of the group where nobody can say which.</summary>
public sealed record OfficersLoan(Guid Group, Guid Person, IReadOnlyCollection<Guid> Dossiers, short Hours);

/// <summary>Two of the three officers let in somebody who has asked, where no member of the group can be reached. They see no content, and the time is as short as a member's.</summary>
internal static class LendByOfficers
{
    /// <summary>The words of the asker's key, to be heard from them before the officers unlock theirs.</summary>
    public static async Task<string> WordsAsync(Database database, Guid person, CancellationToken ct)
    {
        await using var db = SealedDb.Over(database);
        await db.BeginAsync(Reader.Operator, ct);
        return (await HolderAsync(db, person, ct)).Key.Fingerprint;
    }

    /// <exception cref="RefusedException">Who is there are not two officers with their words, or nobody has asked.</exception>
    public static async Task<EmergencyOpening> RunAsync(Database database, OfficersLoan asked, PresentOfficer one, PresentOfficer other, TimeProvider clock, CancellationToken ct)
    {
        await using var db = SealedDb.Over(database);
        await db.BeginAsync(Reader.Operator, ct);
        var now = clock.GetUtcNow();
        var group = await db.Compartments.AsNoTracking().SingleOrDefaultAsync(g => g.Id == asked.Group, ct) ?? throw new RefusedException("There is no such group.");
        var call = await CallAsync(db, group, asked.Person, now, ct);
        var holder = await HolderAsync(db, asked.Person, ct);
        using var recovery = await RecoverGroup.OpenAsync(db, await RecoverGroup.OfGroupAsync(db, group.Id, ct), one, other, ct);
        var wraps = await db.DossierWraps.AsNoTracking().Where(w => w.CompartmentId == group.Id).OrderBy(w => w.DossierId).ToListAsync(ct);
        var lent = asked.Dossiers.Count == 0 ? wraps : wraps.FindAll(w => asked.Dossiers.Contains(w.DossierId));
        var opening = EmergencyOpening.Of(call, group.Id, [.. lent.Select(w => w.DossierId).Distinct()], one.Person, other.Person, asked.Hours, now);
        db.Openings.Add(opening);
        db.Loans.AddRange(await LendAsync(db, recovery, lent, holder, opening, ct));
        var act = new Act("sealed.emergency-officers", group.Country, now, call.Ground.ToString());
        try
        {
            await db.SaveAsync(act, opening.Lines(act, ChangeKind.Added, opening.Dossiers), ct);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException refused)
        {
            throw new RefusedException($"The database refuses: {refused.MessageText}. Nobody lets in themselves or a member, for longer than three hours, without a dossier, or before the last time was reviewed.");
        }

        return opening;
    }

    private static async Task<EmergencyCall> CallAsync(SealedDb db, Compartment group, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var calls = await db.Calls.AsNoTracking().Where(c => c.AskedBy == person && c.Country == group.Country && !db.Openings.Any(o => o.CallId == c.Id)).ToListAsync(ct);
        return calls.Find(c => c.Stands(now) && c.Names(group.Name)) ?? throw new RefusedException("This person has not asked for this group within a day: they ask first, with their reason.");
    }

    private static async Task<KeyHolder> HolderAsync(SealedDb db, Guid person, CancellationToken ct) =>
        (await db.Holders.AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == person, ct))?.Holder ?? throw new RefusedException("This person has no vault yet: they make one first.");

    private static async Task<List<StoredLoan>> LendAsync(SealedDb db, RecoveryKey recovery, List<StoredDossierWrap> dossiers, KeyHolder holder, EmergencyOpening opening, CancellationToken ct)
    {
        var keys = new Dictionary<int, CompartmentKey>();
        try
        {
            foreach (var wrap in await db.KeyWraps.AsNoTracking().Where(w => w.CompartmentId == opening.CompartmentId && w.HolderId == recovery.Id).ToListAsync(ct))
            {
                keys.Add(wrap.Version, recovery.Open(wrap.Wrap));
            }

            var loans = new List<StoredLoan>();
            foreach (var dossier in dossiers)
            {
                using var key = keys[dossier.Version].Open(dossier.Wrap);
                loans.Add(StoredLoan.Of(key.LendTo(holder, opening.Id, opening.CompartmentId)));
            }

            return loans;
        }
        finally
        {
            foreach (var key in keys.Values) key.Dispose();
        }
    }
}
