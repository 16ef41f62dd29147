using Cornerstone.Data;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Attachments;
using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Searching;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>What a search found, and whether it came to its end.</summary>
public sealed record FoundDossiers(IReadOnlyList<DossierLine> Lines, bool EndedEarly);

/// <summary>Dossiers of an entered group: listed, searched, opened, written. Whatever is given out was recorded first.</summary>
public sealed class DossierStore(SealedDb db, SealedReads reads, TimeProvider clock)
{
    /// <summary>One file; sealed it may be twice as large.</summary>
    public const int LargestFile = 10 * 1024 * 1024;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IReadOnlyList<DossierLine>> ListAsync(EnteredGroup entered, CancellationToken ct)
    {
        var (stored, wraps) = await ReadAllAsync(entered, "sealed.list", ct);
        var lines = new List<DossierLine>();
        foreach (var dossier in stored)
        {
            using var key = KeyOf(entered, dossier.Title, wraps[dossier.Id]);
            lines.Add(LineOf(dossier, key));
        }

        return [.. lines.OrderByDescending(l => l.ChangedOn).ThenBy(l => l.Title, StringComparer.Ordinal)];
    }

    /// <summary>Opens one after the other in memory and keeps what was looked for; there is no index.</summary>
    public async Task<FoundDossiers> SearchAsync(EnteredGroup entered, string words, CancellationToken ct)
    {
        var (stored, wraps) = await ReadAllAsync(entered, "sealed.search", ct);
        var (began, lines) = (clock.GetTimestamp(), new List<DossierLine>());
        foreach (var dossier in stored)
        {
            if (clock.GetElapsedTime(began) > SearchBudget.Usual.Time)
            {
                return new(lines, EndedEarly: true);
            }

            using var key = KeyOf(entered, dossier.Title, wraps[dossier.Id]);
            var line = LineOf(dossier, key);
            if (line.Title.Contains(words, StringComparison.OrdinalIgnoreCase) || ContentOf(dossier, key).Says(words))
            {
                lines.Add(line);
            }
        }

        return new(lines, EndedEarly: false);
    }

    public async Task<OpenDossier?> OpenAsync(EnteredGroup entered, Guid id, CancellationToken ct) =>
        await FindAsync(entered, id, ct) is { } stored ? await OpenAsync(entered, stored, "sealed.open", ct) : null;

    public async Task<(string Name, byte[] Content)?> DownloadAsync(EnteredGroup entered, Guid id, Guid file, CancellationToken ct)
    {
        if (await FindAsync(entered, id, ct) is not { } stored || await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == file && a.DossierId == id, ct) is not { } attachment)
        {
            return null;
        }

        var opened = await OpenAsync(entered, stored, "sealed.download", ct);
        if (opened.Content.Files.All(f => f.Id != file))
        {
            throw new SealBrokenException("A file lies beside a dossier that does not name it.");
        }

