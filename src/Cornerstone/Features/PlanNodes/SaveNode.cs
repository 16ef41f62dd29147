using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

/// <summary>Brings a node's stored lines to what the form says: a line that stays the same is left alone, so that the history tells only what changed.</summary>
public static class SaveNode
{
    extension(AppDb db)
    {
        public async Task<NodeMoney> MoneyOfAsync(Guid nodeId, int firstYear, CancellationToken ct) => new(
            await db.PlanCosts.Where(c => c.NodeId == nodeId).ToListAsync(ct),
            await db.PlanFundings.Where(f => f.NodeId == nodeId).ToListAsync(ct),
            await db.PlanLinks.Where(l => l.NodeId == nodeId).OrderBy(l => l.Kind).ThenBy(l => l.Target).ToListAsync(ct),
            firstYear);

        public void Apply(NodeForm form, PlanNode node, NodeMoney stored)
        {
            db.ApplyCosts(form, node, stored);
            db.ApplyFunding(form, node, stored);
            var wanted = form.Links().ToHashSet();
            db.RemoveRange(stored.Links.Where(l => !wanted.Contains((l.Kind, l.Target))));
            db.AddRange(wanted.Where(w => !stored.Links.Any(l => (l.Kind, l.Target) == w)).Select(w => new PlanLink
            {
                Country = node.Country,
                Classification = node.Classification,
                Compartment = node.Compartment,
                VersionId = node.VersionId,
                NodeId = node.Id,
                Kind = w.Kind,
                Target = w.Target,
            }));
        }

        private void ApplyCosts(NodeForm form, PlanNode node, NodeMoney stored)
        {
            var wanted = form.Costs.Where(l => l.Amounts.Any())
                .SelectMany(l => l.Amounts, (l, a) => (Key: (Year: l.Year!.Value, a.Type, Currency: Currency.Parse(l.Currency!, null)), a.Amount))
                .ToDictionary(w => w.Key, w => w.Amount);
            var kept = stored.Costs.ToDictionary(c => (Year: c.FiscalYear, Type: c.EconomicType, c.Currency));
            db.RemoveRange(kept.Where(k => !wanted.ContainsKey(k.Key)).Select(k => k.Value));
            foreach (var (key, amount) in wanted)
            {
                if (kept.TryGetValue(key, out var cost))
                {
                    cost.Amount = cost.Amount == amount ? cost.Amount : amount;
                    continue;
                }

                db.Add(new PlanCost
                {
                    Country = node.Country,
                    Classification = node.Classification,
                    Compartment = node.Compartment,
                    VersionId = node.VersionId,
                    NodeId = node.Id,
                    FiscalYear = key.Year,
                    EconomicType = key.Type,
                    Amount = amount,
                    Currency = key.Currency,
                });
            }
        }

        private void ApplyFunding(NodeForm form, PlanNode node, NodeMoney stored)
        {
            // The same source twice in a year is one line of both.
            var wanted = form.Funding.Where(f => f.Amount is not null)
                .GroupBy(f => (f.Kind, Source: f.Source!.Trim(), Year: f.Year!.Value, Currency: Currency.Parse(f.Currency!, null)))
                .ToDictionary(g => g.Key, g => g.Sum(f => f.Amount!.Value));
            var kept = stored.Funding.ToDictionary(f => (f.Kind, f.Source, Year: f.FiscalYear, f.Currency));
            db.RemoveRange(kept.Where(k => !wanted.ContainsKey(k.Key)).Select(k => k.Value));
            foreach (var (key, amount) in wanted)
            {
                if (kept.TryGetValue(key, out var line))
                {
                    line.Amount = line.Amount == amount ? line.Amount : amount;
                    continue;
                }

                db.Add(new PlanFunding
                {
                    Country = node.Country,
                    Classification = node.Classification,
                    Compartment = node.Compartment,
                    VersionId = node.VersionId,
                    NodeId = node.Id,
                    Kind = key.Kind,
                    Source = key.Source,
                    FiscalYear = key.Year,
                    Amount = amount,
                    Currency = key.Currency,
                });
            }
        }
    }
}
