using Cornerstone.Features.Benchmarks;

namespace Cornerstone.Features.IndicatorFramework;

/// <summary>Indicators that stand together, with their lights counted and their progress in one number where coverage allows.</summary>
public sealed record FrameworkGroup(string Key, string Name, IReadOnlyList<IndicatorStanding> Members, Composite Composite)
{
    public static FrameworkGroup Of(string key, string name, IEnumerable<IndicatorStanding> members, Framework framework)
    {
        var ordered = members.OrderBy(m => Urgency.Of(m.Standing)).ThenBy(m => m.Standing.Performance).ThenBy(m => m.Indicator.Code, StringComparer.Ordinal).ToList();
        // What is too old or too poor for a light is no data for the composite either.
        // What nobody aims at weighs nothing.
        var parts = ordered.Where(m => !m.Definition.IsContextOnly).Select(m => (m.Indicator.Weight, m.Standing.Light == Light.Grey && m.Standing.Why != GreyReason.TooEarly ? null : m.Standing.Progress));
        return new(key, name, ordered, Composite.Of(parts, framework.LowestCoverage));
    }

    /// <summary>Groups whose members are counted in this one already: the country's own components under the one they fall under.</summary>
    public IReadOnlyList<FrameworkGroup> Parts { get; init; } = [];

    public int CountOf(Light light) => Members.Count(m => m.Standing.Light == light);
}
