using Cornerstone.Charts;

namespace Cornerstone.Ui.ChartFiles;

/// <summary>The one chart of a page that is asked for as a file. The page draws all of its charts as always; this one is kept.</summary>
internal sealed class AskedChart(string id)
{
    public string Id => id;

    /// <summary>Null until the page has drawn it, and for ever where it has no such chart.</summary>
    public Chart? Drawn { get; private set; }

    public ChartOptions? Options { get; private set; }

    /// <summary>Where its figures come from; null is the country's own record.</summary>
    public string? Source { get; private set; }

    public void Take(Chart chart, ChartOptions options, string? source) => (Drawn, Options, Source) = (chart, options, source);
}
