namespace Cornerstone.Sealing.Rotation;

/// <summary>A sealed value with its dossier and place.</summary>
public sealed record SealedCell(Guid Dossier, SealedPlace Place, SealedField Field);

/// <summary>A sealed value and the one that takes its place.</summary>
public sealed record ResealedCell(SealedCell Old, SealedField New);

/// <summary>A sealed attachment, by dossier and place; its bytes are asked for when they are needed.</summary>
public sealed record SealedFile(Guid Dossier, SealedPlace Place, int Generation);

/// <summary>Seals the bytes of the first stream anew into the second.</summary>
public delegate Task Reseal(Stream source, Stream target, CancellationToken ct);

/// <summary>What the keys protect, as the renewal of dossier keys needs it. Each call is one transaction.</summary>
public interface ISealedContents
{
    /// <summary>Values of a dossier that are under a generation before this one.</summary>
    Task<IReadOnlyList<SealedCell>> FieldsBeforeAsync(Guid dossier, int generation, int limit, CancellationToken ct);

    /// <summary>Attachments of a dossier that are under a generation before this one.</summary>
    Task<IReadOnlyList<SealedFile>> FilesBeforeAsync(Guid dossier, int generation, int limit, CancellationToken ct);

    /// <summary>Puts each new value in the place of the old one, where the old one still stands byte for byte.</summary>
    Task ReplaceAsync(IReadOnlyList<ResealedCell> cells, CancellationToken ct);

    /// <summary>Puts the resealed bytes in the place of the old ones, whole or not at all.</summary>
    Task ReplaceAsync(SealedFile file, Reseal reseal, CancellationToken ct);

    /// <summary>Deletes the wraps of earlier generations, unless something is still sealed under one (false).</summary>
    Task<bool> RetireBeforeAsync(Guid dossier, int generation, CancellationToken ct);
}
