using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Reading;

/// <summary>Places, as 1.04 and later write them and as the first versions did.</summary>
internal static class LocationReading
{
    public static Location Read(Picker pick, Element location) => new()
    {
        Ref = pick.Attribute(location, IatiName.Ref),
        Reach = pick.CodeOf(location, IatiName.LocationReach),
        Codes = location.Has(IatiName.GazetteerEntry)
            ? pick.All(location, IatiName.GazetteerEntry, static (p, e) => new LocationCode(p.Text(e), p.Attribute(e, IatiName.GazetteerRef)))
            : pick.All(location, IatiName.LocationId, static (p, e) => new LocationCode(p.Attribute(e, IatiName.Code), p.Attribute(e, IatiName.Vocabulary))),
        Name = pick.NarrativesOf(location, IatiName.Name),
        Description = pick.NarrativesOf(location, IatiName.Description),
        ActivityDescription = pick.NarrativesOf(location, IatiName.ActivityDescription),
        Areas = Areas(pick, location),
        Point = Point(pick, location),
        Exactness = pick.CodeOf(location, IatiName.Exactness) ?? pick.Attribute(location.First(IatiName.Coordinates), IatiName.Precision),
        Class = pick.CodeOf(location, IatiName.LocationClass),
        FeatureDesignation = pick.CodeOf(location, IatiName.FeatureDesignation) ?? pick.CodeOf(location, IatiName.LocationType),
    };

    private static Items<AdministrativeArea> Areas(Picker pick, Element location)
    {
        var first = location.First(IatiName.Administrative);
        if (first.HasAttribute(IatiName.Code) || !first.Exists)
        {
            return pick.All(location, IatiName.Administrative, static (p, e) => new AdministrativeArea(p.Attribute(e, IatiName.Code), p.Attribute(e, IatiName.Vocabulary), Picker.Integer(e, IatiName.Level)));
        }

        // Before 1.04 one element named the country and up to two levels below it, with no word about the list they are from.
        AdministrativeArea?[] levels = [Level(pick, first, IatiName.Country, 0), Level(pick, first, IatiName.Adm1, 1), Level(pick, first, IatiName.Adm2, 2)];
        return [.. levels.OfType<AdministrativeArea>()];
    }

    private static AdministrativeArea? Level(Picker pick, Element administrative, IatiName name, int level) =>
        pick.Attribute(administrative, name) is { } code ? new(code, null, level) : null;

    private static GeoPoint? Point(Picker pick, Element location)
    {
        var point = location.First(IatiName.Point);
        if (point.Exists) return new(pick.Attribute(point, IatiName.SrsName), pick.Text(point.First(IatiName.Pos)));
        var coordinates = location.First(IatiName.Coordinates);
        var (latitude, longitude) = (pick.Attribute(coordinates, IatiName.Latitude), pick.Attribute(coordinates, IatiName.Longitude));
        return latitude is null || longitude is null ? null : new(GeoPoint.Wgs84, $"{latitude} {longitude}");
    }
}
