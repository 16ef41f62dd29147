using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Sealing.Keys;
using Cornerstone.Values;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>One reading in an emergency: when, what was done, and to which dossier.</summary>
public sealed record EmergencyReading(DateTimeOffset At, string Act, Guid? Dossier);

/// <summary>What the members of a group do about an emergency: let in, end, review. Who may, the database decides.</summary>
public sealed class Emergencies(SealedDb db, DossierStore store, TimeProvider clock)
{
    public const string LetInAct = "sealed.emergency-let-in";
    public const string EndAct = "sealed.emergency-end";
    public const string ReviewAct = "sealed.emergency-review";

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A call to this group that stands and nobody has answered.</summary>
    public async Task<EmergencyCall?> CallAsync(Compartment group, Guid id, CancellationToken ct)
    {
        var call = await db.Calls.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.Country == group.Country && !db.Openings.Any(o => o.CallId == c.Id), ct);
        return call is not null && call.Names(group.Name) && call.Stands(Now) && call.AskedBy != db.Reader.Id ? call : null;
    }

    public async Task<KeyHolder?> HolderAsync(Guid person, CancellationToken ct) =>
        (await db.Holders.AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == person, ct))?.Holder;

    public Task<EmergencyOpening?> FindAsync(Guid group, Guid id, CancellationToken ct) => db.Openings.SingleOrDefaultAsync(o => o.Id == id && o.CompartmentId == group, ct);

    public async Task<Refusal?> LetInAsync(EnteredGroup entered, EmergencyCall call, KeyHolder holder, IReadOnlyCollection<Guid> dossiers, short hours, CancellationToken ct)
    {
        var opening = EmergencyOpening.Of(call, entered.Group.Id, dossiers, db.Reader.Id, with: null, hours, Now);
        db.Openings.Add(opening);
        db.Loans.AddRange((await store.LendAsync(entered, dossiers, holder, opening.Id, ct)).Select(StoredLoan.Of));
        var act = new Act(LetInAct, call.Country, Now, call.Ground.ToString());
        return await db.TryAsync(act, opening.Lines(act, ChangeKind.Added, dossiers), "emergency.not-reviewed", ct);
    }

    public Task<Refusal?> EndAsync(string country, EmergencyOpening opening, CancellationToken ct)
    {
        opening.End(db.Reader.Id, Now);
        var act = new Act(EndAct, country, Now, opening.Ground.ToString());
        return db.TryAsync(act, opening.Lines(act, ChangeKind.Changed, []), "emergency.reviewed", ct);
    }

    /// <summary>The words lie under the key of the first dossier; where that is erased, the finding stands alone.</summary>
    public async Task<Refusal?> ReviewAsync(EnteredGroup entered, EmergencyOpening opening, EmergencyFinding finding, string words, CancellationToken ct)
    {
        var first = opening.Dossiers[0];
        var isThere = await db.DossierWraps.AnyAsync(w => w.DossierId == first, ct);
        var stored = isThere ? await store.SealWordsAsync(entered, first, opening.FindingWordsPlace, words, ct) : null;
        if (opening.Review(db.Reader.Id, finding, stored, Now) is { } refusal)
        {
            return refusal;
        }

        var act = new Act(ReviewAct, entered.Group.Country, Now, finding.ToString());
        return await db.TryAsync(act, opening.Lines(act, ChangeKind.Changed, []), "emergency.reviewed", ct);
    }

    /// <summary>What was said of an opening. Null when nothing was, or when it went with its dossier.</summary>
    public async Task<(string? Why, string? Found)> WordsAsync(EnteredGroup entered, EmergencyOpening opening, CancellationToken ct)
    {
        var first = opening.Dossiers[0];
        return (
            opening.Words is { } why ? await store.WordsOfAsync(entered, first, opening.WordsPlace, why, ct) : null,
            opening.FindingWords is { } found ? await store.WordsOfAsync(entered, first, opening.FindingWordsPlace, found, ct) : null);
    }

    /// <summary>Everything the person read, the first first.</summary>
    public async Task<IReadOnlyList<EmergencyReading>> ReadingsAsync(EmergencyOpening opening, CancellationToken ct)
    {
        var (id, person) = (opening.Id, opening.PersonId);
        var acts = await (
            from change in db.Changes.AsNoTracking()
            join act in db.Set<JournalAct>() on change.ActId equals act.Id
            where change.RecordId == id && change.Kind == ChangeKind.Read && act.PersonId == person
            orderby act.At, act.Id
            select new { act.Id, act.At, act.Name }).ToListAsync(ct);
        var ids = acts.Select(a => a.Id).ToList();
        var read = (await db.Changes.AsNoTracking().Where(c => ids.Contains(c.ActId) && c.RecordType == nameof(SealedDossier)).Select(c => new { c.ActId, c.RecordId }).ToListAsync(ct)).ToLookup(c => c.ActId, c => c.RecordId);
        return [.. acts.SelectMany(a => read[a.Id].Select(d => (Guid?)d).DefaultIfEmpty().Select(d => new EmergencyReading(a.At, a.Name, d)))];
    }
}
