using Cornerstone.Features.Regions;
using Cornerstone.Features.Support;

namespace Cornerstone.Features.CountedSupport;

/// <summary>Where in the country an activity is at work, as far as it is known. A place that is not known is no region, and not the whole country either.</summary>
/// <param name="Regions">Of the first level.</param>
/// <param name="IsWholeCountry">The source says that it works in all of it.</param>
/// <param name="HasUnknown">It names a place that is not in the country's register.</param>
public sealed record WorkPlaces(IReadOnlyList<string> Regions, bool IsWholeCountry, bool HasUnknown)
{
    /// <summary>Neither a region of the register nor the whole country.</summary>
    public bool IsNowhere => Regions.Count == 0 && !IsWholeCountry;
}

/// <summary>The country's regions by code and by name.</summary>
public sealed class KnownRegions
{
    // Of the code list ActivityScope: the whole country.
    private const string National = "4";

    private readonly Dictionary<string, RegionName> byCode;
    private readonly Dictionary<string, RegionName?> byName;
    private readonly HashSet<(string Code, string? Parent, string Name)> said;

    public KnownRegions(IReadOnlyList<RegionName> regions)
    {
        said = [.. regions.SelectMany(r => r.Names.Texts.Values, (r, name) => (r.Code, r.ParentCode, name))];
        byCode = regions.DistinctBy(r => r.Code).ToDictionary(r => r.Code);
        // Two regions of one name: the name tells of neither, unless one is a part of the other.
        byName = regions.SelectMany(r => r.Names.Texts.Values.Select(name => (Name: SearchWords.Of([name]), Region: r)))
            .GroupBy(n => n.Name).ToDictionary(g => g.Key, g => g.Select(n => HeadOf(n.Region).Code).Distinct().Count() == 1 ? g.First().Region : null);
    }

    /// <summary>Whether the other register finds the same places.</summary>
    public bool AnswersAs(KnownRegions other) => said.SetEquals(other.said);

    public WorkPlaces Of(Activity activity)
    {
        var found = activity.Places.ConvertAll(Find);
        return new(
            [.. found.OfType<RegionName>().Select(r => HeadOf(r).Code).Distinct().Order(StringComparer.Ordinal)],
            activity.Places.Count == 0 && activity.Scope == National,
            found.Exists(r => r is null));
    }

    private RegionName? Find(ActivityPlace place) =>
        place.Region is { } code ? byCode.GetValueOrDefault(code) : place.Name is { } name ? byName.GetValueOrDefault(SearchWords.Of([name])) : null;

    private RegionName HeadOf(RegionName region)
    {
        for (var steps = 0; region.ParentCode is { } parent && steps < byCode.Count && byCode.TryGetValue(parent, out var above); steps++)
        {
            region = above;
        }

        return region;
    }
}
