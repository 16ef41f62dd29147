namespace Cornerstone.Published;

/// <summary>One activity with its lines, as a page shows it: to those who look at a proposal, and to everybody.</summary>
/// <param name="AddressOf">Where another activity of this identifier is read; null where it is not public.</param>
public sealed record ToldActivity(PublishedActivity Activity, IReadOnlyList<PublishedLine> Lines, Func<string, string?> AddressOf);
