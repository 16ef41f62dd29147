using Cornerstone.Published;

namespace Cornerstone.Features.Portal;

/// <summary>Whether the latest figure is better than the one before, seen from where it is meant to go.</summary>
public enum Change
{
    Better,
    Worse,
    Same,
}

/// <summary>An indicator of an edition with its rows, in order of time.</summary>
public sealed record PublicIndicator(Edition Edition, PublishedIndicator Card, IReadOnlyList<PublishedValue> Values, IReadOnlyList<PublishedTarget> Targets)
{
    public IEnumerable<PublishedValue> Totals => Values.Where(v => v.IsTotal);

    /// <summary>The latest value of the whole country that says something, a withheld one among them.</summary>
    public PublishedValue? Latest => Totals.LastOrDefault(v => v.State is ToldState.Known or ToldState.Withheld);

    /// <summary>The known value before the latest.</summary>
    public PublishedValue? Before => Latest is { } latest ? Totals.LastOrDefault(v => v.State == ToldState.Known && v.UntilDay < latest.UntilDay) : null;

    public PublishedTarget? Target => Targets.LastOrDefault(t => t.Kind == PublicTargetKind.Target);

    public PublishedTarget? Baseline => Targets.FirstOrDefault(t => t.Kind == PublicTargetKind.Baseline);

    /// <summary>Null where nobody can tell, or where the figure is neither to rise nor to fall.</summary>
    public Change? SinceBefore => (Card.Direction, Latest?.Number - Before?.Number) switch
    {
        (_, null) or (PublicDirection.Maintain or PublicDirection.Band, _) => null,
        (_, 0m) => Change.Same,
        (PublicDirection.Increase, > 0m) or (PublicDirection.Decrease, < 0m) => Change.Better,
        _ => Change.Worse,
    };

    public bool IsJudged => Card.Light is PublicLight.Green or PublicLight.Amber or PublicLight.Red or PublicLight.Blue;

    public bool IsOnTrack => Card.Light is PublicLight.Green or PublicLight.Blue;

    /// <summary>Values of areas and parts in the latest period that has any.</summary>
    public IReadOnlyList<PublishedValue> LatestParts => Values.Where(v => !v.IsTotal).Select(v => (DateOnly?)v.UntilDay).Max() is { } last
        ? [.. Values.Where(v => !v.IsTotal && v.UntilDay == last)]
        : [];
}
