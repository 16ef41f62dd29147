namespace Cornerstone.Charts;

/// <summary>The style sheet all charts need, with its colours for light, dark and print.</summary>
public static class ChartStyles
{
    /// <summary>How many series colours there are; further series begin again with the first (shapes and hatching still differ).</summary>
    public const int SeriesColours = 8;

    private static readonly Lazy<string> Sheet = new(Read);

    /// <summary>The text of <c>chart.css</c>, to be served as a file: charts carry no style of their own, so that a strict
    /// Content-Security-Policy holds.</summary>
    public static string Css => Sheet.Value;

    private static string Read()
    {
        using var stream = typeof(ChartStyles).Assembly.GetManifestResourceStream("chart.css")
            ?? throw new InvalidOperationException("chart.css is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
