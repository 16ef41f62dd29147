using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

/// <summary>Objectives of the plan on the pages of other rooms: beside the law or instrument they name, beside the paragraph they serve.</summary>
public sealed class NodesElsewhere(AppDb db, NodeDesk desk, Text T) : ILinkedNodes, IServing
{
    /// <summary>In the address of the page that links an objective to paragraphs.</summary>
    public const string Address = "objective";

    public string Needs => PlanRoom.Read;

    public string RecordType => nameof(PlanNode);

    public string Label => Text.Later("Objective of the plan");

    public string? Word => Address;

    /// <summary>A plan is drafted from paper: what it cites may come into the library later.</summary>
    public bool MayCiteUnheld => true;

    public async Task<IReadOnlyList<NodeNote>> NamingAsync(string country, string kind, string target, CancellationToken ct)
    {
        if (!Enum.TryParse<PlanLinkKind>(kind, out var linked))
        {
            return [];
        }

        var nodes = db.PlanLinks.AsNoTracking().Where(l => l.Country == country && l.Kind == linked && l.Target == target).Select(l => l.NodeId);
        return [.. (await StandingAsync(db.PlanNodes.Where(n => nodes.Contains(n.Id)), country, ct)).Select(s => new NodeNote(
            TitleOf(s.Node), AddressOf(s.Node), s.Version.State == PlanVersionState.Approved ? null : T["Version {0}: {1}", s.Version.Number, T.Of(s.Version.State)], PlanWords.ToneOf(s.Version.State), LanguageOf(s.Node)))];
    }

    // By their lineage: the links hold through all versions of the plan, whatever becomes of the text.
    public async Task<IReadOnlyList<ServingRecord>> FindAsync(string country, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rights = await desk.RightsAsync(ct);
        return [.. (await StandingAsync(db.PlanNodes.Where(n => ids.Contains(n.Lineage)), country, ct)).Select(s =>
            new ServingRecord(s.Node.Lineage, TitleOf(s.Node), AddressOf(s.Node), s.Node.Classification, s.Node.Compartment, rights.Covers(s.Node)) { Language = LanguageOf(s.Node) })];
    }

    // Each objective once: as approved where it is, else as the newest version has it.
    private async Task<IEnumerable<(PlanNode Node, PlanVersion Version)>> StandingAsync(IQueryable<PlanNode> nodes, string country, CancellationToken ct)
    {
        var found = await (
            from node in nodes.AsNoTracking()
            join version in db.PlanVersions.AsNoTracking() on node.VersionId equals version.Id
            where node.Country == country && node.RetiredBecause == null && version.State != PlanVersionState.Replaced
            orderby version.State == PlanVersionState.Approved descending, version.Number descending
            select new { node, version }).ToListAsync(ct);
        return found.DistinctBy(f => f.node.Lineage).OrderBy(f => f.node.Code, StringComparer.Ordinal).Select(f => (f.node, f.version));
    }

    private string TitleOf(PlanNode node) => T["{0} {1}", node.Code, node.Title.In(T.Language.Code)];

    private string LanguageOf(PlanNode node) => node.Title.LanguageIn(T.Language.Code);

    private static string AddressOf(PlanNode node) => $"/{node.Country.ToLowerInvariant()}/plan/nodes/{node.Lineage}";
}
