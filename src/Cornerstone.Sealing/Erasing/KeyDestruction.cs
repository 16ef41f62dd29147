using Cornerstone.Sealing.Rotation;

namespace Cornerstone.Sealing.Erasing;

/// <summary>
/// Erases dossiers by destroying the wraps of their keys: what was sealed under them can no longer be opened by anybody, wherever a copy of it lies.
/// Who may erase, and that two persons must agree, is decided before.
/// </summary>
public sealed class KeyDestruction(IWrapStore store)
{
    /// <summary><paramref name="keep"/> has the line on disk when it returns; only then are the wraps deleted, so that a restore can never forget an erasure that happened.</summary>
    public async Task EraseAsync(Erasure erasure, ErasureList list, Func<string, CancellationToken, Task> keep, CancellationToken ct)
    {
        await keep(list.Add(erasure), ct);
        await store.DestroyAsync(erasure.Dossier, ct);
    }

    /// <summary>After a restore, and after a stop between the two steps above. Safe to repeat.</summary>
    public async Task ApplyAsync(ErasureList list, CancellationToken ct)
    {
        foreach (var erasure in list.Erasures)
        {
            await store.DestroyAsync(erasure.Dossier, ct);
        }
    }
}
