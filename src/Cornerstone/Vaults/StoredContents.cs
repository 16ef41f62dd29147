using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Attachments;
using Cornerstone.Sealing.Rotation;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>Something of a dossier cannot be sealed anew for now: it is lent to somebody for hours, or others are writing. Later it can.</summary>
internal sealed class RenewalHeldUpException() : Exception("A dossier cannot be sealed anew for now.");

/// <summary>
/// All that is sealed under a dossier's key, wherever it stands, as the renewal of dossier keys works on it: each call is one transaction and
/// one act. Rows keep their version, because nothing was written in them.
/// </summary>
internal sealed class StoredContents(SealedDb db, Compartment group, TimeProvider clock) : ISealedContents
{
    private const int MostTries = 5;
    private int failed;

    public async Task<IReadOnlyList<SealedCell>> FieldsBeforeAsync(Guid dossier, int generation, int limit, CancellationToken ct)
    {
        var cells = new List<SealedCell>();
        void Add(SealedPlace place, byte[]? stored)
        {
            if (stored is not null)
            {
                cells.Add(new(dossier, place, SealedField.FromStored(stored)));
            }
        }

        foreach (var row in await db.Dossiers.AsNoTracking().Where(d => d.Id == dossier).ToListAsync(ct))
        {
            cells.AddRange([new(dossier, row.TitlePlace, row.Title), new(dossier, row.ContentPlace, row.Content)]);
        }

        (await db.Requests.AsNoTracking().Where(r => r.DossierId == dossier).ToListAsync(ct)).ForEach(r => Add(r.WordsPlace, r.Words));
        foreach (var opening in await db.Openings.AsNoTracking().Where(o => o.Dossiers[0] == dossier).ToListAsync(ct))
        {
            Add(opening.WordsPlace, opening.Words);
            Add(opening.FindingWordsPlace, opening.FindingWords);
        }

        return [.. cells.Where(c => c.Field.Generation < generation).Take(limit)];
    }

    public async Task<IReadOnlyList<SealedFile>> FilesBeforeAsync(Guid dossier, int generation, int limit, CancellationToken ct)
    {
        var files = new List<SealedFile>();
        await foreach (var file in db.Attachments.AsNoTracking().Where(a => a.DossierId == dossier).OrderBy(a => a.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (SealedAttachment.GenerationOf(file.Content) is var under && under < generation && files.Count < limit)
            {
                files.Add(new(dossier, file.Place, under));
            }
        }

        return files;
    }

    public async Task ReplaceAsync(IReadOnlyList<ResealedCell> cells, CancellationToken ct)
    {
        foreach (var cell in cells)
        {
            await PutAsync(cell, ct);
        }

        await SaveAsync("sealed.reseal", [], ct);
    }

    public async Task ReplaceAsync(SealedFile file, Reseal reseal, CancellationToken ct)
    {
        var stored = await db.Attachments.SingleAsync(a => a.Id == file.Place.Row, ct);
        using var target = new MemoryStream();
        await reseal(new MemoryStream(stored.Content), target, ct);
        stored.Content = target.ToArray();
        await SaveAsync("sealed.reseal", [], ct);
    }

    /// <summary>The database lets an older key go only when it opens nothing any more.</summary>
    public async Task<bool> RetireBeforeAsync(Guid dossier, int generation, CancellationToken ct)
    {
        db.DossierWraps.RemoveRange(await db.DossierWraps.Where(w => w.DossierId == dossier && w.Generation < generation).ToListAsync(ct));
        return await SaveAsync("sealed.renew-dossier", [dossier], ct);
    }

    private async Task PutAsync(ResealedCell cell, CancellationToken ct)
    {
        var (place, old, renewed) = (cell.Old.Place, cell.Old.Field, cell.New);
        switch (place.Table)
        {
            case "dossier":
                if (await db.Dossiers.SingleOrDefaultAsync(d => d.Id == place.Row && d.Version == (int)place.Version, ct) is { } dossier)
                {
                    dossier.Title = dossier.Title == old ? renewed : dossier.Title;
                    dossier.Content = dossier.Content == old ? renewed : dossier.Content;
                }

                break;
            case "request":
                (await db.Requests.SingleOrDefaultAsync(r => r.Id == place.Row, ct))?.Reseal(old.ToStored(), renewed.ToStored());
                break;
            case "opening":
                (await db.Openings.SingleOrDefaultAsync(o => o.Id == place.Row, ct))?.Reseal(old.ToStored(), renewed.ToStored());
                break;
            default:
                throw new InvalidOperationException($"Nothing is sealed in {place.Table}.");
        }
    }

    // Somebody was faster, or the database keeps a key that still opens something: the next pass looks again, and not for ever.
    private async Task<bool> SaveAsync(string name, IEnumerable<Guid> dossiers, CancellationToken ct)
    {
        var act = new Act(name, group.Country, clock.GetUtcNow());
        var saved = await db.TrySaveAsync(act, dossiers.Select(d => About(act, d)), ct);
        db.ChangeTracker.Clear();
        return saved || ++failed < MostTries ? saved : throw new RenewalHeldUpException();
    }

    private JournalChange About(Act act, Guid dossier) => new()
    {
        Id = OrderedId.At(act.At),
        ActId = act.Id,
        RecordType = nameof(SealedDossier),
        RecordId = dossier,
        Kind = ChangeKind.Changed,
        Country = group.Country,
        Classification = Classification.Public,
        Compartment = group.Id,
        Fields = [],
    };
}
