using Cornerstone.Data;
using Cornerstone.Features.Plan;

namespace Cornerstone.Features.PlanVersions;

/// <summary>Begins the next version of a plan as a copy of the approved one. Lineages stay, so what is linked to them stays too.</summary>
internal static class CopyVersion
{
    extension(AppDb db)
    {
        public async Task<PlanVersion> BeginNextVersionAsync(PlanVersion approved, int number, Act act, CancellationToken ct)
        {
            var next = new PlanVersion
            {
                Country = approved.Country,
                Classification = approved.Classification,
                Compartment = approved.Compartment,
                PlanId = approved.PlanId,
                Number = number,
                Levels = approved.Levels,
                PriceBasis = approved.PriceBasis,
                PriceYear = approved.PriceYear,
                CopiedFrom = approved.Id,
            };
            db.Add(next);
            await db.RecordAsync(act, ct);
            await db.CopyContentsAsync(approved, next, ct);
            await db.CommitAsync(ct);
            return next;
        }

        // Thousands of rows at once; the journal tells of the version, and that it was copied.
        private async Task CopyContentsAsync(PlanVersion approved, PlanVersion next, CancellationToken ct)
        {
            var nodes = await db.NodesOfAsync(approved.Id, ct);
            var copies = new Dictionary<Guid, PlanNode>();
            // Parents stand on higher levels, so they are copied first.
            foreach (var node in nodes.OrderBy(n => n.Level))
            {
                copies[node.Id] = node.CopyTo(next.Id, node.ParentId is { } parent && copies.TryGetValue(parent, out var above) ? above.Id : null);
            }

            await db.CopyAsync([.. copies.Values], ct);
            await db.CopyAsync([.. (await db.CostsOfAsync(approved.Id, ct)).SelectMany(g => g).Where(c => copies.ContainsKey(c.NodeId)).Select(c => c.CopyTo(copies[c.NodeId]))], ct);
            await db.CopyAsync([.. (await db.FundingOfAsync(approved.Id, ct)).SelectMany(g => g).Where(f => copies.ContainsKey(f.NodeId)).Select(f => f.CopyTo(copies[f.NodeId]))], ct);
            await db.CopyAsync([.. (await db.LinksOfAsync(approved.Id, ct)).SelectMany(g => g).Where(l => copies.ContainsKey(l.NodeId)).Select(l => l.CopyTo(copies[l.NodeId]))], ct);
        }
    }
}
