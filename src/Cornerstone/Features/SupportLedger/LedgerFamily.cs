using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportLedger;

/// <summary>
/// Parents and parts: money is counted at the parts, and at the parent only what goes beyond them. Money a parent pays to its
/// part is a link of the chain and no repetition.
/// </summary>
internal sealed class LedgerFamily
{
    // Real programmes have three or four levels; a file may claim a hundred thousand.
    private const int MostLevels = 20;

    private readonly LedgerNames names;
    private readonly LedgerSettings settings;
    private readonly ILookup<Guid, Guid> parts;
    private readonly HashSet<(Guid, Guid)> kin;

    public LedgerFamily(LedgerNames names, LedgerSettings settings)
    {
        (this.names, this.settings) = (names, settings);
        var pairs = names.All.Where(a => a.SameAs is null).SelectMany(a =>
            names.Related(a, RelationKind.Child).Select(child => (Parent: a.Id, Child: child))
                .Concat(names.Related(a, RelationKind.Parent).Select(parent => (Parent: parent, Child: a.Id)))).Distinct().ToList();
        parts = pairs.ToLookup(p => p.Parent, p => p.Child);
        kin = [.. pairs.Select(p => (p.Parent, p.Child)), .. pairs.Select(p => (p.Child, p.Parent))];
    }

    public void Remove(IEnumerable<LedgerLine> lines, Func<LedgerLine, bool> direction)
    {
        if (kin.Count == 0)
        {
            return;
        }

        var own = lines.Where(l => direction(l) && l.Amount != 0m && !IsWithin(l)).ToLookup(l => l.Activity);
        var rolled = new Dictionary<Guid, decimal>();
        foreach (var parent in parts.Select(p => p.Key).Order().ToList())
        {
            Remove(parent, own[parent].InOrder(), parts[parent].Where(c => Rolled(c, own, rolled, [parent]) > 0).Order().ToList(), own, rolled);
        }
    }

    private void Remove(Guid parent, List<LedgerLine> lines, List<Guid> children, ILookup<Guid, LedgerLine> own, Dictionary<Guid, decimal> rolled)
    {
        var (sum, below) = (lines.Sum(l => l.Flow.Amount ?? 0m), children.Sum(c => Rolled(c, own, rolled, [parent])));
        if (sum <= 0 || below <= 0)
        {
            return;
        }

        var beyond = sum - below > sum * settings.Likeness ? sum - below : 0m;
        var excluded = Cents.Apportion(sum - beyond, [.. lines.Select(l => l.Flow.Amount ?? 0m)]);
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].Exclude(excluded[i], ExclusionReason.CountedInParts, children);
        }
    }

    // What an activity and everything below it tell of, once: the larger of its own word and that of its parts.
    private decimal Rolled(Guid id, ILookup<Guid, LedgerLine> own, Dictionary<Guid, decimal> rolled, HashSet<Guid> path)
    {
        if (rolled.TryGetValue(id, out var known)) return known;
        if (path.Count > MostLevels || !path.Add(id)) return 0m;
        var below = parts[id].Sum(c => Rolled(c, own, rolled, path));
        path.Remove(id);
        return rolled[id] = Math.Max(own[id].Sum(l => l.Flow.Amount ?? 0m), below);
    }

    private bool IsWithin(LedgerLine line) =>
        (names.Resolve(line.Flow.ReceiverActivity) is { } to && kin.Contains((line.Activity, to)))
        || (names.Resolve(line.Flow.ProviderActivity) is { } from && kin.Contains((line.Activity, from)));
}
