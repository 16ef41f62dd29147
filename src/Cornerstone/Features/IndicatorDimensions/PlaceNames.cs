using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;

namespace Cornerstone.Features.IndicatorDimensions;

/// <summary>What a value is about, in words: the whole country, a region by its name, a part of the whole, or a part in a region.</summary>
public sealed class PlaceNames(IReadOnlyDictionary<string, string> regions, CountryDimensions dimensions, Text T)
{
    public static async Task<PlaceNames> OfAsync(AppDb db, string country, DateOnly on, Text T, CancellationToken ct) => new(
        (await db.RegionsAsync(country, ct)).ToDictionary(r => r.Code, r => r.Names.In(T.Language.Code)), await db.DimensionsAsync(country, on, T, ct), T);

    public string Of(SeriesPoint point) => Of(point.Area, point.Dimensions);

    public string Of(string area, string part) => (
        area.Length == 0 ? "" : regions.GetValueOrDefault(area, area),
        part.Length == 0 ? "" : dimensions.NameOf(DimensionKey.Parse(part), T[", "])) switch
    {
        ("", "") => T["Whole country"],
        ("", var alone) => alone,
        (var place, "") => place,
        var (place, inside) => T["{0}, {1}", place, inside],
    };
}
