namespace Cornerstone.Data.Embedded;

/// <summary>Where the private PostgreSQL keeps its cluster and where its programs are.</summary>
/// <param name="DataFolder">Cornerstone's data folder; the cluster lies in <c>postgres/</c> inside it.</param>
/// <param name="BinariesFolder">The folder that holds <c>bin/postgres</c>; null searches <c>node_modules</c> upwards from the program.</param>
public sealed record EmbeddedPostgresSettings(string DataFolder, string? BinariesFolder = null)
{
    /// <summary>PostgreSQL was stopped by something else: how long before the first attempt to start it again.</summary>
    public TimeSpan FirstRestartDelay { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The delay doubles with every failed attempt up to this: far below the ten seconds within which work goes on again once the fault has passed.</summary>
    public TimeSpan LongestRestartDelay { get; init; } = TimeSpan.FromSeconds(2);
}
