using Cornerstone.Sealing.Attachments;
using Cornerstone.Sealing.Rotation;

namespace Cornerstone.Sealing.Tests.TestKit;

/// <summary>Fields and attachments in memory, with the promises of <see cref="ISealedContents"/>; killed with the wraps, as one machine is.</summary>
internal sealed class MemoryContents(MemoryWraps wraps) : ISealedContents
{
    internal List<SealedCell> Cells { get; } = [];

    internal Dictionary<(Guid Dossier, SealedPlace Place), byte[]> Files { get; } = [];

    public Task<IReadOnlyList<SealedCell>> FieldsBeforeAsync(Guid dossier, int generation, int limit, CancellationToken ct) =>
        wraps.Do<IReadOnlyList<SealedCell>>(() => [.. Cells.Where(c => c.Dossier == dossier && c.Field.Generation < generation).Take(limit)]);

    public Task<IReadOnlyList<SealedFile>> FilesBeforeAsync(Guid dossier, int generation, int limit, CancellationToken ct) => wraps.Do<IReadOnlyList<SealedFile>>(() =>
    [
        .. Files.Where(f => f.Key.Dossier == dossier && SealedAttachment.GenerationOf(f.Value) < generation).Take(limit)
            .Select(f => new SealedFile(dossier, f.Key.Place, SealedAttachment.GenerationOf(f.Value))),
    ]);

    public Task ReplaceAsync(IReadOnlyList<ResealedCell> cells, CancellationToken ct) => wraps.Do(() =>
    {
        foreach (var cell in cells)
        {
            var at = Cells.IndexOf(cell.Old);
            if (at >= 0) Cells[at] = cell.Old with { Field = cell.New };
        }

        return true;
    });

    public async Task ReplaceAsync(SealedFile file, Reseal reseal, CancellationToken ct)
    {
        using var target = new MemoryStream();
        await reseal(new MemoryStream(Files[(file.Dossier, file.Place)]), target, ct);
        await wraps.Do(() => Files[(file.Dossier, file.Place)] = target.ToArray());
    }

    public Task<bool> RetireBeforeAsync(Guid dossier, int generation, CancellationToken ct) => wraps.Do(() =>
    {
        if (Cells.Exists(c => c.Dossier == dossier && c.Field.Generation < generation)) return false;
        if (Files.Any(f => f.Key.Dossier == dossier && SealedAttachment.GenerationOf(f.Value) < generation)) return false;

        wraps.Dossiers.RemoveAll(d => d.Dossier == dossier && d.Generation < generation);
        return true;
    });
}
