using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportLedger;

/// <summary>From what an activity is called to the record that stands for it.</summary>
internal sealed class LedgerNames
{
    private readonly Dictionary<Guid, LedgerActivity> activities;
    private readonly Dictionary<string, Guid> byName = new(StringComparer.OrdinalIgnoreCase);

    public LedgerNames(IEnumerable<LedgerActivity> all)
    {
        activities = all.OrderBy(a => a.Id).ToDictionary(a => a.Id);
        // A record that stands for another goes first; an activity's own name before the names others gave it.
        foreach (var activity in activities.Values.OrderBy(a => a.SameAs is null ? 0 : 1))
        {
            byName.TryAdd(activity.Identifier.Trim(), activity.Id);
        }

        foreach (var activity in activities.Values)
        {
            foreach (var other in activity.OtherIdentifiers)
            {
                byName.TryAdd(other.Trim(), activity.Id);
            }
        }
    }

    public IEnumerable<LedgerActivity> All => activities.Values;

    public LedgerActivity? Find(Guid id) => activities.GetValueOrDefault(id);

    public Guid? ReporterOf(Guid id) => Find(id)?.Reporter;

    /// <summary>The activity of that name in the ledger, or the one that stands for it.</summary>
    public Guid? Resolve(string? name) => name is { Length: > 0 } && byName.TryGetValue(name.Trim(), out var id) ? Standing(id) : null;

    /// <summary>The record that stands for this one. A circle ends where it began.</summary>
    public Guid Standing(Guid id)
    {
        for (var (at, steps) = (id, 0); steps < activities.Count; steps++)
        {
            if (Find(at)?.SameAs is not { } next || Find(next) is null || next == id) return at;
            at = next;
        }

        return id;
    }

    public IEnumerable<Guid> Related(LedgerActivity activity, params IReadOnlyCollection<RelationKind> kinds) => activity.Relations
        .Where(r => r.Kind is { } kind && kinds.Contains(kind))
        .Select(r => Resolve(r.Identifier)).OfType<Guid>().Where(id => id != activity.Id);
}
