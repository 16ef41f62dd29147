using Cornerstone.Access;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanVersions;

/// <summary>The version a workbook is read from and written to: the draft where there is one, else what people work by.</summary>
internal sealed class PlanTarget
{
    public NationalPlan? Plan { get; private init; }

    public PlanVersion? Version { get; private init; }

    /// <summary>By code; nodes a workbook adds join while it is read.</summary>
    public required Dictionary<string, PlanNode> Nodes { get; init; }

    public required IReadOnlyList<InstitutionOn> Institutions { get; init; }

    public required IReadOnlyList<ComponentName> Components { get; init; }

    public required IReadOnlyList<RegionName> Regions { get; init; }

    public required IReadOnlyList<WorkbookChoice> InstitutionChoices { get; init; }

    public required Classification Highest { get; init; }

    public bool IsOpen => Version is { IsOpen: true };

    public LevelNames? Levels => Version?.Levels;

    public Currency? Currency => Plan?.Currency;

    public static Task<PlanTarget> OfAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("plan.target", () => ReadAsync(run, ct));

    public Guid? InstitutionOf(string? code) => Institutions.FirstOrDefault(i => i.Code == code)?.Id;

    public string? CodeOf(Guid? institution) => institution is null ? null : Institutions.FirstOrDefault(i => i.Id == institution)?.Code;

    public PlanNode? ParentOf(PlanNode node) => node.ParentId is null ? null : Nodes.Values.FirstOrDefault(n => n.Id == node.ParentId);

    /// <summary>Parents before children, as a workbook reads them.</summary>
    public IEnumerable<PlanNode> InOrder()
    {
        var ids = Nodes.Values.Select(n => n.Id).ToHashSet();
        var children = Nodes.Values.ToLookup(n => n.ParentId is { } parent && ids.Contains(parent) ? n.ParentId : null);
        IEnumerable<PlanNode> Below(PlanNode node) => children[node.Id].SelectMany(Below).Prepend(node);
        return children[null].SelectMany(Below);
    }

    private static async Task<PlanTarget> ReadAsync(WorkbookRun run, CancellationToken ct)
    {
        var db = run.Db;
        var found = await (
            from version in db.PlanVersions.AsNoTracking()
            join plan in db.Plans.AsNoTracking() on version.PlanId equals plan.Id
            where version.Country == run.Country
            orderby version.State == PlanVersionState.Draft descending, version.State == PlanVersionState.Approved descending, version.Number descending
            select new { plan, version }).FirstOrDefaultAsync(ct);
        var institutions = await db.InstitutionsOnAsync(run.Country, DateOnly.FromDateTime(run.At.UtcDateTime), ct);
        return new PlanTarget
        {
            Plan = found?.plan,
            Version = found?.version,
            Nodes = found is null ? [] : (await db.NodesOfAsync(found.version.Id, ct)).ToDictionary(n => n.Code),
            Institutions = institutions,
            Components = await db.ComponentsAsync(run.Country, ct),
            Regions = await db.RegionsAsync(run.Country, ct),
            InstitutionChoices = [.. institutions.Select(i => new WorkbookChoice(i.Code, i.Names.In(run.T.Language.Code)))],
            Highest = run.Reader.Id == Reader.OperatorId ? Classification.Restricted : run.Reader.ClearanceIn(run.Country) ?? Classification.Public,
        };
    }
}
