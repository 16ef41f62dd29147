using Cornerstone.Features.ServedProvisions;

namespace Cornerstone.Tests.Features.ServedProvisions;

public sealed class CitedProvisionTests
{
    [Theory]
    [InlineData("S/RES/2577 (2021)", "2", "/un/sc/res/2577/2021/op/2")]
    [InlineData("S/RES/2553 (2020)", "20 (k)", "/un/sc/res/2553/2020/op/20/k")]
    [InlineData("S/RES/2553 (2020)", "para. 20(e)", "/un/sc/res/2553/2020/op/20/e")]
    [InlineData("S/RES/2553 (2020)", "preambular 3", "/un/sc/res/2553/2020/pp/3")]
    [InlineData("S/RES/2553 (2020)", "op/20/e", "/un/sc/res/2553/2020/op/20/e")]
    [InlineData("S/RES/2553 (2020)", "somewhere", null)]
    [InlineData("S/2022/280", "rec/7", "/un/sc/s/2022/280/rec/7")]
    [InlineData("S/2022/280", "recommendation 7", "/un/sc/s/2022/280/rec/7")]
    [InlineData("a letter", "2", null)]
    public void A_paragraph_is_cited_as_people_cite_it(string symbol, string paragraph, string? id)
    {
        Assert.Equal(id, CitedProvision.IdOf(symbol, paragraph));
    }

    [Fact]
    public void A_bare_number_may_be_an_operative_paragraph_or_one_of_a_report()
    {
        Assert.Equal(["op/44", "para/44"], CitedProvision.Candidates("44"));
        Assert.Equal(["op/20/k/ii", "para/20/k/ii"], CitedProvision.Candidates("20 (k) (ii)"));
        Assert.Empty(CitedProvision.Candidates("the last one"));
    }
}
