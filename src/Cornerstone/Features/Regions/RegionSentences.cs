using Cornerstone.Charts;
using Cornerstone.Languages;

namespace Cornerstone.Features.Regions;

/// <summary>The words of this room, and regions as a map takes them.</summary>
public static class RegionSentences
{
    public static string LevelOf(this Text T, short level) => level == 1 ? T["First level"] : T["Second level"];

    public static string Of(this Text T, BoundaryFinding finding) => finding.Fault switch
    {
        BoundaryFault.NotJson => T["The file is not readable as JSON: {0}", finding.Value],
        BoundaryFault.NoFeatures => T["The file holds no areas. It should be a GeoJSON FeatureCollection or a TopoJSON Topology."],
        BoundaryFault.TooManyFeatures => T["The file holds more than {0} areas; the rest was left out.", finding.Value],
        BoundaryFault.TooManyPoints => T["The file holds more than {0} points. Simplify it first.", finding.Value],
        BoundaryFault.NoGeometry => T["The area has no shape."],
        BoundaryFault.NotAnArea => T["The shape is a {0}, not a Polygon or MultiPolygon.", finding.Value],
        BoundaryFault.NotDegrees => T["{0} is not a place in degrees. Save the file in WGS 84 (EPSG:4326).", finding.Value],
        BoundaryFault.BrokenRing => T["A ring has fewer than three places, or something that is not a place."],
        BoundaryFault.NoCode => T["The area has no code."],
        BoundaryFault.CodeNotAllowed => T["\"{0}\" cannot be a code: up to 24 letters, digits, points and hyphens.", finding.Value],
        BoundaryFault.CodeRepeated => T["Another area before it has the code \"{0}\".", finding.Value],
        BoundaryFault.NoName => T["The area has no name."],
        _ => T["\"{0}\" is not the code of a first-level region here.", finding.Value],
    };

    /// <summary>A region for <see cref="RegionMap"/>; without an outline it stands in the list beside the map.</summary>
    public static MapRegion ForMap(this RegionName region, IReadOnlyDictionary<string, Outline> outlines, string language, ChartValue value, string? href = null) => new(
        region.Code, region.Names.In(language),
        outlines.GetValueOrDefault(region.Code) is { } outline ? [.. outline.Rings.Select(r => (IReadOnlyList<Charts.GeoPoint>)[.. r.Select(p => new Charts.GeoPoint(p.Longitude, p.Latitude))])] : [],
        value, href);
}
