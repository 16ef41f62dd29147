using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Features.Plan;
using Cornerstone.Texts;
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

        /// <summary>The history of a node with its money, links, paragraphs and reports: each act once, with all it changed, newest first.</summary>
        public async Task<List<HistoryLine>> HistoryOfNodeAsync(
            PlanNode node, IEnumerable<PlanCost> costs, IEnumerable<PlanFunding> funding, IEnumerable<PlanLink> links, IEnumerable<PlanProgress> progress,
            IEnumerable<ProvisionServed> served, CancellationToken ct)
        {
            var ids = costs.Select(c => c.Id).Concat(funding.Select(f => f.Id)).Concat(links.Select(l => l.Id))
                .Concat(progress.Select(p => p.Id)).Concat(served.Select(s => s.Id)).Append(node.Id).ToList();
            return await (
                from change in db.Changes.AsNoTracking()
                join act in db.Acts on change.ActId equals act.Id
                join person in db.Users on act.PersonId equals person.Id
                where change.Country == node.Country && ids.Contains(change.RecordId)
                orderby act.At descending, change.Id descending
                select new HistoryLine(act.Name, person.Name, act.At, act.Reason, change.Kind, change.Fields)).ToListAsync(ct);
        }

        /// <summary>The paragraphs an objective serves, each with its address where the library holds the document.</summary>
        public async Task<IReadOnlyList<ServedParagraph>> ServedParagraphsAsync(string country, Guid lineage, string language, CancellationToken ct)
        {
            var links = await db.ProvisionsServedByAsync(lineage, ct);
            var read = links.ConvertAll(l => (Link: l, Symbol: DocumentSymbol.TryFromPlatformId(l.Provision, out var symbol, out var path) ? DocumentNames.Sought(symbol.Value) : null, Path: path));
            var documents = await db.DocumentsNamedAsync([.. read.Select(r => r.Symbol).OfType<string>().Distinct()], country, language, ct);
            return read.ConvertAll(r => new ServedParagraph(
                r.Link,
                r.Symbol,
                r.Path,
                r.Symbol is not null && documents.TryGetValue(r.Symbol, out var document) ? LibraryAddress.Provision(country, document.Id, r.Path ?? "") : null));
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

/// <summary>A paragraph an objective serves.</summary>
/// <param name="Address">Where it is read; null while the library does not hold the document.</param>
public sealed record ServedParagraph(ProvisionServed Link, string? Symbol, string? Path, string? Address);
