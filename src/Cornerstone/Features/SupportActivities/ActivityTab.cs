namespace Cornerstone.Features.SupportActivities;

/// <summary>Which view of an activity is open; views of what its source says are there where it was read from a file.</summary>
public sealed record ActivityTab(string Self, string Current, bool IsRead);
