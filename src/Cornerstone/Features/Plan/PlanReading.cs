using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Plan;

/// <summary>Reads a version as a tree with its findings; for every page, room and export that shows more than one node.</summary>
public sealed class PlanReading(AppDb db, IEnumerable<IPlanMeasures> measures)
{
    public async Task<PlanTree> TreeAsync(PlanVersion version, CancellationToken ct) => PlanTree.Of(new PlanContents(
        await db.NodesOfAsync(version.Id, ct),
        await CostsAsync(version.Id, ct),
        await FundingAsync(version.Id, ct),
        await MeasuresAsync(version.Country, null, ct),
        (await db.LatestProgressAsync(version.Country, ct)).ToDictionary(p => p.Key, p => p.Value.State),
        (await db.PlanLinks.Where(l => l.VersionId == version.Id && l.Kind == PlanLinkKind.Law).Select(l => l.NodeId).Distinct().ToListAsync(ct)).ToHashSet())
    {
        Families = new(await db.ComponentsAsync(version.Country, ct)),
    });

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
