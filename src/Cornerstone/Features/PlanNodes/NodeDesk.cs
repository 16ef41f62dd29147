using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

/// <summary>Who may change which nodes: the secretariat all of them, a focal point those of their own institution.</summary>
public sealed record PlanRights(bool EditsAll, IReadOnlySet<Guid> Own)
{
    public bool Covers(PlanNode node) => EditsAll || (node.OwnerId is { } owner && Own.Contains(owner));
}

/// <summary>A node in the version that is read.</summary>
public sealed record NodeInVersion(NationalPlan Plan, PlanVersion Version, PlanNode Node);

/// <summary>What every page about one node begins with: which node, in which version, and what this reader may do with it.</summary>
public sealed class NodeDesk(AppDb db, CurrentReader current, TimeProvider clock)
{
    public string Country => current.Workspace!.Code;

    public string Path => $"/{Country.ToLowerInvariant()}/plan";

    public DateTimeOffset Now => clock.GetUtcNow();

    public DateOnly Today => DateOnly.FromDateTime(Now.UtcDateTime);

    /// <summary>The node by its lineage: in the version asked for, else in the approved one, else in the newest that has it. Tracked, to be changed.</summary>
    public async Task<NodeInVersion?> FindAsync(Guid lineage, int? number, CancellationToken ct)
    {
        var found = await (
            from node in db.PlanNodes.AsNoTracking()
            join version in db.PlanVersions.AsNoTracking() on node.VersionId equals version.Id
            join plan in db.Plans.AsNoTracking() on version.PlanId equals plan.Id
            where node.Country == Country && node.Lineage == lineage && (number == null || version.Number == number)
            orderby version.State == PlanVersionState.Approved descending, version.Number descending
            select new { plan, version, node.Id }).FirstOrDefaultAsync(ct);
        return found is null ? null : new NodeInVersion(found.plan, found.version, await db.PlanNodes.SingleAsync(n => n.Id == found.Id, ct));
    }

    public async Task<PlanRights> RightsAsync(CancellationToken ct) => new(
        current.May(PlanRoom.Edit),
        current.May(PlanRoom.Contribute) ? (await db.InstitutionsOfAsync(current.Reader.Id, Country, Today, ct)).ToHashSet() : new HashSet<Guid>());

    /// <summary>Address of a node's page, or of one of its sub-pages.</summary>
    public string AddressOf(NodeInVersion found, string? page = null) =>
        $"{Path}/nodes/{found.Node.Lineage}{(page is null ? "" : $"/{page}")}?version={found.Version.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)}";
}
