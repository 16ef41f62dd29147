using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Plan;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

internal static class NodeQueries
{
    extension(AppDb db)
    {
        /// <summary>What was reported about an objective, newest first.</summary>
        public Task<List<PlanProgress>> ProgressOfAsync(string country, Guid lineage, CancellationToken ct) => db.PlanProgress.AsNoTracking()
            .Where(p => p.Country == country && p.Lineage == lineage)
            .OrderByDescending(p => p.Day).ThenByDescending(p => p.RecordedAt).ToListAsync(ct);

        /// <summary>
        /// The history of a node with its money, links, paragraphs and reports, those that were removed too: each change with
        /// the act that made it, newest first.
        /// </summary>
        public async Task<List<HistoryLine>> HistoryOfNodeAsync(PlanNode node, IEnumerable<Guid> belonging, CancellationToken ct)
        {
            var lines = await db.RemovedAsync(node.Country, nameof(PlanCost.NodeId), node.Id, ct);
            var links = await db.RemovedAsync(node.Country, nameof(ProvisionServed.RecordId), node.Lineage, ct);
            return await db.HistoryOfAllAsync([.. belonging, node.Id, .. lines, .. links], ct);
        }

        /// <summary>Nodes of a version that may stand above this level, top down.</summary>
        public Task<List<PlanNode>> ParentsForAsync(Guid version, PlanLevel level, CancellationToken ct)
        {
            var higher = Enum.GetValues<PlanLevel>().Where(l => l < level).ToList();
            return db.PlanNodes.AsNoTracking().Where(n => n.VersionId == version && n.RetiredBecause == null && higher.Contains(n.Level))
                .OrderBy(n => n.Code).ToListAsync(ct);
        }
    }
}
