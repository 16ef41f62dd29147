using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Plan;

/// <summary>Reads a version as a tree with its findings; for every page, room and export that shows more than one node.</summary>
public sealed class PlanReading(AppDb db, IEnumerable<IPlanMeasures> measures)
{
    public async Task<PlanTree> TreeAsync(PlanVersion version, PlanParts parts, CancellationToken ct)
    {
        var years = parts.HasFlag(PlanParts.Years) ? await CostsByYearAsync(version.Id, ct) : null;
        return PlanTree.Of(new PlanContents(
            await NodesAsync(version.Id, ct),
            years is not null ? SumsOf(years) : parts.HasFlag(PlanParts.Money) ? await CostsAsync(version.Id, ct) : null,
            parts.HasFlag(PlanParts.Money) ? await FundingAsync(version.Id, ct) : null,
            parts.HasFlag(PlanParts.Measures) ? await MeasuresAsync(version.Country, null, ct) : null,
            parts.HasFlag(PlanParts.Progress) ? await StatesAsync(version.Country, ct) : null)
        {
            Years = years,
            Families = new(await db.ComponentsAsync(version.Country, ct)),
        });
    }

    public async Task<IReadOnlyList<PlanFinding>> FindingsAsync(PlanVersion version, PlanTree tree, CancellationToken ct) =>
        new PlanRules(tree, version.Levels, await CodesBeforeAsync(version, ct)).Check();

    public async Task<ILookup<Guid, PlanMeasure>> MeasuresAsync(string country, IReadOnlyCollection<Guid>? lineages, CancellationToken ct)
    {
        var found = new List<(Guid Lineage, PlanMeasure Measure)>();
        foreach (var room in measures)
        {
            found.AddRange((await room.MeasuresAsync(country, lineages, ct)).SelectMany(g => g, (g, m) => (g.Key, m)));
        }

        return found.ToLookup(f => f.Lineage, f => f.Measure);
    }

    // What is written at each node, by fiscal year.
    private async Task<ILookup<Guid, YearCost>> CostsByYearAsync(Guid version, CancellationToken ct) => (await db.PlanCosts
            .Where(c => c.VersionId == version)
            .GroupBy(c => new { c.NodeId, c.FiscalYear, c.Currency })
            .Select(g => new { g.Key.NodeId, g.Key.FiscalYear, g.Key.Currency, Amount = g.Sum(c => c.Amount) })
            .ToListAsync(ct)).ToLookup(c => c.NodeId, c => new YearCost(c.FiscalYear, new(c.Amount, c.Currency)));

    private static ILookup<Guid, Money> SumsOf(ILookup<Guid, YearCost> years) => years
        .SelectMany(node => Money.SumByCurrency(node.Select(y => y.Cost)), (node, sum) => (node.Key, sum)).ToLookup(c => c.Key, c => c.sum);

    private Task<List<TreeNode>> NodesAsync(Guid version, CancellationToken ct)
    {
        var laws = db.PlanLinks.Where(l => l.VersionId == version && l.Kind == PlanLinkKind.Law);
        return db.PlanNodes
            .Where(n => n.VersionId == version && n.RetiredBecause == null)
            .OrderBy(n => n.Position).ThenBy(n => n.Code)
            .Select(n => new TreeNode(
                n.Id, n.Lineage, n.ParentId, n.Level, n.Code, n.Title, n.OwnerId, n.ContributorIds, n.Components, n.Regions, n.StartsOn, n.EndsOn,
                laws.Any(l => l.NodeId == n.Id)))
            .ToListAsync(ct);
    }

    private async Task<ILookup<Guid, Money>> CostsAsync(Guid version, CancellationToken ct) => (await db.PlanCosts
            .Where(c => c.VersionId == version)
            .GroupBy(c => new { c.NodeId, c.Currency })
            .Select(g => new { g.Key.NodeId, g.Key.Currency, Amount = g.Sum(c => c.Amount) })
            .ToListAsync(ct)).ToLookup(c => c.NodeId, c => new Money(c.Amount, c.Currency));

    private async Task<ILookup<Guid, FundingSum>> FundingAsync(Guid version, CancellationToken ct) => (await db.PlanFundings
            .Where(f => f.VersionId == version)
            .GroupBy(f => new { f.NodeId, f.Kind, f.Currency })
            .Select(g => new { g.Key.NodeId, g.Key.Kind, g.Key.Currency, Amount = g.Sum(f => f.Amount) })
            .ToListAsync(ct)).ToLookup(f => f.NodeId, f => new FundingSum(f.Kind, new Money(f.Amount, f.Currency)));

    // What was last reported about each lineage; each report is read once.
    private async Task<Dictionary<Guid, ProgressState>> StatesAsync(string country, CancellationToken ct) => (await db.PlanProgress
            .FromSql($"select distinct on (lineage) * from work.plan_progress where country = {country} order by lineage, day desc, recorded_at desc")
            .Select(p => new { p.Lineage, p.State }).ToListAsync(ct)).ToDictionary(p => p.Lineage, p => p.State);

    private async Task<CodesBefore> CodesBeforeAsync(PlanVersion version, CancellationToken ct)
    {
        if (version.CopiedFrom is not { } earlier)
        {
            return CodesBefore.None;
        }

        var codes = await db.PlanNodes.Where(n => n.VersionId == earlier && n.RetiredBecause == null).Select(n => new { n.Code, n.Lineage }).ToListAsync(ct);
        var mapped = await db.PlanMappings.Where(m => m.VersionId == version.Id && m.FromLineage != null).Select(m => m.FromLineage!.Value).ToListAsync(ct);
        return new(codes.ToDictionary(c => c.Code, c => c.Lineage), mapped.ToHashSet());
    }
}
