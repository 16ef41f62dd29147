using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>A version of a group's key that somebody may know whom it is not for. Due is what follows from it; nothing has to be ticked off.</summary>
public sealed class Exposure
{
    public required Guid CompartmentId { get; init; }

    public required int Version { get; init; }

    /// <summary>Whose words, device or share.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Dossiers get new keys too.</summary>
    public required bool Renews { get; init; }

    public required DateOnly ToldOn { get; init; }
}

internal static class Exposures
{
    /// <summary>Says of each group in which somebody holds a key that its newest version may be known. Saved with what the caller saves.</summary>
    public static async Task ExposeAsync(this SealedDb db, IEnumerable<StoredKeyWrap> held, Guid person, DateOnly today, CancellationToken ct, bool renews = true)
    {
        foreach (var (group, version) in held.GroupBy(w => w.CompartmentId).Select(g => (g.Key, g.Max(w => w.Version))))
        {
            if (!await db.Exposures.AnyAsync(e => e.CompartmentId == group && e.Version == version && e.PersonId == person && e.Renews == renews, ct))
            {
                db.Exposures.Add(new() { CompartmentId = group, Version = version, PersonId = person, Renews = renews, ToldOn = today });
            }
        }
    }
}
