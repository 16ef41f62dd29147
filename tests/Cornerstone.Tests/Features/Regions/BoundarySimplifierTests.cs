using Cornerstone.Features.Regions;

namespace Cornerstone.Tests.Features.Regions;

public sealed class BoundarySimplifierTests
{
    [Fact]
    public void Neighbours_keep_the_same_line_between_them_wherever_each_ring_begins()
    {
        var border = Enumerable.Range(0, 401).Select(i => new GeoPoint(5 + Math.Sin(i / 7.0) * 0.3 + (i % 3) * 0.002, i / 40.0)).ToList();
        List<GeoPoint> west = [.. border, new(0, 10), new(0, 0)];
        List<GeoPoint> east = [new(10, 0), new(10, 10), .. Enumerable.Reverse(border)];
        east = [.. east.Skip(150), .. east.Take(150)];

        var simple = BoundarySimplifier.Simplify([Area(1, west), Area(2, east)]);
        var (a, b) = (simple[0].Rings[0].ToHashSet(), simple[1].Rings[0].ToHashSet());

        var shared = a.Where(p => p.Longitude is > 1 and < 9).ToHashSet();
        Assert.Equal(shared, b.Where(p => p.Longitude is > 1 and < 9).ToHashSet());
        Assert.InRange(shared.Count, 20, 300);
    }

    [Fact]
    public void A_hole_and_the_area_that_fills_it_stay_one_line()
    {
        var round = Enumerable.Range(0, 360).Select(d => new GeoPoint(5 + Math.Cos(d * Math.PI / 180), 5 + Math.Sin(d * Math.PI / 180))).ToList();
        List<GeoPoint> outer = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)];

        var simple = BoundarySimplifier.Simplify([new(1, new Dictionary<string, string>(), [outer, Enumerable.Reverse(round).ToList()]), Area(2, [.. round.Skip(77), .. round.Take(77)])]);

        Assert.Equal(simple[0].Rings[1].ToHashSet(), simple[1].Rings[0].ToHashSet());
        Assert.True(simple[1].Rings[0].Count < 120);
    }

    [Fact]
    public void An_island_too_small_to_see_goes_and_a_small_region_stays()
    {
        List<GeoPoint> mainland = [new(0, 0), new(10, 0), new(10, 10), new(0, 10)];
        List<GeoPoint> rock = [new(12, 12), new(12.001, 12), new(12.001, 12.001)];

        var simple = BoundarySimplifier.Simplify([new(1, new Dictionary<string, string>(), [mainland, rock]), Area(2, rock)]);

        Assert.Single(simple[0].Rings);
        Assert.Equal(3, Assert.Single(simple[1].Rings).Count);
    }

    private static BoundaryFeature Area(int number, IReadOnlyList<GeoPoint> ring) => new(number, new Dictionary<string, string>(), [ring]);
}
