using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.IndicatorFramework;

/// <summary>How the whole framework stands on a day: off track first, then by goal and by component.</summary>
[Requires(BenchmarksRoom.Read)]
public sealed class DashboardPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private const int MostOffTrack = 15;

    /// <summary>The day to judge by; today when left out.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    public IReadOnlyList<IndicatorStanding> Everything { get; private set; } = [];

    public FrameworkGroup Whole { get; private set; } = null!;

    public IReadOnlyList<FrameworkGroup> Goals { get; private set; } = [];

    public IReadOnlyList<FrameworkGroup> Components { get; private set; } = [];

    public Framework Framework { get; private set; } = null!;

    /// <summary>Every red one; the amber ones fill up what the list holds besides.</summary>
    public IReadOnlyList<IndicatorStanding> OffTrack => [.. Whole.Members.Where(m => m.Standing.IsOffTrack).Take(Math.Max(MostOffTrack, Whole.CountOf(Light.Red)))];

    public int MoreOffTrack => Whole.CountOf(Light.Red) + Whole.CountOf(Light.Amber) - OffTrack.Count;

    public bool MayEdit => current.May(BenchmarksRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        On ??= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Framework = await db.FrameworkAsync(Country, ct);
        Everything = await db.StandingsAsync(Country, On.Value, current.May(BenchmarksRoom.Working), ct);
        Whole = FrameworkGroup.Of("", T["All indicators"], Everything, Framework);
        var known = await db.ComponentsAsync(Country, ct);
        var families = new ComponentFamilies(known);
        Components = [.. Everything.GroupBy(s => families.HeadOf(s.Definition.Component))
            .Select(g => ComponentGroup(g.Key, [.. g], known))
            .OrderBy(g => g.Name, StringComparer.CurrentCulture)];
        Goals = await GoalsAsync(ct);
    }

    public BarChart LightsByComponent() => new(
        new ChartText(T["Lights by component"], T["How many indicators of each component have which light."], T["Component"]),
        [.. Components.Select(c => c.Name)],
        [.. Enum.GetValues<Light>().Select(l => new Series(T.Of(l), [.. Components.Select(c => (ChartValue)c.CountOf(l))], Tone: LightWords.SeriesToneOf(l)))],
        BarLayout.Stacked,
        BarDirection.Horizontal);

    // A component of the country is part of the one it falls under, and counts there once.
    private FrameworkGroup ComponentGroup(string code, IReadOnlyList<IndicatorStanding> members, IReadOnlyList<ComponentName> known)
    {
        var parts = members.GroupBy(m => m.Definition.Component).OrderBy(g => g.Key != code).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => FrameworkGroup.Of(
                g.Key, g.Key == code ? T["of which outside the country's own components"] : T["of which {0}", T.ComponentOf(g.Key, known)], g, Framework)).ToList();
        return FrameworkGroup.Of(code, T.ComponentOf(code, known), members, Framework) with { Parts = parts.TrueForAll(p => p.Key == code) ? [] : parts };
    }

    // An indicator of an outcome speaks for the goal above it; one that measures two goals speaks for both.
    private async Task<IReadOnlyList<FrameworkGroup>> GoalsAsync(CancellationToken ct)
    {
        if (await db.PlanInForceAsync(Country, ct) is not { } plan)
        {
            return [];
        }

        var nodes = (await db.NodesOfAsync(plan.Version.Id, ct)).ToDictionary(n => n.Id);
        var goalOf = nodes.Values.DistinctBy(n => n.Lineage).ToDictionary(n => n.Lineage, n => GoalAbove(n, nodes));
        return [.. Everything
            .SelectMany(s => s.Indicator.PlanLineages.Select(l => goalOf.GetValueOrDefault(l)).OfType<PlanNode>().DistinctBy(g => g.Id), (s, goal) => (s, goal))
            .GroupBy(x => x.goal)
            .OrderBy(g => g.Key.Code, StringComparer.Ordinal)
            .Select(g => FrameworkGroup.Of(g.Key.Lineage.ToString(), $"{g.Key.Code} {g.Key.Title.In(T.Language.Code)}", g.Select(x => x.s), Framework))];
    }

    private static PlanNode? GoalAbove(PlanNode node, Dictionary<Guid, PlanNode> nodes)
    {
        var at = node;
        while (at.Level != PlanLevel.Goal && at.ParentId is { } parent && nodes.TryGetValue(parent, out var above))
        {
            at = above;
        }

        return at.Level == PlanLevel.Goal ? at : null;
    }
}
