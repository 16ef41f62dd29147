using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>Levels of a results framework, from the top down (domain handbook §3.3). A country uses those it wants, under its own names.</summary>
public enum PlanLevel
{
    Vision,
    Goal,
    Outcome,
    Output,
    Activity,
    Milestone,
}

/// <summary>The levels a country uses and what it calls them: "Pillar" for a goal, "Mesure" for an activity.</summary>
public sealed record LevelNames(IReadOnlyDictionary<PlanLevel, Wording> Names)
{
    public IReadOnlyList<PlanLevel> Used { get; } = [.. Names.Keys.Order()];

    /// <summary>What the country calls this level; null where it does not use it, or left the handbook's word.</summary>
    public string? In(PlanLevel level, string language) => Names.TryGetValue(level, out var name) && !name.IsEmpty ? name.In(language) : null;

    /// <summary>Levels a node may have below this one; every used level when there is none above.</summary>
    public IEnumerable<PlanLevel> Below(PlanLevel? level) => Used.Where(l => level is null || l > level);

    public bool Equals(LevelNames? other) =>
        other is not null && Used.SequenceEqual(other.Used) && Used.All(l => Names[l].Equals(other.Names[l]));

    public override int GetHashCode() => Used.Aggregate(0, HashCode.Combine);

    /// <summary>As the journal repeats it.</summary>
    public override string ToString() => string.Join("; ", Used.Select(l => $"{l} = {Names[l]}"));
}
