using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Rotation;

namespace Cornerstone.Bench;

/// <summary>Wraps in memory, in order, as a rotation asks for them.</summary>
internal sealed class SealingBenchWraps(List<KeyWrap> keys, List<DossierWrap> dossiers) : IWrapStore
{
    private readonly SortedDictionary<(Guid, int), DossierWrap> wraps = new(dossiers.ToDictionary(d => (d.Dossier, d.Generation)));

    public Task<IReadOnlyList<KeyWrap>> HoldersAsync(Guid compartment, int version, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<KeyWrap>>([.. keys.Where(k => k.Version == version)]);

    public Task<bool> BeginVersionAsync(Guid compartment, int version, IReadOnlyList<KeyWrap> wraps, Succession succession, CancellationToken ct)
    {
        keys.AddRange(wraps);
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<DossierWrap>> BehindAsync(Guid compartment, int version, DossierWrap? after, int limit, CancellationToken ct) => Task.FromResult<IReadOnlyList<DossierWrap>>(
        [.. wraps.Values.Where(d => d.Version < version && (after is null || (d.Dossier, d.Generation).CompareTo((after.Dossier, after.Generation)) > 0)).Take(limit)]);

    public Task ReplaceAsync(IReadOnlyList<RenewedWrap> wraps, CancellationToken ct)
    {
        foreach (var wrap in wraps) this.wraps[(wrap.New.Dossier, wrap.New.Generation)] = wrap.New;
        return Task.CompletedTask;
    }

    public Task<bool> RetireBeforeAsync(Guid compartment, int version, CancellationToken ct)
    {
        keys.RemoveAll(k => k.Version < version);
        return Task.FromResult(wraps.Values.All(d => d.Version >= version));
    }

    public Task<IReadOnlyList<DossierWrap>> OfDossierAsync(Guid dossier, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DossierWrap>>([.. wraps.Values.Where(d => d.Dossier == dossier)]);

    public Task<bool> AddGenerationAsync(DossierWrap wrap, CancellationToken ct) => Task.FromResult(wraps.TryAdd((wrap.Dossier, wrap.Generation), wrap));

    public Task DestroyAsync(Guid dossier, CancellationToken ct)
    {
        foreach (var key in wraps.Keys.Where(k => k.Item1 == dossier).ToList()) wraps.Remove(key);
        return Task.CompletedTask;
    }
}
