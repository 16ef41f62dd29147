using System.Text.RegularExpressions;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.IndicatorCatalogue;

public sealed partial class CatalogueTests
{
    [Fact]
    public void Every_entry_has_a_formula_a_source_and_a_name_in_English_French_and_Arabic()
    {
        Assert.Equal(26, CatalogueEntry.All.Count);
        Assert.Equal(CatalogueEntry.All.Count, CatalogueEntry.All.Select(e => e.Code).Distinct().Count());
        Assert.All(CatalogueEntry.All, e => Assert.False(string.IsNullOrWhiteSpace(e.Formula) || string.IsNullOrWhiteSpace(e.Source)));
        Assert.All(CatalogueEntry.All, e => Assert.Equal(["ar", "en", "fr"], e.Name.Keys.Order()));
    }

    [Fact]
    public void A_ratio_is_never_averaged_and_names_what_it_divides()
    {
        var ratios = CatalogueEntry.All.Where(e => e.Unit is IndicatorUnit.Percent or IndicatorUnit.RatioPer100k).ToList();

        Assert.NotEmpty(ratios);
        Assert.All(ratios, e => Assert.True(e.Numerator is not null && e.Denominator is not null, e.Code));
        Assert.All(ratios, e => Assert.Equal(RollUpRule.WeightedMean, e.OverDimensions));
    }

    [Fact]
    public void Police_per_100000_is_context_only_and_brings_no_target_along()
    {
        var police = CatalogueEntry.All.Single(e => e.Code == "SSR-01");

        var (indicator, card) = police.ForCountry("XS", Classification.Public, "Secretariat", null, DateTimeOffset.UnixEpoch);

        Assert.True(police.IsContextOnly);
        Assert.Equal((IndicatorState.Proposed, Direction.Maintain), (indicator.State, card.Direction));
        Assert.Null(card.BandLow);
        Assert.Null(card.BandHigh);
    }

    // The "222 police per 100,000" is a myth (domain handbook §4.5): it is a target nowhere, in no data and no demonstration.
    [Fact]
    public void The_myth_of_222_police_officers_stands_nowhere()
    {
        var files = Repository.Files("src/Cornerstone", "*.json").Concat(Repository.Files("src/Cornerstone", "*.csv"))
            .Where(f => f.Contains("/IndicatorCatalogue/", StringComparison.Ordinal) || f.EndsWith("/targets.csv", StringComparison.Ordinal) || f.EndsWith("/indicators.csv", StringComparison.Ordinal))
            .ToList();

        Assert.True(files.Count >= 3);
        Assert.All(files, f => Assert.DoesNotMatch(Myth(), File.ReadAllText(f)));
    }

    [Fact]
    public void There_are_26_reference_figures_and_nine_notes_of_their_traps()
    {
        Assert.Equal(Enumerable.Range(1, 26), ReferenceFigure.All.Select(f => f.Number));
        Assert.Equal("abcdefghi", string.Concat(ReferenceFigure.Traps.Select(t => t.Key)));
        Assert.All(ReferenceFigure.All, f => Assert.True(f.Figure.IsKnown));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(21)]
    public void A_pair_without_years_has_no_place_on_an_axis_of_time(int number)
    {
        var pair = ReferenceFigure.All.Single(f => f.Number == number);

        Assert.True(pair.IsPair);
        Assert.False(pair.IsDatedPair);
    }

    [Fact]
    public void Intervals_bounds_and_approximate_figures_stay_what_they_are()
    {
        ReferenceFigure Of(int number) => ReferenceFigure.All.Single(f => f.Number == number);

        Assert.True(Of(22).Figure.IsInterval && Of(22).Second!.IsInterval && Of(22).IsDatedPair);
        Assert.Null(Of(22).Figure.Number);
        Assert.True(Of(23).Figure.IsUpperBound);
        Assert.True(Of(6).Figure.IsApproximate && Of(9).Figure.IsApproximate && Of(11).Figure.IsApproximate);
    }

    [GeneratedRegex(@"(?<![\d.])222(?![\d.])", RegexOptions.None, 2000)]
    private static partial Regex Myth();
}
