namespace Cornerstone.Features.SupportOverview;

/// <summary>Parts of all counted money as a table.</summary>
/// <param name="Test">Its name for tests.</param>
public sealed record SharesTable(string Caption, string Heading, string Test, IReadOnlyList<ShareLine> Lines);
