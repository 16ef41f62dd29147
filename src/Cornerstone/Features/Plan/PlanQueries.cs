using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Plan;

/// <summary>What more than one page, or another room, reads of the plan. Row-level security decides what is found.</summary>
public static class PlanQueries
{
    extension(AppDb db)
    {
        public DbSet<NationalPlan> Plans => db.Set<NationalPlan>();

        public DbSet<PlanVersion> PlanVersions => db.Set<PlanVersion>();

        public DbSet<PlanDrafter> PlanDrafters => db.Set<PlanDrafter>();

        public DbSet<PlanNode> PlanNodes => db.Set<PlanNode>();

        public DbSet<PlanCost> PlanCosts => db.Set<PlanCost>();

        public DbSet<PlanFunding> PlanFundings => db.Set<PlanFunding>();

        public DbSet<PlanLink> PlanLinks => db.Set<PlanLink>();

        public DbSet<PlanProgress> PlanProgress => db.Set<PlanProgress>();

        public DbSet<PlanMapping> PlanMappings => db.Set<PlanMapping>();

        /// <summary>The version people work by: the approved one, else the newest. A number asks for that version. Null where there is no plan.</summary>
        public async Task<PlanInForce?> PlanInForceAsync(string country, Guid? planId, int? number, CancellationToken ct)
        {
            var found = await (
                from version in db.PlanVersions.AsNoTracking()
                join plan in db.Plans.AsNoTracking() on version.PlanId equals plan.Id
                where version.Country == country
                    && (planId == null || plan.Id == planId)
                    && (number == null || version.Number == number)
                orderby version.State == PlanVersionState.Approved descending, plan.Id, version.Number descending
                select new { plan, version }).FirstOrDefaultAsync(ct);
            return found is null ? null : new PlanInForce(found.plan, found.version);
        }

        public Task<PlanInForce?> PlanInForceAsync(string country, CancellationToken ct) => db.PlanInForceAsync(country, null, null, ct);

        /// <summary>Nodes of a version, by position and code; the retired ones too when asked for.</summary>
        public Task<List<PlanNode>> NodesOfAsync(Guid versionId, CancellationToken ct, bool withRetired = false) => db.PlanNodes.AsNoTracking()
            .Where(n => n.VersionId == versionId && (withRetired || n.RetiredBecause == null))
            .OrderBy(n => n.Position).ThenBy(n => n.Code)
            .ToListAsync(ct);

        public async Task<ILookup<Guid, PlanCost>> CostsOfAsync(Guid versionId, CancellationToken ct) =>
            (await db.PlanCosts.AsNoTracking().Where(c => c.VersionId == versionId).OrderBy(c => c.FiscalYear).ThenBy(c => c.EconomicType).ToListAsync(ct))
                .ToLookup(c => c.NodeId);

        public async Task<ILookup<Guid, PlanFunding>> FundingOfAsync(Guid versionId, CancellationToken ct) =>
            (await db.PlanFundings.AsNoTracking().Where(f => f.VersionId == versionId).OrderBy(f => f.FiscalYear).ThenBy(f => f.Source).ToListAsync(ct))
                .ToLookup(f => f.NodeId);

        public async Task<ILookup<Guid, PlanLink>> LinksOfAsync(Guid versionId, CancellationToken ct) =>
            (await db.PlanLinks.AsNoTracking().Where(l => l.VersionId == versionId).OrderBy(l => l.Kind).ThenBy(l => l.Target).ToListAsync(ct))
                .ToLookup(l => l.NodeId);

        /// <summary>What people said became of nodes on their way into a version. What is said of a node the reader does not see is not told either.</summary>
        public IQueryable<PlanMapping> MappingsInto(Guid versionId)
        {
            var nodes = db.PlanNodes;
            return db.PlanMappings.AsNoTracking()
                .Where(m => m.VersionId == versionId
                    && (m.FromLineage == null || nodes.Any(n => n.Lineage == m.FromLineage && n.VersionId != versionId))
                    && (m.ToLineage == null || nodes.Any(n => n.Lineage == m.ToLineage && n.VersionId == versionId)))
                .OrderBy(m => m.Id);
        }

        /// <summary>What a page of the plan calls institutions, components and regions.</summary>
        public async Task<PlanNames> PlanNamesAsync(string country, DateOnly today, CancellationToken ct) => new(
            await db.InstitutionNamesAsync(country, today, ct),
            await db.ComponentsAsync(country, ct),
            await db.RegionsAsync(country, ct));
    }
}

/// <summary>Names a page of the plan needs. An id or code nobody knows shows as a question mark or as itself.</summary>
public sealed record PlanNames(IReadOnlyDictionary<Guid, Wording> Institutions, IReadOnlyList<ComponentName> Components, IReadOnlyList<RegionName> Regions)
{
    public string InstitutionIn(Guid id, Text T) => Institutions.GetValueOrDefault(id)?.In(T.Language.Code) ?? "?";

    public string RegionIn(string code, Text T) => Regions.FirstOrDefault(r => r.Code == code)?.Names.In(T.Language.Code) ?? code;

    public string ComponentIn(string code, Text T) => T.ComponentOf(code, Components);
}

/// <summary>A plan and the one of its versions that is read.</summary>
public sealed record PlanInForce(NationalPlan Plan, PlanVersion Version);