        using var key = await KeyOfAsync(entered, SealedAttachment.GenerationOf(attachment.Content), id, ct);
        return await ReadAsync(attachment, key, ct);
    }

    public static OpenDossier Read(SealedDossier stored, DossierKey key) =>
        new(stored.Id, stored.Version, key.OpenText(stored.TitlePlace, stored.Title), ContentOf(stored, key), stored.OpenedOn, stored.ChangedOn, stored.KeepUntil, stored.KeepBasis);

    /// <summary>Read to its end before a byte is sent: that nothing is missing shows only there.</summary>
    public static async Task<(string Name, byte[] Content)> ReadAsync(StoredAttachment attachment, DossierKey key, CancellationToken ct)
    {
        await using var stream = await AttachmentStream.OpenAsync(new MemoryStream(attachment.Content), key, attachment.Place, ct);
        using var plain = new MemoryStream();
        await stream.CopyToAsync(plain, ct);
        return (stream.Name, plain.ToArray());
    }

    public async Task<Guid> AddAsync(EnteredGroup entered, string title, DossierNote note, DateOnly until, KeepBasis basis, CancellationToken ct)
    {
        var group = entered.Group;
        var compartment = NewestOf(entered);
        using var key = compartment.NewDossier(RandomId.New());
        var added = new SealedDossier { Id = key.Dossier, Country = group.Country, CompartmentId = group.Id, Version = 1, Title = default, Content = default, OpenedOn = Today, ChangedOn = Today, KeepUntil = until, KeepBasis = basis };
        Seal(added, key, title, new DossierContent([note], []));
        db.Dossiers.Add(added);
        db.DossierWraps.Add(StoredDossierWrap.Of(compartment.Wrap(key)));
        var act = new Act("sealed.add", group.Country, clock.GetUtcNow());
        await db.SaveAsync(act, [SealedReads.Written(act, group, added.Id, from: null, to: 1)], ct);
        return added.Id;
    }

    /// <summary>Adds to what was shown as this version. False when somebody else wrote meanwhile: then nothing is saved.</summary>
    public Task<bool> WriteAsync(EnteredGroup entered, OpenDossier shown, string title, DossierNote note, CancellationToken ct) =>
        SaveAsync(entered, shown, title, shown.Content.With(note), "sealed.write", ct);

    public async Task<bool> AttachAsync(EnteredGroup entered, OpenDossier shown, string name, Stream content, string by, CancellationToken ct)
    {
        var (id, sealedBytes) = (RandomId.New(), new MemoryStream());
        using (var key = await NewestKeyAsync(entered, shown.Id, ct))
        {
            await SealedAttachment.SealAsync(content, sealedBytes, key, StoredAttachment.PlaceOf(entered.Group.Id, id), name, ct);
        }

        db.Attachments.Add(new() { Id = id, DossierId = shown.Id, CompartmentId = entered.Group.Id, Content = sealedBytes.ToArray(), AddedOn = Today });
        return await SaveAsync(entered, shown, shown.Title, shown.Content.With(new DossierFile(id, name, content.Length, by, Today)), "sealed.attach", ct);
    }

    /// <summary>What somebody says of a dossier, under the dossier's own key: it goes with the dossier.</summary>
    public async Task<byte[]> SealWordsAsync(EnteredGroup entered, Guid dossier, SealedPlace place, string words, CancellationToken ct)
    {
        using var key = await NewestKeyAsync(entered, dossier, ct);
        return key.Seal(place, words).ToStored();
    }

    public async Task<string> WordsOfAsync(EnteredGroup entered, Guid dossier, SealedPlace place, byte[] stored, CancellationToken ct)
    {
        var words = SealedField.FromStored(stored);
        using var key = await KeyOfAsync(entered, words.Generation, dossier, ct);
        return key.OpenText(place, words);
    }

    /// <summary>The keys of these dossiers for somebody outside, whose public key the member has compared with its owner.</summary>
    public async Task<IReadOnlyList<DossierLoan>> LendAsync(EnteredGroup entered, IReadOnlyCollection<Guid> dossiers, KeyHolder to, Guid opening, CancellationToken ct)
    {
        var loans = new List<DossierLoan>();
        foreach (var wrap in await db.DossierWraps.AsNoTracking().Where(w => w.CompartmentId == entered.Group.Id && dossiers.Contains(w.DossierId)).ToListAsync(ct))
        {
            using var key = KeyOf(entered, wrap.Generation, [wrap.Wrap]);
            loans.Add(key.LendTo(to, opening, entered.Group.Id));
        }

        return loans;
    }

    private async Task<bool> SaveAsync(EnteredGroup entered, OpenDossier shown, string title, DossierContent content, string name, CancellationToken ct)
    {
        var stored = await db.Dossiers.SingleOrDefaultAsync(d => d.Id == shown.Id && d.CompartmentId == entered.Group.Id, ct);
        if (stored is null || stored.Version != shown.Version)
        {
            db.ChangeTracker.Clear();
            return false;
        }

        using var key = await NewestKeyAsync(entered, stored.Id, ct);
        (stored.Version, stored.ChangedOn) = (shown.Version + 1, Today);
        Seal(stored, key, title, content);
        var act = new Act(name, entered.Group.Country, clock.GetUtcNow());
        return await db.TrySaveAsync(act, [SealedReads.Written(act, entered.Group, stored.Id, shown.Version, stored.Version)], ct);
    }

    private async Task<(List<SealedDossier> Stored, ILookup<Guid, DossierWrap> Wraps)> ReadAllAsync(EnteredGroup entered, string name, CancellationToken ct)
    {
        var group = entered.Group;
        await reads.RecordAsync(name, group, group.Id, entered.Reason, ct);
        var stored = await db.Dossiers.AsNoTracking().Where(d => d.CompartmentId == group.Id).ToListAsync(ct);
        await reads.CheckAsync(group.Id, stored, ct);
        var wraps = await db.DossierWraps.AsNoTracking().Where(w => w.CompartmentId == group.Id).ToListAsync(ct);
        return (stored, wraps.ToLookup(w => w.DossierId, w => w.Wrap));
    }

    private Task<SealedDossier?> FindAsync(EnteredGroup entered, Guid id, CancellationToken ct) =>
        db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.CompartmentId == entered.Group.Id, ct);

    private async Task<OpenDossier> OpenAsync(EnteredGroup entered, SealedDossier stored, string name, CancellationToken ct)
    {
        await reads.RecordAsync(name, entered.Group, stored.Id, entered.Reason, ct);
        await reads.CheckAsync(stored, ct);
        using var key = await KeyOfAsync(entered, stored.Title.Generation, stored.Id, ct);
        return Read(stored, key);
    }

    private static void Seal(SealedDossier dossier, DossierKey key, string title, DossierContent content)
    {
        dossier.Title = key.Seal(dossier.TitlePlace, title);
        dossier.Content = key.Seal(dossier.ContentPlace, content.Write());
    }

    private static DossierLine LineOf(SealedDossier dossier, DossierKey key) => new(dossier.Id, key.OpenText(dossier.TitlePlace, dossier.Title), dossier.OpenedOn, dossier.ChangedOn, dossier.KeepUntil);

    private static DossierContent ContentOf(SealedDossier dossier, DossierKey key) => DossierContent.Read(key.OpenText(dossier.ContentPlace, dossier.Content));

    private static CompartmentKey NewestOf(EnteredGroup entered) => entered.Vault.Ring.TryNewest(entered.Group.Id, out var key) ? key : throw new VaultLockedException();

    private static DossierKey KeyOf(EnteredGroup entered, SealedField field, IEnumerable<DossierWrap> wraps) => KeyOf(entered, field.Generation, wraps);

    private static DossierKey KeyOf(EnteredGroup entered, int generation, IEnumerable<DossierWrap> wraps) =>
        wraps.FirstOrDefault(w => w.Generation == generation) is not { } wrap ? throw new SealBrokenException("The key of a dossier is not there.")
        : entered.Vault.Ring.TryOpen(wrap, out var key) ? key
        : throw new VaultLockedException();

    private async Task<DossierKey> KeyOfAsync(EnteredGroup entered, int generation, Guid dossier, CancellationToken ct) => KeyOf(entered, generation, await WrapsOfAsync(dossier, ct));

    private async Task<DossierKey> NewestKeyAsync(EnteredGroup entered, Guid dossier, CancellationToken ct)
    {
        var wraps = await WrapsOfAsync(dossier, ct);
        return KeyOf(entered, wraps.Select(w => w.Generation).DefaultIfEmpty(0).Max(), wraps);
    }

    private async Task<List<DossierWrap>> WrapsOfAsync(Guid dossier, CancellationToken ct) =>
        [.. (await db.DossierWraps.AsNoTracking().Where(w => w.DossierId == dossier).ToListAsync(ct)).Select(w => w.Wrap)];
}
