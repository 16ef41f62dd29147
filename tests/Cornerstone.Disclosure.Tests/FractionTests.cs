namespace Cornerstone.Disclosure.Tests;

public sealed class FractionTests
{
    private static readonly Fraction Third = (Fraction)1 / 3;

    [Fact]
    public void Thirds_add_up_to_one() => Assert.Equal(Fraction.One, Third + Third + Third);

    [Fact]
    public void A_quotient_is_in_lowest_terms_with_its_sign_above() => Assert.Equal("-2/3", (((Fraction)8) / -12).ToString());

    [Fact]
    public void The_whole_numbers_around_a_fraction_below_zero_are_found() =>
        Assert.Equal((-1, 0), ((int)(-Third).Floor(), (int)(-Third).Ceiling()));

    [Fact]
    public void The_value_that_nothing_was_assigned_to_is_zero() => Assert.Equal(0, default(Fraction) + 0);
}
