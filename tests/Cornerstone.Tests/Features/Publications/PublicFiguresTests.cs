using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Publications;
using Cornerstone.Features.Regions;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>What of an indicator's values the public may read.</summary>
public sealed class PublicFiguresTests
{
    private static readonly Guid Indicator = Guid.CreateVersion7();
    private static readonly IndicatorDefinition Count = GivenIndicators.Card(Indicator, IndicatorUnit.Count);
    private static readonly IndicatorDefinition Percent = GivenIndicators.Card(Indicator);

    [Fact]
    public void Fewer_than_ten_are_withheld_and_so_is_what_would_give_them_away()
    {
        var told = Told(Count, People("", 104), People("sex=F", 4), People("sex=M", 100));

        Assert.Equal((ToldState.Known, 105m), (told[""].State, told[""].Low));
        Assert.Equal((ToldState.Withheld, RowTelling.TooFew), (told["sex=F"].State, told["sex=F"].Telling));
        Assert.Equal((ToldState.Withheld, RowTelling.WouldGiveAway), (told["sex=M"].State, told["sex=M"].Telling));
        Assert.Null(told["sex=F"].Low);
    }

    [Fact]
    public void A_share_is_computed_anew_from_its_rounded_numbers()
    {
        var told = Told(Percent, Share("", 764, 12_320), Share("sex=F", 196, 200));

        Assert.Equal((765m, 12_320m, 6.2m, 5), (told[""].Numerator, told[""].Denominator, told[""].Low, told[""].RoundedTo));
        Assert.Equal(ToldState.Withheld, told["sex=F"].State);
    }

    [Fact]
    public void A_share_without_its_numbers_is_withheld_because_nobody_can_tell_how_few_it_is_about()
    {
        var told = Told(Percent, GivenIndicators.Point(Indicator, "2025", 6.2m).Published());

        Assert.Equal((ToldState.Withheld, RowTelling.NotChecked), (told[""].State, told[""].Telling));
    }

    [Fact]
    public void An_interval_of_the_whole_is_rounded_outwards_and_of_a_part_withheld()
    {
        var told = Told(Count, Value("", Figure.Between(42m, 58m)), Value("sex=F", Figure.Between(12m, 18m)), Value("sex=M", Figure.Below(10m)));

        Assert.Equal((40m, 60m), (told[""].Low, told[""].High));
        Assert.Equal(RowTelling.NotChecked, told["sex=F"].Telling);
        Assert.Equal(RowTelling.NotChecked, told["sex=M"].Telling);
    }

    [Fact]
    public void Unknown_and_not_applicable_are_told_as_such()
    {
        var told = Told(Count, Value("", Figure.Unknown), Value("sex=F", Figure.NotApplicable));

        Assert.Equal([ToldState.Unknown, ToldState.NotApplicable], [told[""].State, told["sex=F"].State]);
    }

    [Fact]
    public void What_counts_no_people_is_told_as_recorded()
    {
        var told = new PublicFigures(Count, Nowhere, new HashSet<Guid>()).Of([People("", 3)], countsPeople: false).Single();

        Assert.Equal((ToldState.Known, 3m, null), (told.State, told.Low, told.RoundedTo));
    }

    [Fact]
    public void What_an_earlier_edition_told_is_told_again_and_nothing_new_gives_it_away()
    {
        // The first edition told the women; now four men in the south came in. Their region or the women would have to go.
        SeriesPoint whole = People("", 60), women = People("sex=F", 56);
        var first = new PublicFigures(Count, Nowhere, new HashSet<Guid>()).Of([women], countsPeople: true);
        Assert.Equal(ToldState.Known, first.Single().State);

        var second = new PublicFigures(Count, Nowhere, new HashSet<Guid> { women.Id }).Of([whole, women, People("sex=M", 4)], countsPeople: true).ToDictionary(f => f.Point.Dimensions);

        Assert.Equal(ToldState.Known, second["sex=F"].State);
        Assert.Equal(ToldState.Withheld, second["sex=M"].State);
        Assert.Equal((ToldState.Withheld, RowTelling.WouldGiveAway), (second[""].State, second[""].Telling));
    }

    private static readonly Dictionary<string, Region> Nowhere = [];

    private static Dictionary<string, PublicFigure> Told(IndicatorDefinition card, params SeriesPoint[] points) =>
        new PublicFigures(card, Nowhere, new HashSet<Guid>()).Of(points, countsPeople: true).ToDictionary(f => f.Point.Dimensions);

    private static SeriesPoint People(string dimensions, decimal count) => Value(dimensions, Figure.Exact(count));

    private static SeriesPoint Value(string dimensions, Figure value) => GivenIndicators.Point(Indicator, "2025", value, dimensions: dimensions).Published();

    private static SeriesPoint Share(string dimensions, decimal numerator, decimal denominator)
    {
        var point = Value(dimensions, Figure.Exact(100m * numerator / denominator));
        (point.Numerator, point.Denominator) = (numerator, denominator);
        return point;
    }
}
