using Cornerstone.Sealing.Keys;
using Cornerstone.Sealing.Rotation;

namespace Cornerstone.Sealing.Tests.TestKit;

/// <summary>The machine stops.</summary>
internal sealed class KilledException : Exception;

/// <summary>
/// A store of wraps in memory that keeps the promises of <see cref="IWrapStore"/>. It can be killed at a call: before the call is done, or after it is done and before its caller hears of it.
/// </summary>
internal sealed class MemoryWraps : IWrapStore
{
    internal List<KeyWrap> Keys { get; private set; } = [];

    internal List<Succession> Successions { get; private set; } = [];

    internal List<DossierWrap> Dossiers { get; private set; } = [];

    internal int Calls { get; private set; }

    /// <summary>At which call, and whether before or after its work.</summary>
    internal (int Call, bool After)? Kill { get; set; }

    /// <summary>What somebody else does just before a wrap is replaced.</summary>
    internal Action? BeforeReplace { get; set; }

    internal MemoryWraps Backup() => new() { Keys = [.. Keys], Successions = [.. Successions], Dossiers = [.. Dossiers] };

    public Task<IReadOnlyList<KeyWrap>> HoldersAsync(Guid compartment, int version, CancellationToken ct) =>
        Do<IReadOnlyList<KeyWrap>>(() => [.. Keys.Where(k => k.Compartment == compartment && k.Version == version)]);

    public Task<bool> BeginVersionAsync(Guid compartment, int version, IReadOnlyList<KeyWrap> wraps, Succession succession, CancellationToken ct) => Do(() =>
    {
        if (Keys.Exists(k => k.Compartment == compartment && k.Version >= version)) return false;

        Keys.RemoveAll(k => k.Compartment == compartment && !wraps.Any(w => w.Holder.Id == k.Holder.Id));
        Keys.AddRange(wraps);
        Successions.Add(succession);
        return true;
    });

    public Task<IReadOnlyList<DossierWrap>> BehindAsync(Guid compartment, int version, DossierWrap? after, int limit, CancellationToken ct) => Do<IReadOnlyList<DossierWrap>>(() =>
    [
        .. Dossiers.Where(d => d.Compartment == compartment && d.Version < version && (after is null || (d.Dossier, d.Generation).CompareTo((after.Dossier, after.Generation)) > 0))
            .OrderBy(d => (d.Dossier, d.Generation)).Take(limit),
    ]);

    public Task ReplaceAsync(IReadOnlyList<RenewedWrap> wraps, CancellationToken ct)
    {
        BeforeReplace?.Invoke();
        return Do(() =>
        {
            var places = Dossiers.Select((d, i) => (d, i)).ToDictionary(p => (p.d.Dossier, p.d.Generation), p => p.i);
            foreach (var wrap in wraps)
            {
                if (places.TryGetValue((wrap.Old.Dossier, wrap.Old.Generation), out var at) && Dossiers[at].Bytes.Span.SequenceEqual(wrap.Old.Bytes.Span)) Dossiers[at] = wrap.New;
            }

            return true;
        });
    }

    public Task<bool> RetireBeforeAsync(Guid compartment, int version, CancellationToken ct) => Do(() =>
    {
        if (Dossiers.Exists(d => d.Compartment == compartment && d.Version < version)) return false;

        Keys.RemoveAll(k => k.Compartment == compartment && k.Version < version);
        return true;
    });

    public Task<IReadOnlyList<DossierWrap>> OfDossierAsync(Guid dossier, CancellationToken ct) =>
        Do<IReadOnlyList<DossierWrap>>(() => [.. Dossiers.Where(d => d.Dossier == dossier)]);

    public Task<bool> AddGenerationAsync(DossierWrap wrap, CancellationToken ct) => Do(() =>
    {
        if (!Dossiers.Exists(d => d.Dossier == wrap.Dossier) || Dossiers.Exists(d => d.Dossier == wrap.Dossier && d.Generation == wrap.Generation)) return false;

        Dossiers.Add(wrap);
        return true;
    });

    public Task DestroyAsync(Guid dossier, CancellationToken ct) => Do(() => Dossiers.RemoveAll(d => d.Dossier == dossier));

    internal Task<T> Do<T>(Func<T> transaction)
    {
        var call = Calls++;
        if (Kill == (call, false)) throw new KilledException();

        var result = transaction();
        return Kill == (call, true) ? throw new KilledException() : Task.FromResult(result);
    }
}
