namespace Cornerstone.Iati;

/// <summary>Where an activity happens, below the level of the country.</summary>
public sealed record Location
{
    public string? Ref { get; init; }
    public string? Reach { get; init; }
    public Items<LocationCode> Codes { get; init; }
    public Items<Narrative> Name { get; init; }
    public Items<Narrative> Description { get; init; }
    public Items<Narrative> ActivityDescription { get; init; }
    public Items<AdministrativeArea> Areas { get; init; }
    public GeoPoint? Point { get; init; }
    public string? Exactness { get; init; }
    public string? Class { get; init; }
    public string? FeatureDesignation { get; init; }
}

/// <summary>The place in a gazetteer.</summary>
public sealed record LocationCode(string? Code, string? Vocabulary);

public sealed record AdministrativeArea(string? Code, string? Vocabulary, int? Level);

/// <summary>Degrees north and east as written, because their digits tell how exact they are.</summary>
public sealed record GeoPoint(string? SrsName, string? Position)
{
    /// <summary>The coordinates the standard means when it names none.</summary>
    public const string Wgs84 = "http://www.opengis.net/def/crs/EPSG/0/4326";
}
