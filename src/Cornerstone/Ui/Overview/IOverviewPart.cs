namespace Cornerstone.Ui.Overview;

/// <summary>What a room tells on a country's first page: a few key figures, and at most one panel of its own.</summary>
public interface IOverviewPart
{
    /// <summary>The permission without which the part is not asked.</summary>
    string Needs { get; }

    Task<OverviewContent> ReadAsync(string country, CancellationToken ct);
}

/// <summary>A key number and where it comes from: the link leads to the rows behind it.</summary>
public sealed record OverviewFigure(string Label, long Value, string Note, string Href);

/// <param name="Partial">Path of the panel's view; null for figures only.</param>
/// <param name="Model">What that view shows.</param>
public sealed record OverviewContent(IReadOnlyList<OverviewFigure> Figures, string? Partial = null, object? Model = null)
{
    public OverviewPlace Place { get; init; } = OverviewPlace.Middle;
}

/// <summary>Where a panel stands on the page: at its head, next to it because it presses, after the key figures, or at the end.</summary>
public enum OverviewPlace
{
    Head,
    Next,
    Middle,
    End,
}
