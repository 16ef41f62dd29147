using System.Text.Json;

namespace Cornerstone.Features.Regions;

/// <summary>Reads GeoJSON (RFC 7946) and TopoJSON, within bounds. What is wrong with one area never stops the others.</summary>
public sealed class BoundaryReader
{
    private readonly List<BoundaryFeature> features = [];
    private readonly List<BoundaryFinding> findings = [];
    private TopoArcs? arcs;
    private int points;

    private BoundaryReader()
    {
    }

    public static BoundaryFile Read(ReadOnlyMemory<byte> json)
    {
        var reader = new BoundaryReader();
        // A byte order mark is not JSON; files of some systems begin with it.
        var content = json.Span.StartsWith("\uFEFF"u8) ? json[3..] : json;
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { MaxDepth = BoundaryFile.Deepest });
            reader.Read(document.RootElement);
        }
        catch (JsonException fault)
        {
            reader.findings.Add(new(0, "file", BoundaryFault.NotJson, fault.Message.Length > BoundaryFile.LongestValue ? fault.Message[..BoundaryFile.LongestValue] : fault.Message));
        }
        catch (TooManyPointsException)
        {
            return new([], [new(0, "coordinates", BoundaryFault.TooManyPoints, $"{BoundaryFile.MostPoints}")]);
        }

        if (reader.features.Count == 0 && reader.findings.Count == 0)
        {
            reader.findings.Add(new(0, "features", BoundaryFault.NoFeatures));
        }

        return new(reader.features, reader.findings);
    }

    private void Read(JsonElement root)
    {
        var list = Text(root, "type") == "Topology" ? Objects(root) : Part(root, "features");
        if (list is not { } all)
        {
            findings.Add(new(0, "features", BoundaryFault.NoFeatures));
            return;
        }

        var number = 0;
        foreach (var feature in all)
        {
            if (++number > BoundaryFile.MostFeatures)
            {
                findings.Add(new(0, "features", BoundaryFault.TooManyFeatures, $"{BoundaryFile.MostFeatures}"));
                return;
            }

            ReadFeature(feature, number);
        }
    }

    private IEnumerable<JsonElement>? Objects(JsonElement root)
    {
        arcs = TopoArcs.Read(root, Count);
        return root.TryGetProperty("objects", out var objects) && objects.ValueKind == JsonValueKind.Object
            ? objects.EnumerateObject().Select(o => o.Value).SelectMany(o => Part(o, "geometries") ?? [o])
            : null;
    }

    private void ReadFeature(JsonElement feature, int number)
    {
        if (feature.ValueKind != JsonValueKind.Object)
        {
            findings.Add(new(number, "geometry", BoundaryFault.NoGeometry));
            return;
        }

        var geometry = arcs is not null ? feature : feature.TryGetProperty("geometry", out var inside) ? inside : default;
        if (geometry.ValueKind != JsonValueKind.Object)
        {
            findings.Add(new(number, "geometry", BoundaryFault.NoGeometry));
            return;
        }

        var type = Text(geometry, "type");
        var polygons = type switch
        {
            "Polygon" => [Body(geometry)],
            "MultiPolygon" => Body(geometry) is { ValueKind: JsonValueKind.Array } several ? several.EnumerateArray() : [],
            _ => (IEnumerable<JsonElement>?)null,
        };
        if (polygons is null)
        {
            findings.Add(new(number, "geometry", type is null ? BoundaryFault.NoGeometry : BoundaryFault.NotAnArea, type));
            return;
        }

        var rings = polygons.SelectMany(p => p.ValueKind == JsonValueKind.Array ? p.EnumerateArray() : []).Select(r => Ring(r, number)).OfType<IReadOnlyList<GeoPoint>>().ToList();
        if (rings.Count == 0)
        {
            findings.Add(new(number, "geometry", BoundaryFault.NoGeometry));
            return;
        }

        features.Add(new(number, Properties(feature), rings));
    }

    private JsonElement Body(JsonElement geometry) => geometry.TryGetProperty(arcs is null ? "coordinates" : "arcs", out var body) ? body : default;

    private List<GeoPoint>? Ring(JsonElement ring, int number)
    {
        var places = arcs is not null ? arcs.Ring(ring) : ring.ValueKind == JsonValueKind.Array ? [.. ring.EnumerateArray().Select(Place)] : null;
        if (places is null || places.Exists(p => p is null))
        {
            findings.Add(new(number, "coordinates", BoundaryFault.BrokenRing));
            return null;
        }

        var line = places.ConvertAll(p => p!.Value);
        if (line.Find(p => Math.Abs(p.Longitude) > 180.000001 || Math.Abs(p.Latitude) > 90.000001) is var far && far != default)
        {
            findings.Add(new(number, "coordinates", BoundaryFault.NotDegrees, FormattableString.Invariant($"{far.Longitude}, {far.Latitude}")));
            return null;
        }

        // The last point of a ring repeats the first; it is kept once.
        if (line.Count > 1 && line[0] == line[^1])
        {
            line.RemoveAt(line.Count - 1);
        }

        if (line.Distinct().Take(3).Count() < 3)
        {
            findings.Add(new(number, "coordinates", BoundaryFault.BrokenRing, $"{line.Count}"));
            return null;
        }

        return line;
    }

    private GeoPoint? Place(JsonElement pair)
    {
        Count();
        return TopoArcs.Pair(pair) is { } p ? new GeoPoint(p.X, p.Y) : null;
    }

    private void Count()
    {
        if (++points > BoundaryFile.MostPoints)
        {
            throw new TooManyPointsException();
        }
    }

    private static Dictionary<string, string> Properties(JsonElement feature)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        if (feature.TryGetProperty("id", out var id) && Value(id) is { } identifier)
        {
            said["id"] = identifier;
        }

        if (feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject().Where(p => p.Name.Length is > 0 and <= 60).Take(200))
            {
                if (Value(property.Value) is { } value)
                {
                    said[property.Name] = value;
                }
            }
        }

        return said;
    }

    private static string? Value(JsonElement value)
    {
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrWhiteSpace(text) ? null : text.Length > BoundaryFile.LongestValue ? text[..BoundaryFile.LongestValue] : text.Trim();
    }

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static List<JsonElement>? Part(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : null;

    private sealed class TooManyPointsException : Exception;
}
