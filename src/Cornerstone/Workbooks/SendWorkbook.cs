using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Workbooks;

/// <summary>From a file sent to its rows in the record: preview, decision, and what is left of it.</summary>
public sealed class SendWorkbook(AppDb db, CurrentReader current, TimeProvider clock, Text T)
{
    public const string ActName = "workbooks.send";
    public const string DiscardName = "workbooks.discard";
    public const string HandOverName = "workbooks.hand-over";
    public const string GiveBackName = "workbooks.give-back";

    private string Country => current.Workspace!.Code;

    public WorkbookRun Run(string act, string? reason = null) => new(db, Country, current.Reader, new Act(act, Country, clock.GetUtcNow(), reason), T);

    /// <summary>Judges the file and keeps it for the decision; an earlier file for the same workbook makes way.</summary>
    /// <exception cref="UnreadableSheetException">The file is refused as a whole.</exception>
    public async Task<Guid> SendAsync(IWorkbook workbook, string fileName, byte[] content, string? encoding, CancellationToken ct)
    {
        var run = Run(ActName);
        ImportOutcome preview;
        using (var file = SheetFile.Open(new MemoryStream(content, writable: false), encoding))
        {
            preview = await WorkbookImport.RunAsync(workbook, file, run, ImportChoice.Preview, ct);
        }

        db.ChangeTracker.Clear();
        var draft = new WorkbookDraft
        {
            Country = Country,
            Classification = current.Reader.ClearanceIn(Country) ?? Classification.Public,
            PersonId = current.Reader.Id,
            Workbook = workbook.Name,
            FileName = fileName,
            Content = content,
            Encoding = encoding,
            SentAt = run.At,
            ExpiresAt = run.At + WorkbookDraft.Kept,
            Preview = preview,
        };
        db.RemoveRange(await Own.Where(d => d.Workbook == workbook.Name && (d.HandedOverAt == null || d.ReturnedBecause != null)).ToListAsync(ct));
        db.Add(draft);
        await db.RecordAsync(run.Act, ct);
        await db.Database.ExecuteSqlAsync($"select work.forget_expired_drafts({run.At})", ct);
        await db.CommitAsync(ct);
        return draft.Id;
    }

    /// <summary>Null when there is none, or it is somebody else's who has not handed it over, or it has expired.</summary>
    public Task<WorkbookDraft?> DraftAsync(Guid id, CancellationToken ct) =>
        Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.ExpiresAt > clock.GetUtcNow(), ct);

    /// <summary>Brings the draft's rows in as chosen; when something went in, the draft is gone.</summary>
    /// <returns>Null when the record refused: somebody else changed the same rows in the same moment.</returns>
    public async Task<ImportOutcome?> ApplyAsync(IWorkbook workbook, WorkbookDraft draft, ImportChoice choice, string? reason, CancellationToken ct)
    {
        ImportOutcome outcome;
        try
        {
            using var file = SheetFile.Open(new MemoryStream(draft.Content, writable: false), draft.Encoding);
            outcome = await WorkbookImport.RunAsync(workbook, file, Run(WorkbookImport.ActName, reason), choice, ct);
        }
        catch (Exception fault) when (IsConflict(fault))
        {
            return null;
        }

        if (outcome.IsDone || outcome.Effective == 0)
        {
            await DiscardAsync(draft.Id, ct);
        }

        return outcome;
    }

    /// <summary>Files that wait for the secretariat, and those given back: one's own, and for who decides all of them.</summary>
    public Task<List<HandedOver>> HandedOverAsync(IWorkbook workbook, CancellationToken ct) => (
        from draft in Drafts.AsNoTracking()
        join person in db.Users on draft.PersonId equals person.Id
        where draft.Workbook == workbook.Name && draft.HandedOverAt != null && draft.ExpiresAt > clock.GetUtcNow()
            && (draft.ReturnedBecause == null || draft.PersonId == current.Reader.Id)
        orderby draft.HandedOverAt
        select new HandedOver(draft.Id, draft.FileName, person.Name, draft.HandedOverAt!.Value, draft.ReturnedBecause)).ToListAsync(ct);

    public Task<Refusal?> HandOverAsync(Guid id, CancellationToken ct) => DecideAsync(id, HandOverName, null, draft => draft.HandOver(clock.GetUtcNow()), ct);

    public Task<Refusal?> GiveBackAsync(Guid id, string because, CancellationToken ct) => DecideAsync(id, GiveBackName, because, draft => draft.GiveBack(because), ct);

    /// <summary>What the file would do as of now, to this reader.</summary>
    public async Task<ImportOutcome> JudgeAsync(IWorkbook workbook, WorkbookDraft draft, CancellationToken ct)
    {
        using var file = SheetFile.Open(new MemoryStream(draft.Content, writable: false), draft.Encoding);
        var outcome = await WorkbookImport.RunAsync(workbook, file, Run(ActName), ImportChoice.Preview, ct);
        db.ChangeTracker.Clear();
        return outcome;
    }

    private async Task<Refusal?> DecideAsync(Guid id, string act, string? reason, Func<WorkbookDraft, Refusal?> decide, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (decide(await Drafts.SingleAsync(d => d.Id == id, ct)) is { } refusal)
        {
            return refusal;
        }

        await db.SaveAsync(new Act(act, Country, clock.GetUtcNow(), reason), ct);
        return null;
    }

    public async Task DiscardAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await Drafts.SingleOrDefaultAsync(d => d.Id == id, ct) is { } draft)
        {
            db.Remove(draft);
            await db.SaveAsync(new Act(DiscardName, Country, clock.GetUtcNow()), ct);
        }
    }

    private IQueryable<WorkbookDraft> Own => Drafts.Where(d => d.PersonId == current.Reader.Id);

    private IQueryable<WorkbookDraft> Drafts => db.Set<WorkbookDraft>().Where(d => d.Country == Country && (d.PersonId == current.Reader.Id || d.HandedOverAt != null));

    // Class 23 of SQLSTATE: constraints; 40: two transactions in each other's way; CS036: handed in or approved in this moment; a version that moved on.
    private static bool IsConflict(Exception fault) => fault is DbUpdateConcurrencyException || SaveAttempt.IsWaitOver(fault)
        || (SaveAttempt.Refused(fault)?.SqlState is { } state && (state.StartsWith("23", StringComparison.Ordinal) || state.StartsWith("40", StringComparison.Ordinal) || state == "CS036"));
}

/// <summary>A file that waits for the secretariat, or was given back.</summary>
public sealed record HandedOver(Guid Id, string FileName, string Person, DateTimeOffset At, string? ReturnedBecause);
