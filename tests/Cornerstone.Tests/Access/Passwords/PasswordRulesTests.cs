using Cornerstone.Access.Passwords;

namespace Cornerstone.Tests.Access.Passwords;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("password1234")]
    [InlineData("P@ssw0rd2026!")]
    [InlineData("MotDePasse2026")]
    [InlineData("qwertyuiop123")]
    [InlineData("poiuytrewq987")]
    [InlineData("abcdefghijklm")]
    [InlineData("123456789012")]
    [InlineData("welcomewelcome")]
    [InlineData("Cornerstone2026!")]
    [InlineData("administrator1")]
    [InlineData("january february")]
    [InlineData("aaaabbbbaaaab")]
    [InlineData("пароль123456789")]
    public void What_everybody_tries_first_is_refused(string password) => Assert.True(PasswordRules.IsGuessable(password));

    [Fact]
    public void One_s_own_name_and_address_are_refused() =>
        Assert.True(PasswordRules.IsGuessable("nadir.selo.solenia1", "Nadir Selo", "nadir@solenia.example"));

    [Theory]
    [InlineData("seven quiet lanterns")]
    [InlineData("correct horse battery staple")]
    [InlineData("ثلاثة قوارب خضراء")]
    [InlineData("tr7Kq-vw9Lm_zP2")]
    [InlineData("le chat du voisin dort")]
    public void Several_words_or_drawn_letters_are_good_without_any_rule_of_composition(string password)
    {
        Assert.True(PasswordRules.IsLongEnough(password));
        Assert.False(PasswordRules.IsGuessable(password, "Nadir Selo", "nadir@solenia.example"));
    }

    [Fact]
    public void Eleven_characters_are_too_few_and_two_hundred_are_not_too_many()
    {
        Assert.False(PasswordRules.IsLongEnough("elevenchars"));
        Assert.True(PasswordRules.Longest >= 64);
    }
}
