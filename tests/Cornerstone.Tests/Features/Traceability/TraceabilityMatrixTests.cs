using Cornerstone.Features.Traceability;
using Cornerstone.Texts;

namespace Cornerstone.Tests.Features.Traceability;

public sealed class TraceabilityMatrixTests
{
    private const string Resolution = "S/RES/2553 (2020)";
    private const string Report = "S/2022/280";

    [Fact]
    public void Every_paragraph_of_resolution_2553_is_in_the_matrix()
    {
        var expected = Ids("pp", 24).Concat(Ids("op", 26)).Concat("abcdefghijk".Select(p => $"op/20/{p}"));

        Assert.Equal(expected.Order(StringComparer.Ordinal), Traced(Resolution).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_paragraph_and_recommendation_of_the_report_is_in_the_matrix()
    {
        Assert.Equal(Ids("para", 60).Concat(Ids("rec", 18)).Order(StringComparer.Ordinal), Traced(Report).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_line_says_in_three_languages_what_it_calls_for_and_names_a_room()
    {
        Assert.All(TraceabilityMatrix.Lines, line =>
        {
            Assert.NotEmpty(line.Rooms);
            Assert.All(["en", "fr", "ar"], language => Assert.NotEmpty(line.CapabilityIn(language)));
        });
    }

    [Fact]
    public void Addressees_are_known_codes()
    {
        Assert.All(TraceabilityMatrix.Lines.SelectMany(l => l.Addressees), code => Assert.Contains(Addressees.All, a => a.Code == code));
    }

    [Fact]
    public void Every_room_of_the_matrix_has_a_name_that_is_translated()
    {
        Assert.All(TraceabilityMatrix.Lines.SelectMany(l => l.Rooms), room => Assert.True(RoomNames.All.ContainsKey(room), room));
    }

    [Fact]
    public void A_paragraph_knows_where_it_came_from()
    {
        Assert.Equal(["op/11"], Concordance.Into(Resolution, "op/16")!.EarlierProvisions);
        Assert.Null(Concordance.Into(Resolution, "op/25")!.Earlier);
        Assert.Null(Concordance.Into(Report, "para/1"));
    }

    [Theory]
    [InlineData("op/25", "4", "Commitments")]
    [InlineData("op/20/k", "4", "Embargo")]
    [InlineData("op/26", "H", "Library")]
    public void The_matrix_says_strength_and_room(string provision, string strength, string room)
    {
        var line = TraceabilityMatrix.Of(Resolution, provision)!;

        Assert.Equal(strength, line.Strength);
        Assert.Contains(room, line.Rooms);
    }

    [Theory]
    [InlineData("rec/1", "para/13")]
    [InlineData("rec/10", "para/35")]
    [InlineData("rec/18", "para/59")]
    public void A_recommendation_knows_the_paragraph_it_follows(string recommendation, string paragraph)
    {
        Assert.Equal(paragraph, TraceabilityMatrix.Of(Report, recommendation)!.After);
    }

    [Fact]
    public void The_concordance_places_every_paragraph_of_both_resolutions_exactly_once()
    {
        var earlier = Ids("pp", 18).Concat(Ids("op", 20)).Concat("abcdef".Select(p => $"op/15/{p}"));
        var later = Ids("pp", 24).Concat(Ids("op", 26)).Concat("abcdefghijk".Select(p => $"op/20/{p}"));

        Assert.Equal(earlier.Order(StringComparer.Ordinal), Concordance.Lines.SelectMany(l => l.EarlierProvisions).Order(StringComparer.Ordinal));
        Assert.Equal(later.Order(StringComparer.Ordinal), Concordance.Lines.SelectMany(l => l.LaterProvisions).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Paragraph_11_of_2151_was_split_and_five_operative_paragraphs_are_new()
    {
        var split = Concordance.Lines.Single(l => l.EarlierProvisions.Contains("op/11"));
        var added = Concordance.Lines.Where(l => l.Relation == ProvisionRelation.New).SelectMany(l => l.LaterProvisions);

        Assert.Equal((ProvisionRelation.Split, "op/15 op/16"), (split.Relation, string.Join(' ', split.LaterProvisions)));
        Assert.Equal(["op/10", "op/11", "op/25", "op/5", "op/6"], added.Where(p => p.StartsWith("op/", StringComparison.Ordinal) && p.Count(c => c == '/') == 1).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Ids(string prefix, int count) => Enumerable.Range(1, count).Select(n => $"{prefix}/{n}");

    private static IEnumerable<string> Traced(string symbol) => TraceabilityMatrix.Lines.Where(l => l.Symbol == symbol).Select(l => l.Provision);
}
