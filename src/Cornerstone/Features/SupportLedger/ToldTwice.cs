using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportLedger;

/// <summary>
/// Takes out what is told twice before anything is counted: records of one activity in several sources, movements that two
/// co-financing partners report, and parents that report what their parts report (domain handbook §5.7).
/// </summary>
internal sealed class ToldTwice(LedgerNames names, LedgerSettings settings)
{
    public void Remove(IReadOnlyList<LedgerLine> lines, MoneyStage stage)
    {
        foreach (var line in lines.Where(l => l.Activity != l.Flow.Activity))
        {
            line.Exclude(line.Amount, ExclusionReason.SameActivityElsewhere, [line.Activity]);
        }

        RemoveTwins(lines);
        var family = new LedgerFamily(names, settings);
        family.Remove(lines, l => l.Type != stage.Inward());
        family.Remove(lines, l => l.Type == stage.Inward());
    }

    private void RemoveTwins(IReadOnlyList<LedgerLine> lines)
    {
        var byActivity = lines.Where(l => l.Amount != 0m).ToLookup(l => l.Activity);
        foreach (var group in CoFunded())
        {
            // The fullest report is the one others are held against.
            var ranked = group.OrderByDescending(id => byActivity[id].Count()).ThenByDescending(id => byActivity[id].Sum(l => Math.Abs(l.Amount))).ThenBy(id => id);
            var kept = new Dictionary<(TransactionType, Guid, int), List<LedgerLine>>();
            var used = new HashSet<(Guid Reporter, LedgerLine Twin)>();
            foreach (var id in ranked)
            {
                var reporter = names.ReporterOf(id) ?? id;
                RemoveTwins(byActivity[id].OrderBy(l => l.Flow.Date).ThenBy(l => l.Amount).ThenBy(l => l.Flow.Id), kept, reporter, used);
            }
        }
    }

    // Kept by type, provider and span of days, so that only neighbours are compared. Each reporter uses a payment up for itself:
    // a third one tells of the same again.
    private void RemoveTwins(IEnumerable<LedgerLine> lines, Dictionary<(TransactionType, Guid, int), List<LedgerLine>> kept, Guid reporter, HashSet<(Guid Reporter, LedgerLine Twin)> used)
    {
        var own = new List<(LedgerLine Line, (TransactionType, Guid, int) Key)>();
        foreach (var line in lines.Where(l => l.Flow.Date is not null && ProviderOf(l) is not null))
        {
            var (provider, span) = (ProviderOf(line)!.Value, line.Flow.Date!.Value.DayNumber / settings.BookingDays);
            var near = Enumerable.Range(span - 1, 3).Select(s => kept.GetValueOrDefault((line.Type, provider, s)))
                .OfType<List<LedgerLine>>().Select(list => list.Find(k => AreOne(line, k) && !used.Contains((reporter, k)))).FirstOrDefault(k => k is not null);
            if (near is { } twin)
            {
                used.Add((reporter, twin));
                line.Exclude(line.Amount, ExclusionReason.SaidTwice, [twin.Activity]);
            }
            else
            {
                own.Add((line, (line.Type, provider, span)));
            }
        }

        foreach (var (line, key) in own)
        {
            (kept.TryGetValue(key, out var list) ? list : kept[key] = []).Add(line);
        }
    }

    private bool AreOne(LedgerLine one, LedgerLine other) =>
        Math.Abs(one.Amount - other.Amount) <= Math.Abs(other.Amount) * settings.Likeness
        && Math.Abs(one.Flow.Date!.Value.DayNumber - other.Flow.Date!.Value.DayNumber) <= settings.BookingDays;

    private Guid? ProviderOf(LedgerLine line) =>
        line.Flow.Provider ?? (line.Type is TransactionType.IncomingFunds or TransactionType.IncomingCommitment ? null : names.ReporterOf(line.Activity));

    // Activities of different reporters that say they are financed together, or that go by one number.
    private IEnumerable<List<Guid>> CoFunded()
    {
        var sets = new DisjointSets();
        foreach (var activity in names.All.Where(a => a.SameAs is null))
        {
            var others = names.Related(activity, RelationKind.CoFunded, RelationKind.ThirdParty).Concat(activity.OtherIdentifiers.Select(names.Resolve).OfType<Guid>());
            foreach (var other in others.Where(o => o != activity.Id && names.ReporterOf(o) != activity.Reporter))
            {
                sets.Join(activity.Id, other);
            }
        }

        return sets.All();
    }

    private sealed class DisjointSets
    {
        private readonly Dictionary<Guid, Guid> above = [];

        public void Join(Guid one, Guid other) => above[Top(one)] = above[Top(other)] = Top(other);

        public IEnumerable<List<Guid>> All() => above.Keys.ToList().GroupBy(Top).Select(g => g.Order().ToList());

        private Guid Top(Guid id)
        {
            while (above.TryGetValue(id, out var next) && next != id)
            {
                above[id] = above.GetValueOrDefault(next, next);
                id = next;
            }

            return id;
        }
    }
}
