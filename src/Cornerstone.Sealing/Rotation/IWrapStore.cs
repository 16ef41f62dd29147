using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing.Rotation;

/// <summary>
/// Where wraps are kept. Each call is one transaction: done or not done. None of them sees a key or content.
/// </summary>
public interface IWrapStore
{
    /// <summary>The wraps of one version of a compartment's key, of all holders.</summary>
    Task<IReadOnlyList<KeyWrap>> HoldersAsync(Guid compartment, int version, CancellationToken ct);

    /// <summary>
    /// Adds the wraps of a new version with its succession, and deletes every wrap, of any version, of holders who are not among them.
    /// Refuses (false) when the compartment already has this version: somebody else was first.
    /// </summary>
    Task<bool> BeginVersionAsync(Guid compartment, int version, IReadOnlyList<KeyWrap> wraps, Succession succession, CancellationToken ct);

    /// <summary>Dossier wraps under an older version, in the order of dossier and generation, after the one given.</summary>
    Task<IReadOnlyList<DossierWrap>> BehindAsync(Guid compartment, int version, DossierWrap? after, int limit, CancellationToken ct);

    /// <summary>
    /// Puts each new wrap in the place of its old one, where the old one still stands byte for byte. A wrap that was deleted or changed meanwhile is left as it is:
    /// what was erased must not come back.
    /// </summary>
    Task ReplaceAsync(IReadOnlyList<RenewedWrap> wraps, CancellationToken ct);

    /// <summary>Deletes the holders' wraps of all older versions, unless a dossier wrap is still under one (false).</summary>
    Task<bool> RetireBeforeAsync(Guid compartment, int version, CancellationToken ct);

    /// <summary>The wraps of a dossier, one a generation.</summary>
    Task<IReadOnlyList<DossierWrap>> OfDossierAsync(Guid dossier, CancellationToken ct);

    /// <summary>Adds the key of a new generation. Refuses (false) when the dossier has one of this generation, or none at all: it was erased.</summary>
    Task<bool> AddGenerationAsync(DossierWrap wrap, CancellationToken ct);

    /// <summary>Deletes all wraps of a dossier.</summary>
    Task DestroyAsync(Guid dossier, CancellationToken ct);
}

/// <summary>An old wrap and the one that takes its place.</summary>
public sealed record RenewedWrap(DossierWrap Old, DossierWrap New);
