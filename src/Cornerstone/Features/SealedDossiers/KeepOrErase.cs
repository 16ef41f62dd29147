using Cornerstone.Data;
using Cornerstone.Sealing.Erasing;
using Cornerstone.Values;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>A dossier kept by one member; erased, or let go of its hold, by two. Who may, the database decides (0109_erasure.sql), and it carries out what was approved.</summary>
public sealed class KeepOrErase(SealedDb db, DossierStore store, ErasureFiles files, TimeProvider clock)
{
    private const string HeldCode = "CS046";

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public Task<DossierHold?> HoldOfAsync(Guid dossier, CancellationToken ct) =>
        db.Holds.AsNoTracking().SingleOrDefaultAsync(h => h.DossierId == dossier && h.LiftedOn == null, ct);

    public async Task<IReadOnlyList<DossierRequest>> WaitingOfAsync(Guid dossier, CancellationToken ct) =>
        await db.Requests.AsNoTracking().Where(r => r.DossierId == dossier && r.State == DossierRequestState.Asked).OrderBy(r => r.Kind).ToListAsync(ct);

    public async Task<IReadOnlyList<DossierRequest>> WaitingInAsync(Guid group, CancellationToken ct) =>
        await db.Requests.AsNoTracking().Where(r => r.CompartmentId == group && r.State == DossierRequestState.Asked).OrderBy(r => r.AskedOn).ThenBy(r => r.Id).ToListAsync(ct);

    public Task<Refusal?> HoldAsync(EnteredGroup entered, Guid dossier, DossierGround ground, CancellationToken ct)
    {
        db.Holds.Add(new() { CompartmentId = entered.Group.Id, DossierId = dossier, Ground = ground, PlacedBy = db.Reader.Id, PlacedOn = Today });
        var act = NewAct("sealed.hold", entered, ground);
        return SaveAsync(act, SealedReads.Told(act, entered.Group, dossier), ct);
    }

    public async Task<Refusal?> AskAsync(EnteredGroup entered, Guid dossier, DossierRequestKind kind, DossierGround ground, string words, CancellationToken ct)
    {
        var request = new DossierRequest { CompartmentId = entered.Group.Id, DossierId = dossier, Kind = kind, Ground = ground, AskedBy = db.Reader.Id, AskedOn = Today };
        request.Words = await store.SealWordsAsync(entered, dossier, request.WordsPlace, words, ct);
        db.Requests.Add(request);
        var act = NewAct(kind == DossierRequestKind.Erasure ? "sealed.ask-erasure" : "sealed.ask-lifting", entered, ground);
        return await SaveAsync(act, SealedReads.Told(act, entered.Group, dossier), ct);
    }

    /// <summary>The second person's part. An erasure is on the disk of the list before its keys are destroyed.</summary>
    public async Task<Refusal?> ApproveAsync(EnteredGroup entered, DossierRequest request, CancellationToken ct)
    {
        var isHeld = await HoldOfAsync(request.DossierId, ct) is not null;
        if (request.Approve(db.Reader.Id, Today, isHeld) is { } refusal)
        {
            return refusal;
        }

        if (request.Kind == DossierRequestKind.Lifting)
        {
            var lift = NewAct("sealed.lift", entered, request.Ground);
            return await SaveAsync(lift, SealedReads.Told(lift, entered.Group, request.DossierId), ct);
        }

        var erase = NewAct("sealed.erase", entered, request.Ground);
        var tombstone = Tombstone.Of(erase, entered.Group.Id, request.DossierId, new FieldChange(Tombstone.Asker, null, request.AskedBy.ToString()));
        return await SaveAsync(erase, tombstone, ct, () => files.Keep([new Erasure(request.DossierId, Today)]));
    }

    public async Task<Refusal?> CloseAsync(EnteredGroup entered, DossierRequest request, CancellationToken ct)
    {
        if (request.Close(db.Reader.Id, Today) is { } refusal)
        {
            return refusal;
        }

        var act = NewAct(request.State == DossierRequestState.Withdrawn ? "sealed.withdraw" : "sealed.refuse", entered, request.Ground);
        return await SaveAsync(act, SealedReads.Told(act, entered.Group, request.DossierId), ct);
    }

    /// <summary>A request that waits, to be decided.</summary>
    public Task<DossierRequest?> FindAsync(Guid dossier, Guid id, CancellationToken ct) => db.Requests.SingleOrDefaultAsync(r => r.Id == id && r.DossierId == dossier, ct);

    private Act NewAct(string name, EnteredGroup entered, DossierGround ground) => new(name, entered.Group.Country, clock.GetUtcNow(), ground.ToString());

    private async Task<Refusal?> SaveAsync(Act act, JournalChange change, CancellationToken ct, Action? beforeCommit = null)
    {
        try
        {
            await db.SaveAsync(act, [change], ct, beforeCommit);
            return null;
        }
        catch (Exception fault) when (RefusalOf(fault) is { } refusal)
        {
            db.ChangeTracker.Clear();
            await db.BeginAsync(db.Reader, ct);
            return refusal;
        }
    }

    private static Refusal? RefusalOf(Exception fault) => fault switch
    {
        IOException or UnauthorizedAccessException => new("sealed.list-not-kept"),
        DbUpdateConcurrencyException => new("sealed.decided"),
        DbUpdateException { InnerException: PostgresException refused } => refused.SqlState switch
        {
            HeldCode or PostgresErrorCodes.ForeignKeyViolation => new("sealed.held"),
            PostgresErrorCodes.UniqueViolation => new("sealed.waits"),
            PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.CheckViolation => new("sealed.not-possible"),
            _ => null,
        },
        _ => null,
    };
}
