using Cornerstone.Features.SupportTwins;

namespace Cornerstone.Tests.Features.SupportTwins;

public sealed class LikelyTwinsTests
{
    private static readonly Guid National = Guid.CreateVersion7();
    private static readonly Guid Published = Guid.CreateVersion7();
    private static readonly Guid Ministry = Guid.CreateVersion7();

    private static readonly ToldActivity Academy = new(Guid.CreateVersion7(), Published, "XM-EX-47-200911401")
    {
        Title = "Renovation of the Police Academy in Harbour",
        Organisations = new HashSet<Guid> { Ministry },
        Starts = new DateOnly(2024, 3, 1),
        Ends = new DateOnly(2026, 2, 28),
        Committed = 1_000_000m,
    };

    private static readonly ToldActivity Same = new(Guid.CreateVersion7(), National, "N-17")
    {
        Title = "Police academy, Harbour: renovation",
        Organisations = new HashSet<Guid> { Ministry },
        Starts = new DateOnly(2024, 4, 15),
        Committed = 1_015_000m,
    };

    private static readonly ToldActivity Other = Same with { Id = Guid.CreateVersion7(), Identifier = "N-18", Title = "Renovation of the prison of Karst", Committed = 400_000m };

    [Fact]
    public void Records_of_two_sources_that_agree_are_proposed_with_the_reasons()
    {
        var twin = Assert.Single(LikelyTwins.In([Academy, Same, Other]));

        Assert.Equal(new[] { Academy.Id, Same.Id }.Order(), new[] { twin.One.Id, twin.Other.Id }.Order());
        Assert.Equal([LikenessReason.LikeTitle, LikenessReason.LikeAmount, LikenessReason.LikeDates, LikenessReason.SameOrganisation], twin.Likeness.Reasons);
    }

    [Fact]
    public void Who_is_named_by_the_other_is_proposed_whatever_else_they_tell()
    {
        var twin = Assert.Single(LikelyTwins.In([Academy, Other with { OtherIdentifiers = ["200911401"] }]));

        Assert.Equal((1m, LikenessReason.SameIdentifier), (twin.Likeness.Score, twin.Likeness.Reasons[0]));
    }

    [Theory]
    [InlineData("401")]
    [InlineData("47-1")]
    [InlineData("PHASE-2")]
    public void A_short_number_names_nobody(string number) => Assert.DoesNotContain(LikelyTwins.In([Academy, Other with { Identifier = number }]), t => t.Likeness.Reasons.Contains(LikenessReason.SameIdentifier));

    [Fact]
    public void Two_records_of_one_source_are_two() => Assert.Empty(LikelyTwins.In([Academy, Same with { Source = Published }]));

    [Fact]
    public void Amounts_further_apart_than_two_per_cent_speak_against_it()
    {
        var titles = new TitleWords([Academy.Title, Same.Title]);

        Assert.Contains(LikenessReason.LikeAmount, Likeness.Of(Academy, Same with { Committed = 1_020_400m }, titles).Reasons);
        Assert.DoesNotContain(LikenessReason.LikeAmount, Likeness.Of(Academy, Same with { Committed = 1_020_500m }, titles).Reasons);
    }

    [Fact]
    public void What_a_source_does_not_tell_speaks_neither_for_it_nor_against_it()
    {
        var titles = new TitleWords([Academy.Title, Same.Title]);

        Assert.Equal([LikenessReason.LikeTitle], Likeness.Of(Academy, new ToldActivity(Guid.CreateVersion7(), National, "N-19") { Title = Academy.Title }, titles).Reasons);
        Assert.Equal(0m, Likeness.Of(new ToldActivity(Guid.CreateVersion7(), National, "N-20"), Academy, titles).Score);
    }

    [Fact]
    public void Of_two_that_look_alike_the_better_one_is_proposed()
    {
        var twin = Assert.Single(LikelyTwins.In([Academy, Same, Same with { Id = Guid.CreateVersion7(), Identifier = "N-21", Committed = 5_000m }]));

        Assert.Contains(Same.Id, new[] { twin.One.Id, twin.Other.Id });
    }
}
