using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Workbooks;

/// <summary>From a file sent to its rows in the record: preview, decision, and what is left of it.</summary>
public sealed class SendWorkbook(AppDb db, CurrentReader current, TimeProvider clock, Text T)
{
    public const string ActName = "workbooks.send";
    public const string DiscardName = "workbooks.discard";

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
        db.RemoveRange(await Drafts.Where(d => d.Workbook == workbook.Name).ToListAsync(ct));
        db.Add(draft);
        await db.RecordAsync(run.Act, ct);
        await db.Database.ExecuteSqlAsync($"select work.forget_expired_drafts({run.At})", ct);
        await db.CommitAsync(ct);
        return draft.Id;
    }

    /// <summary>Null when there is none, or it is somebody else's, or it has expired.</summary>
    public Task<WorkbookDraft?> DraftAsync(Guid id, CancellationToken ct) =>
        Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.ExpiresAt > clock.GetUtcNow(), ct);

    /// <summary>Brings the draft's rows in as chosen; when something went in, the draft is gone.</summary>
    /// <returns>Null when the record refused: somebody else changed the same rows in the same moment.</returns>
    public async Task<ImportOutcome?> ApplyAsync(IWorkbook workbook, WorkbookDraft draft, ImportChoice choice, string? reason, CancellationToken ct)
    {
        try
        {
            using var file = SheetFile.Open(new MemoryStream(draft.Content, writable: false), draft.Encoding);
            var outcome = await WorkbookImport.RunAsync(workbook, file, Run(WorkbookImport.ActName, reason), choice, ct);
            if (outcome.IsDone || outcome.Effective == 0)
            {
                await DiscardAsync(draft.Id, ct);
            }

            return outcome;
        }
        catch (Exception fault) when (IsConflict(fault))
        {
            return null;
        }
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

    private IQueryable<WorkbookDraft> Drafts => db.Set<WorkbookDraft>().Where(d => d.Country == Country && d.PersonId == current.Reader.Id);

    // Class 23 of SQLSTATE: constraints; 40: two transactions in each other's way; CS036: handed in or approved in this moment; a version that moved on.
    private static bool IsConflict(Exception fault) => fault is DbUpdateConcurrencyException
        || ((fault as PostgresException ?? fault.InnerException as PostgresException)?.SqlState is { } state
            && (state.StartsWith("23", StringComparison.Ordinal) || state.StartsWith("40", StringComparison.Ordinal) || state == "CS036"));
}
