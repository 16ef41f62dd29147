using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Iati;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportFiles;

/// <summary>From a file sent to its activities in the register: preview, decision, and what is left of it.</summary>
public sealed class SendSupport(AppDb db, ImportIati import, CurrentReader current, TimeProvider clock)
{
    private string Country => current.Workspace!.Code;

    /// <summary>Judges the file and keeps it for the decision; an earlier one makes way.</summary>
    /// <exception cref="UnreadableIatiException">The file is refused as a whole.</exception>
    public async Task<Guid> SendAsync(string fileName, byte[] content, Classification level, bool onlyCountry, CancellationToken ct, ReadElsewhere? table = null)
    {
        var order = new SupportOrder(current.Reader, Country, level, OnlyCountry: onlyCountry) { Table = table };
        var preview = await import.PreviewAsync(SupportFile.Of(fileName, content), order, ct);
        var now = clock.GetUtcNow();
        var draft = new SupportDraft
        {
            Country = Country,
            Classification = current.Reader.ClearanceIn(Country) ?? Classification.Public,
            PersonId = current.Reader.Id,
            FileName = fileName,
            Content = content,
            Level = level,
            OnlyCountry = onlyCountry,
            Kind = order.Kind,
            SentAt = now,
            ExpiresAt = now + SupportDraft.Kept,
            Preview = preview,
        };
        db.RemoveRange(await Drafts.ToListAsync(ct));
        db.Add(draft);
        await db.RecordAsync(new Act("support.send", Country, now), ct);
        await db.Database.ExecuteSqlAsync($"select work.forget_expired_support({now})", ct);
        await db.CommitAsync(ct);
        return draft.Id;
    }

    /// <summary>Null when there is none, or it is somebody else's, or it has expired.</summary>
    public Task<SupportDraft?> DraftAsync(Guid id, CancellationToken ct) =>
        Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.ExpiresAt > clock.GetUtcNow(), ct);

    /// <summary>Brings the draft in as chosen; when something went in, or there was nothing to do, the draft is gone.</summary>
    /// <returns>Null when somebody else brings the same file in at this moment, or another one for too long.</returns>
    public async Task<ImportReport?> ApplyAsync(SupportDraft draft, ImportMode mode, string? reason, CancellationToken ct)
    {
        var order = new SupportOrder(current.Reader, Country, draft.Level, mode, draft.OnlyCountry, reason)
        {
            Table = draft.Kind == SourceKind.Iati ? null : new(draft.Kind, draft.Preview.Findings, draft.Preview.Rules),
        };
        ImportReport report;
        try
        {
            report = await import.ImportAsync(SupportFile.Of(draft.FileName, draft.Content), order, progress: null, ct);
        }
        catch (Exception fault) when (fault is DbUpdateConcurrencyException || SaveAttempt.IsWaitOver(fault))
        {
            return null;
        }

        if (report.IsDone || report.IsKnown)
        {
            await DiscardAsync(draft.Id, ct);
        }

        return report;
    }

    public async Task DiscardAsync(Guid id, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        if (await Drafts.SingleOrDefaultAsync(d => d.Id == id, ct) is { } draft)
        {
            db.Remove(draft);
            await db.SaveAsync(new Act("support.discard", Country, clock.GetUtcNow()), ct);
        }
    }

    private IQueryable<SupportDraft> Drafts => db.Set<SupportDraft>().Where(d => d.Country == Country && d.PersonId == current.Reader.Id);
}
