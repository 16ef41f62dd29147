using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing.Rotation;

/// <summary>How a rotation ended. A wrap that does not open under its own key was altered: it stays, is named, and keeps the old version from being retired.</summary>
public sealed record RotationOutcome(int Renewed, IReadOnlyList<DossierWrap> Broken, bool Retired);

/// <summary>
/// A member leaves: a new compartment key for those who stay, and every dossier key wrapped anew. Works on wraps only. May be stopped at any moment and taken up by any member who stayed.
/// </summary>
public sealed class KeyRotation(IWrapStore store, int batch = 500)
{
    /// <summary>
    /// The new version. From here on the one who left can open nothing that is stored. Only holders whose proof is good are given it, with the public key that was proven.
    /// Null when somebody else began the same version first.
    /// </summary>
    public async Task<CompartmentKey?> BeginAsync(CompartmentKey current, IReadOnlySet<Guid> staying, CancellationToken ct)
    {
        var holders = (await store.HoldersAsync(current.Compartment, current.Version, ct)).Where(w => staying.Contains(w.Holder.Id)).ToList();
        if (holders.Count != staying.Count || !holders.TrueForAll(current.Vouches)) throw new SealBrokenException("A holder who stays is missing, or stands there with a key this compartment did not admit.");
        if (!holders.Exists(w => w.Holder.Kind == HolderKind.Person) || !holders.Exists(w => w.Holder.Kind == HolderKind.Recovery))
        {
            throw new ArgumentException("A compartment keeps at least one member and the officers' recovery key.", nameof(staying));
        }

        var (next, succession) = current.Next();
        if (await store.BeginVersionAsync(next.Compartment, next.Version, [.. holders.Select(w => next.Admit(w.Holder))], succession, ct)) return next;

        next.Dispose();
        return null;
    }

    /// <summary>Wraps what is still under older versions anew and deletes those versions. Safe to repeat. <paramref name="versions"/> are all that are still in use.</summary>
    public async Task<RotationOutcome> FinishAsync(IReadOnlyCollection<CompartmentKey> versions, CancellationToken ct)
    {
        var newest = versions.MaxBy(k => k.Version) ?? throw new ArgumentException("No version is unlocked.", nameof(versions));
        var keys = versions.ToDictionary(k => k.Version);
        var renewed = 0;
        while (true)
        {
            var (count, broken) = await PassAsync(keys, newest, ct);
            renewed += count;
            if (broken.Count > 0) return new RotationOutcome(renewed, broken, Retired: false);

            // A statement may have come in under the old version meanwhile: then once more.
            if (await store.RetireBeforeAsync(newest.Compartment, newest.Version, ct)) return new RotationOutcome(renewed, [], Retired: true);
        }
    }

    private async Task<(int Renewed, List<DossierWrap> Broken)> PassAsync(Dictionary<int, CompartmentKey> keys, CompartmentKey newest, CancellationToken ct)
    {
        var (renewed, broken, last) = (0, new List<DossierWrap>(), (DossierWrap?)null);
        while (await store.BehindAsync(newest.Compartment, newest.Version, last, batch, ct) is { Count: > 0 } behind)
        {
            var wraps = new List<RenewedWrap>(behind.Count);
            foreach (var old in behind)
            {
                if (Renew(old, keys, newest) is { } wrap) wraps.Add(new RenewedWrap(old, wrap));
                else broken.Add(old);
            }

            await store.ReplaceAsync(wraps, ct);
            renewed += wraps.Count;
            last = behind[^1];
        }

        return (renewed, broken);
    }

    private static DossierWrap? Renew(DossierWrap old, Dictionary<int, CompartmentKey> keys, CompartmentKey newest)
    {
        if (!keys.TryGetValue(old.Version, out var under)) throw new InvalidOperationException($"Version {old.Version} is still in use and not unlocked.");

        try
        {
            using var key = under.OpenAsItCame(old);
            return newest.WrapAsItCame(key, old.IsFromIntake);
        }
        catch (SealBrokenException)
        {
            return null;
        }
    }
}
