using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportFiles;
using Cornerstone.Features.SupportImport;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportSheets;

/// <summary>From a table sent to a file that is looked at and decided on like any other: its columns are read in between.</summary>
public sealed class SendTable(AppDb db, SendSupport send, CurrentReader current, TimeProvider clock)
{
    public const string SendName = "tables.send";
    public const string MapName = "tables.map";

    private string Country => current.Workspace!.Code;

    public async Task<Guid> SendAsync(string fileName, byte[] content, string name, SourceKind kind, Classification level, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var draft = new TableDraft
        {
            Country = Country,
            Classification = current.Reader.ClearanceIn(Country) ?? Classification.Public,
            PersonId = current.Reader.Id,
            FileName = fileName,
            Content = content,
            Name = name,
            Kind = kind,
            Level = level,
            SentAt = now,
            ExpiresAt = now + TableDraft.Kept,
        };
        db.RemoveRange(await Drafts.ToListAsync(ct));
        db.Add(draft);
        await db.RecordAsync(new Act(SendName, Country, now), ct);
        await db.Database.ExecuteSqlAsync($"select work.forget_expired_support({now})", ct);
        await db.CommitAsync(ct);
        return draft.Id;
    }

    public Task<TableDraft?> DraftAsync(Guid id, CancellationToken ct) =>
        Drafts.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.ExpiresAt > clock.GetUtcNow(), ct);

    /// <summary>How the tables of this source were read before.</summary>
    public Task<TableMapping?> KeptAsync(TableDraft draft, CancellationToken ct) => db.Set<TableMapping>()
        .FirstOrDefaultAsync(m => m.Country == Country && m.Name == draft.Name && m.Kind == draft.Kind && m.Classification == draft.Level && m.Compartment == null, ct);

    public Task<List<string>> NamesAsync(CancellationToken ct) =>
        db.Set<TableMapping>().AsNoTracking().Where(m => m.Country == Country).Select(m => m.Name).Distinct().OrderBy(n => n).ToListAsync(ct);

    /// <summary>Keeps the mapping and judges what the table says by it.</summary>
    /// <returns>The file to be decided on, or why the mapping cannot be used.</returns>
    public async Task<(Guid? File, Refusal? Refusal)> ReadAsync(TableDraft draft, Action<TableMapping> choose, CancellationToken ct)
    {
        var mapping = await KeptAsync(draft, ct);
        if (mapping is null)
        {
            mapping = new TableMapping { Country = Country, Classification = draft.Level, Name = draft.Name, Kind = draft.Kind, Version = 0 };
            db.Add(mapping);
        }

        choose(mapping);
        mapping.Version++;
        if (mapping.MayRead() is { } refusal)
        {
            db.ChangeTracker.Clear();
            return (null, refusal);
        }

        await db.SaveAsync(new Act(MapName, Country, clock.GetUtcNow()), ct);
        var reading = TableReading.Of(new MemoryStream(draft.Content, writable: false), mapping, TableCountry.Of(current.Workspace!));
        return (await send.SendAsync(draft.FileName, reading.AsFile(), draft.Level, onlyCountry: false, ct, new ReadElsewhere(draft.Kind, reading.Findings, reading.Rules)), null);
    }

    private IQueryable<TableDraft> Drafts => db.Set<TableDraft>().Where(d => d.Country == Country && d.PersonId == current.Reader.Id);
}
