namespace Cornerstone.Features.SupportLedger;

/// <summary>
/// Finds the money that went from one activity of the ledger to another, by four kinds of evidence, the strongest first:
/// the giver names the activity that receives; the receiver names the activity that gave; giver and receiver name each other's
/// organisation; the receiver names the giver as its funder. Each takes only what the ones before left open, in proportion, so
/// that neither the order of files nor that of lines matters.
/// </summary>
internal sealed class MoneyMatching(LedgerNames names, MoneyStage stage)
{
    private readonly SortedDictionary<(Guid From, Guid To), (decimal Sent, decimal Received)> edges = [];

    public IEnumerable<MoneyEdge> Edges => edges.Select(e => new MoneyEdge(e.Key.From, e.Key.To, e.Value.Sent, e.Value.Received));

    public void Run(IReadOnlyList<LedgerLine> lines)
    {
        var payments = lines.Where(l => l.Type == stage.Outward() && l.Amount != 0m).InOrder();
        var receipts = lines.Where(l => l.Type == stage.Inward() && l.Amount != 0m).InOrder();
        ByReceiver(payments, receipts);
        ByProvider(payments, receipts);
        ByOrganisation(payments, receipts);
        ByFunder(payments, lines);
    }

    private void ByReceiver(List<LedgerLine> payments, List<LedgerLine> receipts)
    {
        foreach (var line in payments)
        {
            if (names.Resolve(line.Flow.ReceiverActivity) is not { } to || to == line.Activity) continue;
            Add((line.Activity, to), sent: line.Open, received: 0m);
            line.Match(line.Open, [to]);
        }

        var said = receipts.Select(l => (Line: l, From: names.Resolve(l.Flow.ProviderActivity))).Where(r => r.From is { } from && edges.ContainsKey((from, r.Line.Activity))).ToList();
        foreach (var (line, from) in said)
        {
            Add((from!.Value, line.Activity), sent: 0m, received: line.Open);
            line.Match(line.Open, [from.Value]);
        }

        // Of two words on one movement the larger one holds: money once received is not the receiver's own.
        foreach (var (key, (sent, received)) in edges.ToList())
        {
            edges[key] = (sent, Math.Max(sent, received));
        }
    }

    private void ByProvider(List<LedgerLine> payments, List<LedgerLine> receipts)
    {
        var open = payments.ToLookup(l => l.Activity);
        foreach (var claim in receipts.Where(r => r.Open != 0m).GroupBy(r => names.Resolve(r.Flow.ProviderActivity)).OrderBy(g => g.Key))
        {
            if (claim.Key is { } from) Settle([.. open[from]], [.. claim.Where(r => r.Activity != from)]);
        }
    }

    private void ByOrganisation(List<LedgerLine> payments, List<LedgerLine> receipts)
    {
        var open = payments.ToLookup(p => (From: GiverOf(p), To: p.Flow.Receiver));
        foreach (var claim in receipts.Where(r => r.Open != 0m).GroupBy(r => (From: r.Flow.Provider, To: names.ReporterOf(r.Activity))).OrderBy(g => g.Key.From).ThenBy(g => g.Key.To))
        {
            if (claim.Key is { From: { } from, To: { } to } && from != to) Settle([.. open[(from, to)]], [.. claim]);
        }
    }

    // A receiver that reports no receipt, but says who funds it, and pays out more than it is known to have.
    private void ByFunder(List<LedgerLine> payments, IReadOnlyList<LedgerLine> lines)
    {
        var open = payments.ToLookup(p => (From: GiverOf(p), To: p.Flow.Receiver));
        var paid = lines.Where(l => l.Type != stage.Inward()).ToLookup(l => l.Activity);
        var reported = lines.Where(l => l.Type == stage.Inward()).GroupBy(l => l.Activity).ToDictionary(g => g.Key, g => g.Sum(l => l.Open));
        var received = edges.GroupBy(e => e.Key.To).ToDictionary(g => g.Key, g => g.Sum(e => e.Value.Received));
        var needs = from activity in names.All.Where(a => a.SameAs is null && a.Reporter is not null)
                    from funder in activity.Funders.Distinct()
                    where funder != activity.Reporter
                    let need = paid[activity.Id].Sum(l => l.Amount) - received.GetValueOrDefault(activity.Id) - reported.GetValueOrDefault(activity.Id)
                    where need > 0m
                    group (activity.Id, Need: need / activity.Funders.Distinct().Count()) by (From: (Guid?)funder, To: activity.Reporter);
        foreach (var need in needs.OrderBy(n => n.Key.From).ThenBy(n => n.Key.To))
        {
            var supply = open[need.Key].ToList();
            var amount = Cents.Round(Math.Min(supply.Open(), need.Sum(n => n.Need)));
            if (amount <= 0m) continue;
            var feeds = need.OrderBy(n => n.Id).ToList();
            var parts = Cents.Apportion(amount, [.. feeds.Select(f => f.Need)]);
            Join(supply, supply.Match(amount, [.. feeds.Select(f => f.Id)]), [.. feeds.Select((f, i) => (f.Id, parts[i]))]);
        }
    }

    private void Settle(List<LedgerLine> payments, List<LedgerLine> receipts)
    {
        var amount = Math.Min(payments.Open(), receipts.Open());
        if (amount <= 0m) return;
        var sent = payments.Match(amount, [.. receipts.Select(r => r.Activity).Distinct()]);
        var received = receipts.Match(amount, [.. payments.Select(p => p.Activity).Distinct()]);
        Join(payments, sent, [.. receipts.Select((r, i) => (r.Activity, received[i]))]);
    }

    // Who sent to whom within a group nobody told: laid side by side, each end adds up.
    private void Join(List<LedgerLine> payments, decimal[] sent, List<(Guid Activity, decimal Amount)> received)
    {
        var (to, left) = (0, received.Count > 0 ? received[0].Amount : 0m);
        for (var from = 0; from < payments.Count; from++)
        {
            for (var rest = sent[from]; rest != 0m && to < received.Count;)
            {
                var part = to == received.Count - 1 ? rest : Math.Min(rest, left);
                Add((payments[from].Activity, received[to].Activity), part, part);
                (rest, left) = (rest - part, left - part);
                if (left <= 0m && to < received.Count - 1) left = received[++to].Amount;
            }
        }
    }

    private Guid? GiverOf(LedgerLine payment) => payment.Flow.Provider ?? names.ReporterOf(payment.Activity);

    private void Add((Guid From, Guid To) key, decimal sent, decimal received)
    {
        var there = edges.GetValueOrDefault(key);
        edges[key] = (there.Sent + sent, there.Received + received);
    }
}
