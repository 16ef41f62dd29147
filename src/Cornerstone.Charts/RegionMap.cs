using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>A place on the Earth, in degrees.</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude)
{
    // A country across the 180th meridian may be given with longitudes beyond it.
    internal bool IsPlace => Math.Abs(Longitude) <= 360 && Math.Abs(Latitude) <= 90;
}

/// <summary>One region.</summary>
/// <param name="Rings">Its outlines; a ring inside another is a hole. None where the country gave no outline.</param>
public sealed record MapRegion(string Code, string Name, IReadOnlyList<IReadOnlyList<GeoPoint>> Rings, ChartValue Value, string? Href = null);

/// <summary>Heading of the figures (of the codes, where there are none), and what introduces the regions that have no outline.</summary>
public sealed record RegionWords(string Value, string WithoutOutline);

/// <summary>
/// Regions in at most five classes of equal width, told apart by pattern as well as colour. No data is hatched grey, zero is empty.
/// Maps keep east on the right in every language: geography is not mirrored.
/// </summary>
public sealed record RegionMap(ChartText Text, RegionWords Words, IReadOnlyList<MapRegion> Regions)
{
    private const string Kind = "chart-map";

    /// <summary>True for a map on which nothing is counted: it shows where each region lies and says no figure.</summary>
    public bool IsOutlineOnly { get; init; }

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        if (Regions.FirstOrDefault(r => r.Rings.Any(ring => ring.Any(p => !p.IsPlace))) is { } wrong)
            throw new ArgumentException($"The outline of region '{wrong.Code}' leaves the Earth.");

        var table = Table(options);
        if (!Regions.Any(HasOutline)) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new MapPicture(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind, Regions.Any(r => r.Href is not null && HasOutline(r))), table);
    }

    internal static bool HasOutline(MapRegion region) => region.Rings.Any(ring => ring.Count > 2);

    private ChartTable Table(ChartOptions options)
    {
        var numbers = new NumberText(options);
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, Words.Value],
            [.. Regions.Select(r => new ChartTableRow(new(r.Name, Href: r.Href), [IsOutlineOnly ? new(r.Code) : numbers.Cell(r.Value)]))]);
    }
}
