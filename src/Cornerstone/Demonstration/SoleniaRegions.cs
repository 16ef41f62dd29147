using System.Text.Json;
using Cornerstone.Data;
using Cornerstone.Features.Regions;

namespace Cornerstone.Demonstration;

/// <summary>The nine provinces, with the outlines of an island that is on no map.</summary>
internal static class SoleniaRegions
{
    private const string Source = "Invented outline for the demonstration";

    public static async Task AddAsync(AppDb db, string country, DateTimeOffset now, CancellationToken ct)
    {
        var outlines = Outlines();
        db.Regions.AddRange(SoleniaFile.Rows("regions.csv").Select(row => new Region
        {
            Country = country,
            Code = row["Code"],
            Names = row.Names(),
            Level = 1,
            Outline = outlines[row["Code"]],
            BoundarySource = Source,
        }));
        await db.SaveAsync(new Act("demonstration.country", country, now), ct);
    }

    private static Dictionary<string, Outline> Outlines()
    {
        using var file = SoleniaFile.Open("regions.geojson");
        using var json = JsonDocument.Parse(file);
        return json.RootElement.GetProperty("features").EnumerateArray().ToDictionary(
            feature => feature.GetProperty("properties").GetProperty("code").GetString()!,
            feature => new Outline([.. feature.GetProperty("geometry").GetProperty("coordinates").EnumerateArray().Select(Ring)]));
    }

    // A ring of GeoJSON repeats its first point at the end; an outline does not.
    private static IReadOnlyList<GeoPoint> Ring(JsonElement ring) =>
        [.. ring.EnumerateArray().SkipLast(1).Select(point => new GeoPoint(point[0].GetDouble(), point[1].GetDouble()))];
}
