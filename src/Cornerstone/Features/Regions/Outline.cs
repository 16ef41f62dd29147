namespace Cornerstone.Features.Regions;

/// <summary>Degrees east and north (WGS 84).</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude);

/// <summary>
/// The simplified boundary of a region: closed rings without the repeated last point, outer ones and holes together;
/// the even-odd rule tells land from hole.
/// </summary>
public sealed record Outline(IReadOnlyList<IReadOnlyList<GeoPoint>> Rings)
{
    public int PointCount => Rings.Sum(r => r.Count);

    public bool Equals(Outline? other) =>
        other is not null && Rings.Count == other.Rings.Count && Rings.Zip(other.Rings).All(pair => pair.First.SequenceEqual(pair.Second));

    public override int GetHashCode() => HashCode.Combine(Rings.Count, PointCount);
}
