using Cornerstone.Features.Support;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Support;

public sealed class ComponentSharesTests
{
    [Fact]
    public void Vocabularies_say_the_same_money_again_so_one_of_them_answers() =>
        Assert.Equal(
            [("DEF", (decimal?)70m), ("POL", 30m)],
            ComponentShares.Of([new("15132", null, 60m), new("15210", null, 40m), new("151", "2", 100m), new("POL", ComponentShares.Vocabulary, 30m), new("DEF", ComponentShares.Vocabulary, 70m)]));

    [Fact]
    public void A_publishers_own_codes_that_are_no_components_leave_the_word_to_the_purposes_of_the_dac() =>
        Assert.Equal([("POL", (decimal?)60m), (null, 40m)], ComponentShares.Of([new("15132", null, 60m), new("15210", null, 40m), new("A-17", ComponentShares.Vocabulary, 100m)]));

    [Theory]
    [InlineData("0")]
    [InlineData("1")]
    [InlineData("POL,JUS")]
    [InlineData("pol")]
    public void A_number_or_another_word_is_no_component(string code) => Assert.Null(ComponentShares.Named(code));

    [Fact]
    public void Its_name_is_a_component() => Assert.Equal(Component.POL, ComponentShares.Named("POL"));
}
