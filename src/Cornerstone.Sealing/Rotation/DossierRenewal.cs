using Cornerstone.Sealing.Attachments;
using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing.Rotation;

/// <summary>
/// A key may have been stolen: each dossier gets a new key, and all it holds is sealed again under it. Comes after the rotation, with the new compartment key. May be stopped at any moment and taken up again.
/// What a thief has copied already stays readable to the thief; this protects what comes, and every later copy.
/// </summary>
public sealed class DossierRenewal(IWrapStore wraps, ISealedContents contents, int batch = 100)
{
    /// <summary>False when the dossier was erased meanwhile.</summary>
    public async Task<bool> RenewAsync(Guid dossier, CompartmentKey compartment, CancellationToken ct)
    {
        using var keys = new Generations();
        if (!await OpenAsync(keys, dossier, compartment, ct)) return false;

        var newest = keys[compartment.Version];
        do
        {
            await ResealFieldsAsync(keys, newest, ct);
            await ResealFilesAsync(keys, newest, ct);
        }
        while (!await contents.RetireBeforeAsync(dossier, newest.Generation, ct));
        return true;
    }

    private async Task<bool> OpenAsync(Generations keys, Guid dossier, CompartmentKey compartment, CancellationToken ct)
    {
        var known = await wraps.OfDossierAsync(dossier, ct);
        if (known.Count > 0 && known.All(w => w.Generation != compartment.Version))
        {
            using var made = compartment.NewDossier(dossier);
            await wraps.AddGenerationAsync(compartment.WrapAsItCame(made, known.Any(w => w.IsFromIntake)), ct);
            known = await wraps.OfDossierAsync(dossier, ct);
        }

        foreach (var wrap in known) keys.Add(compartment.OpenAsItCame(wrap));
        return known.Count > 0;
    }

    private async Task ResealFieldsAsync(Generations keys, DossierKey newest, CancellationToken ct)
    {
        while (await contents.FieldsBeforeAsync(newest.Dossier, newest.Generation, batch, ct) is { Count: > 0 } cells)
        {
            await contents.ReplaceAsync([.. cells.Select(c => Resealed(c, keys[c.Field.Generation], newest))], ct);
        }
    }

    private static ResealedCell Resealed(SealedCell cell, DossierKey old, DossierKey newest) =>
        new(cell, old.Read(cell.Place, cell.Field, value => newest.Seal(cell.Place, value)));

    private async Task ResealFilesAsync(Generations keys, DossierKey newest, CancellationToken ct)
    {
        while (await contents.FilesBeforeAsync(newest.Dossier, newest.Generation, batch, ct) is { Count: > 0 } files)
        {
            foreach (var file in files)
            {
                await contents.ReplaceAsync(file, (source, target, stop) => ResealAsync(file, keys[file.Generation], newest, source, target, stop), ct);
            }
        }
    }

    private static async Task ResealAsync(SealedFile file, DossierKey old, DossierKey newest, Stream source, Stream target, CancellationToken ct)
    {
        await using var opened = await AttachmentStream.OpenAsync(source, old, file.Place, ct);
        await SealedAttachment.SealAsync(opened, target, newest, file.Place, opened.Name, ct);
    }

    private sealed class Generations : IDisposable
    {
        private readonly Dictionary<int, DossierKey> keys = [];

        internal DossierKey this[int generation] => keys.GetValueOrDefault(generation) ?? throw new SealBrokenException();

        internal void Add(DossierKey key) => keys.Add(key.Generation, key);

        public void Dispose()
        {
            foreach (var key in keys.Values) key.Dispose();
        }
    }
}
