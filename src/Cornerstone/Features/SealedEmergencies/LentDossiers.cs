using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Attachments;
using Cornerstone.Values;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>Dossiers as somebody reads them who was let in for hours: recorded before anything is opened, and never written to.</summary>
public sealed class LentDossiers(SealedDb db, SealedReads reads, OpenVaults vaults, CurrentReader current, TimeProvider clock)
{
    public const string SayAct = "sealed.emergency-say";
    public const string ListAct = "sealed.emergency-list";
    public const string ReadAct = "sealed.emergency-read";
    public const string DownloadAct = "sealed.emergency-download";

    private KeyRing Ring => vaults.Of(current.Session)?.Ring ?? throw new VaultLockedException();

    private string Country => current.Workspace!.Code;

    public bool IsOpen(EmergencyOpening opening) => opening.IsOpen(clock.GetUtcNow());

    /// <summary>One's own opening in this country, also when it is over.</summary>
    public Task<EmergencyOpening?> FindAsync(Guid id, CancellationToken ct)
    {
        var (me, country) = (db.Reader.Id, Country);
        return db.Openings.SingleOrDefaultAsync(o => o.Id == id && o.PersonId == me && db.Calls.Any(c => c.Id == o.CallId && c.Country == country), ct);
    }

    /// <summary>Why, in one's own words: nothing opens before. They are sealed with the first dossier, for the members and whoever reviews.</summary>
    public async Task<Refusal?> SayAsync(EmergencyOpening opening, string words, CancellationToken ct)
    {
        var (id, first, now) = (opening.Id, opening.Dossiers[0], clock.GetUtcNow());
        var loan = await db.Loans.AsNoTracking().Where(l => l.OpeningId == id && l.DossierId == first).OrderByDescending(l => l.Generation).FirstOrDefaultAsync(ct);
        if (loan is null)
        {
            return new Refusal("emergency.over");
        }

        using (var key = KeyOf(loan))
        {
            if (opening.Say(db.Reader.Id, key.Seal(opening.WordsPlace, words).ToStored(), now) is { } refusal)
            {
                return refusal;
            }
        }

        var act = new Act(SayAct, Country, now, opening.Ground.ToString());
        return await db.TryAsync(act, opening.Lines(act, ChangeKind.Changed, []), "emergency.over", ct);
    }

    public async Task<IReadOnlyList<DossierLine>> ListAsync(EmergencyOpening opening, CancellationToken ct)
    {
        if (!Shows(opening))
        {
            return [];
        }

        await reads.RecordAsync(ListAct, Country, opening, opening.Dossiers, ct);
        var lines = new List<DossierLine>();
        foreach (var stored in await db.Dossiers.AsNoTracking().Where(d => opening.Dossiers.Contains(d.Id)).ToListAsync(ct))
        {
            await reads.CheckAsync(stored, ct);
            using var key = await KeyOfAsync(opening, stored.Id, stored.Title.Generation, ct);
            lines.Add(new(stored.Id, key.OpenText(stored.TitlePlace, stored.Title), stored.OpenedOn, stored.ChangedOn, stored.KeepUntil));
        }

        return [.. lines.OrderByDescending(l => l.ChangedOn).ThenBy(l => l.Title, StringComparer.Ordinal)];
    }

    public async Task<OpenDossier?> OpenAsync(EmergencyOpening opening, Guid dossier, CancellationToken ct) =>
        await StoredAsync(opening, dossier, ct) is { } stored ? await OpenAsync(opening, stored, ReadAct, ct) : null;

    public async Task<(string Name, byte[] Content)?> DownloadAsync(EmergencyOpening opening, Guid dossier, Guid file, CancellationToken ct)
    {
        if (await StoredAsync(opening, dossier, ct) is not { } stored || await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == file && a.DossierId == dossier, ct) is not { } attachment)
        {
            return null;
        }

        var opened = await OpenAsync(opening, stored, DownloadAct, ct);
        if (opened.Content.Files.All(f => f.Id != file))
        {
            throw new SealBrokenException("A file lies beside a dossier that does not name it.");
        }

        using var key = await KeyOfAsync(opening, dossier, SealedAttachment.GenerationOf(attachment.Content), ct);
        return await DossierStore.ReadAsync(attachment, key, ct);
    }

    private bool Shows(EmergencyOpening opening) => IsOpen(opening) && opening.SaidAt is not null;

    private async Task<SealedDossier?> StoredAsync(EmergencyOpening opening, Guid dossier, CancellationToken ct) =>
        Shows(opening) && opening.Dossiers.Contains(dossier) ? await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == dossier, ct) : null;

    private async Task<OpenDossier> OpenAsync(EmergencyOpening opening, SealedDossier stored, string name, CancellationToken ct)
    {
        await reads.RecordAsync(name, Country, opening, [stored.Id], ct);
        await reads.CheckAsync(stored, ct);
        using var key = await KeyOfAsync(opening, stored.Id, stored.Title.Generation, ct);
        return DossierStore.Read(stored, key);
    }

    private async Task<DossierKey> KeyOfAsync(EmergencyOpening opening, Guid dossier, int generation, CancellationToken ct)
    {
        var id = opening.Id;
        var loan = await db.Loans.AsNoTracking().SingleOrDefaultAsync(l => l.OpeningId == id && l.DossierId == dossier && l.Generation == generation, ct);
        // Ended in this very moment, by somebody else or by the clock: nothing is broken, and nothing opens.
        return KeyOf(loan ?? throw new VaultLockedException());
    }

    private DossierKey KeyOf(StoredLoan loan) => Ring.TryOpen(loan.Loan, out var key) ? key : throw new VaultLockedException();
}
