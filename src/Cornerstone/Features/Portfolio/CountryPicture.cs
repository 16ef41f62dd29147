using Cornerstone.Features.Plan;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Portfolio;

/// <summary>A country's plan in a minute: how far each goal is, what is off track, who is late, what money is missing. Computed from what the reader may see, and from nothing else.</summary>
public sealed record CountryPicture(
    PlanInForce Plan,
    TreeNode? Vision,
    IReadOnlyList<GoalPicture> Goals,
    LightCount Lights,
    IReadOnlyList<PlanMeasure> OffTrack,
    StepCount Steps,
    IReadOnlyList<LateOwner> Late,
    IReadOnlyList<MoneyFigures> Money)
{
    public static CountryPicture Of(PlanInForce plan, PlanTree tree, DateOnly today)
    {
        var measures = tree.All.SelectMany(b => b.Measures).DistinctBy(m => m.IndicatorId).ToList();
        var goals = tree.All.Where(b => b.Node.Level == PlanLevel.Goal).ToList();
        var late = tree.All.Where(b => b.Children.Count == 0 && b.IsLate(today));
        return new(
            plan,
            tree.All.FirstOrDefault(b => b.Node.Level == PlanLevel.Vision)?.Node,
            // A country that names no goals is shown by its first level.
            [.. (goals.Count > 0 ? goals : [.. tree.Roots]).Select(g => GoalPicture.Of(g, today))],
            LightCount.Of(measures),
            [.. measures.Where(m => m.Tone == Tone.Bad).OrderBy(m => m.Progress?.Share ?? decimal.MaxValue).ThenBy(m => m.Code, StringComparer.Ordinal)],
            StepCount.Of(tree.All, today),
            [.. late.GroupBy(s => s.Node.OwnerId)
                .Select(g => new LateOwner(g.Key, g.Count(), g.Min(s => s.Node.EndsOn), today))
                .OrderByDescending(l => l.Steps).ThenBy(l => l.Oldest ?? DateOnly.MaxValue)],
            tree.Figures);
    }
}

/// <summary>One goal: its steps, the lights of the indicators in its branch, its money.</summary>
public sealed record GoalPicture(TreeNode Node, StepCount Steps, LightCount Lights, IReadOnlyList<MoneyFigures> Money)
{
    public static GoalPicture Of(PlanBranch goal, DateOnly today) => new(
        goal.Node, goal.Steps(today), LightCount.Of(goal.SelfAndBelow().SelectMany(b => b.Measures).DistinctBy(m => m.IndicatorId)), goal.Figures);
}

/// <summary>How many indicators show which light. An indicator without a light is counted, and never as a good one.</summary>
public sealed record LightCount(int Good, int Warning, int Bad, int Unknown)
{
    public int All => Good + Warning + Bad + Unknown;

    /// <summary>Reached before its date counts with those on track.</summary>
    public static LightCount Of(IEnumerable<PlanMeasure> measures)
    {
        var tones = measures.CountBy(m => m.Tone).ToDictionary();
        int Count(Tone tone) => tones.GetValueOrDefault(tone);
        return new(Count(Tone.Good) + Count(Tone.Information), Count(Tone.Warning), Count(Tone.Bad), Count(Tone.Neutral));
    }
}

/// <summary>Who has steps that are late. Null stands for steps that nobody owns.</summary>
public sealed record LateOwner(Guid? InstitutionId, int Steps, DateOnly? Oldest, DateOnly Today)
{
    /// <summary>Days since the end of the oldest; null where none has ended yet.</summary>
    public int? Days => Oldest is { } day && day < Today ? Today.DayNumber - day.DayNumber : null;
}
