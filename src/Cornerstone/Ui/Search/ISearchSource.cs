namespace Cornerstone.Ui.Search;

/// <summary>What a room contributes to the global search; it answers only with what the reader may see.</summary>
public interface ISearchSource
{
    /// <summary>Heading of its hits: an English sentence, translated when shown.</summary>
    string Label { get; }

    /// <summary>The permission without which the source is not asked; null when any member may.</summary>
    string? Needs => null;

    Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct);
}

/// <param name="Excerpt">Plain text around the hit, null when the title says all.</param>
/// <param name="Language">Language of title and excerpt when it may differ from the page's.</param>
public sealed record SearchHit(string Title, string Address, string? Excerpt = null, string? Language = null);
