using Cornerstone.Features.OdaEligibility;
using Cornerstone.Iati;

namespace Cornerstone.Tests.Features.OdaEligibility;

public sealed class SsrPurposeTests
{
    [Theory]
    [InlineData("15210", true, true, true)]
    [InlineData("15240", false, true, true)]
    [InlineData("15132", false, false, true)] // Police: reform only where it serves an objective.
    [InlineData("15118", false, false, true)]
    [InlineData("15250", false, false, false)]
    [InlineData("16063", false, false, false)]
    [InlineData("99810", false, false, false)]
    [InlineData("12220", false, false, false)]
    [InlineData(null, false, false, false)]
    public void Core_and_broad_are_two_views(string? code, bool core, bool broad, bool broadWhenLinked) =>
        Assert.Equal((core, broad, broadWhenLinked), (SsrPurpose.IsCore(code), SsrPurpose.IsBroad(code, servesReform: false), SsrPurpose.IsBroad(code, servesReform: true)));

    [Fact]
    public void A_withdrawn_code_stands_to_reform_as_its_successor_does() => Assert.All(
        SsrPurpose.All.Select(p => (p.Scope, Next: CodeLists.Sector.Find(p.Code)!.Successor)).Where(p => p.Next is not null),
        p => Assert.True(SsrPurpose.ScopeOf(p.Next) == p.Scope || SsrPurpose.ScopeOf(p.Next) == SsrScope.Outside));

    [Fact]
    public void Every_code_of_the_list_is_one_of_the_DAC_and_has_a_name_in_three_languages() => Assert.All(SsrPurpose.All, p =>
    {
        Assert.NotNull(CodeLists.Sector.Find(p.Code));
        Assert.All(["en", "fr", "ar"], code => Assert.NotEmpty(p.Name.In(code)));
    });

    [Fact]
    public void The_reference_line_is_the_reports_and_the_whole_it_implies_is_a_span()
    {
        Assert.Equal((802_000_000m, 2019, "S/2022/280"), (SsrReferenceLine.Amount.Amount, SsrReferenceLine.Year, SsrReferenceLine.Source.Symbol));
        var (least, most) = SsrReferenceLine.ImpliedTotal;
        Assert.Equal((123m, 146m), (decimal.Round(least.Amount / 1_000_000_000m), decimal.Round(most.Amount / 1_000_000_000m)));
        Assert.Equal(133.7m, decimal.Round(SsrReferenceLine.Amount.Amount / SsrReferenceLine.Share.Share / 1_000_000_000m, 1));
    }
}
