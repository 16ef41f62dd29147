namespace Cornerstone.Features.SupportLedger;

/// <summary>
/// The ledger's count. Money is followed from where it entered to where it was last seen, over all activities at once; what an
/// activity paid out and did not report as received is its reporter's own. The funding view counts money where it entered, the
/// spending view where it was last seen; nothing vanishes: what a view does not count of a flow it lists with the reason.
/// Decision 30 says why.
/// </summary>
public sealed class EachDollarOnce(LedgerSettings settings)
{
    public LedgerCount Count(IReadOnlyCollection<LedgerActivity> activities, IReadOnlyCollection<LedgerFlow> flows, MoneyStage stage) => Count(new LedgerNames(activities), flows, stage);

    /// <param name="names">Of all activities: the same for each stage of their money.</param>
    internal LedgerCount Count(LedgerNames names, IEnumerable<LedgerFlow> flows, MoneyStage stage)
    {
        var known = flows.Where(f => stage.Holds(f.Type) && names.Find(f.Activity) is not null).OrderBy(f => f.Id).ToList();
        if (known.Count == 0) return LedgerCount.Nothing;

        var lines = known.Where(f => f.Amount is not null).Select(f => new LedgerLine(f, names.Standing(f.Activity))).ToList();
        new ToldTwice(names, settings).Remove(lines, stage);
        var matching = new MoneyMatching(names, stage);
        matching.Run(lines);

        var edges = matching.Edges.ToList();
        var balances = Balances(names, lines, edges, stage);
        var missing = known.Where(f => f.Amount is null).Select(f => new Exclusion(f, null, f.Unknown ?? ExclusionReason.NoValue, [])).ToList();
        var twice = lines.SelectMany(l => l.Excluded).Concat(missing).ToList();
        return new(
            Funding(lines, edges, balances, twice, stage),
            stage == MoneyStage.Paid ? Spending(lines, twice, stage) : new([], []),
            [.. balances.Values],
            edges);
    }

    private SortedDictionary<Guid, ActivityBalance> Balances(LedgerNames names, List<LedgerLine> lines, List<MoneyEdge> edges, MoneyStage stage)
    {
        var received = edges.GroupBy(e => e.To).ToDictionary(g => g.Key, g => g.Sum(e => e.Received));
        var balances = new SortedDictionary<Guid, ActivityBalance>();
        foreach (var group in lines.GroupBy(l => l.Activity).ToDictionary(g => g.Key, g => g.ToList()).Concat(
            received.Keys.Except(lines.Select(l => l.Activity)).Select(id => KeyValuePair.Create(id, new List<LedgerLine>()))))
        {
            var outside = group.Value.Where(l => l.Type == stage.Inward()).Open();
            var within = received.GetValueOrDefault(group.Key);
            var spent = group.Value.Where(l => l.Type != stage.Inward()).Sum(l => l.Type == stage.Outward() ? l.Open : l.Amount);
            var passedOn = group.Value.Where(l => l.Type == stage.Outward()).Sum(l => l.Amount - l.Open);
            var fee = Cents.Round(names.Find(group.Key)!.FeeShare * (outside + within));
            balances[group.Key] = new(group.Key, outside, within, OwnMoney(spent + passedOn, outside + within, fee), passedOn, spent, fee);
        }

        return balances;
    }

    // Differences of rates and rounding are nobody's own money, and nobody adds more of their own than was paid.
    private decimal OwnMoney(decimal paid, decimal received, decimal fee) =>
        received == 0m ? paid : paid + fee - received > Math.Max(paid, 0m) * settings.Likeness ? Math.Clamp(paid + fee - received, 0m, Math.Max(paid, 0m)) : 0m;

    private static ViewCount Funding(
        List<LedgerLine> lines, List<MoneyEdge> edges, SortedDictionary<Guid, ActivityBalance> balances, List<Exclusion> twice, MoneyStage stage)
    {
        var givers = edges.ToLookup(e => e.To, e => e.From);
        var (counted, excluded) = (new List<Counted>(), new List<Exclusion>(twice));
        foreach (var line in lines.Where(l => l.Type == stage.Inward() && l.Amount != 0m))
        {
            Split(line, line.Open, ExclusionReason.ReportedByProvider, [.. line.Others.Order()], counted, excluded);
        }

        foreach (var group in lines.Where(l => l.Type != stage.Inward() && l.Amount != 0m).GroupBy(l => l.Activity))
        {
            var paid = group.InOrder();
            var own = Cents.Apportion(balances[group.Key].Own, [.. paid.Select(l => l.Amount)]);
            var whole = balances[group.Key] is { FromOutside: 0m, FromWithin: 0m };
            IReadOnlyList<Guid> from = [.. givers[group.Key].Distinct()];
            for (var i = 0; i < paid.Count; i++)
            {
                Split(paid[i], whole ? paid[i].Amount : own[i], ExclusionReason.PassedOn, from.Count > 0 ? from : [group.Key], counted, excluded);
            }
        }

        return new(counted, excluded);
    }

    private static ViewCount Spending(List<LedgerLine> lines, List<Exclusion> twice, MoneyStage stage)
    {
        var (counted, excluded) = (new List<Counted>(), new List<Exclusion>(twice));
        foreach (var line in lines.Where(l => l.Amount != 0m))
        {
            var isReceipt = line.Type == stage.Inward();
            var amount = isReceipt ? 0m : line.Type == stage.Outward() ? line.Open : line.Amount;
            Split(line, amount, isReceipt ? ExclusionReason.Receipt : ExclusionReason.SpentFurtherOn, isReceipt ? [line.Activity] : [.. line.Others.Order()], counted, excluded);
        }

        return new(counted, excluded);
    }

    private static void Split(LedgerLine line, decimal amount, ExclusionReason reason, IReadOnlyList<Guid> because, List<Counted> counted, List<Exclusion> excluded)
    {
        if (amount != 0m) counted.Add(new(line.Flow, amount));
        if (amount != line.Amount) excluded.Add(new(line.Flow, line.Amount - amount, reason, because));
    }
}
