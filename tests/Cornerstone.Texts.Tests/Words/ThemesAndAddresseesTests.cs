namespace Cornerstone.Texts.Tests.Words;

public sealed class ThemesAndAddresseesTests
{
    [Theory]
    [InlineData("Stresses that security sector reform needs oversight;", "security-sector-reform governance")]
    [InlineData("Stresses women’s participation in the police;", "gender police")]
    [InlineData("Stresses child protection and the role of youth;", "youth children")]
    [InlineData("Recalls disarmament, demobilization and reintegration;", "ddr")]
    [InlineData("Welcomes the work of the AU;", "partnerships")]
    [InlineData("Welcomes small-arms control;", "small-arms")]
    [InlineData("Notes the seat at the table;", "")]
    public void Words_show_themes(string text, string themes)
    {
        var read = Reading.Of(text);

        Assert.Equal(themes.Split(' ', StringSplitOptions.RemoveEmptyEntries), read.Themes);
    }

    [Theory]
    [InlineData("Encourages Member States undertaking reform, to take the lead;", "states-undertaking-reform")]
    [InlineData("Requests the Secretary-General to inform the African Union;", "secretary-general")]
    [InlineData("Requests that the Secretary-General report on Member States;", "secretary-general")]
    [InlineData("Calls upon all parties and the Government of Solenia to meet;", "host-country parties")]
    [InlineData("Decides that Member States shall report;", "member-states")]
    [InlineData("Decides to extend the mandate of the mission;", "council")]
    [InlineData("Welcomes the report of the Secretary-General;", "")]
    public void Who_is_asked_is_told_from_who_is_mentioned(string text, string addressees)
    {
        var read = Reading.Of(text);

        Assert.Equal(addressees.Split(' ', StringSplitOptions.RemoveEmptyEntries), read.Addressees);
    }

    [Fact]
    public void A_recommendation_asks_by_its_kind()
    {
        var read = Reading.Of("The United Nations will strengthen its advice, and Member States should publish their budgets.", ProvisionKind.Recommendation);

        Assert.Equal(2, read.Strength);
        Assert.Equal(["member-states", "un-entities"], read.Addressees);
    }

    [Fact]
    public void Conditions_are_kept()
    {
        var read = Reading.Of("Urges support, as appropriate, upon request and where mandated, inter alia through training;");

        Assert.Equal(["as appropriate", "where mandated", "upon request", "inter alia"], read.Conditions);
    }

    [Fact]
    public void Every_list_has_distinct_codes_that_fit_its_marks()
    {
        foreach (var list in new[] { Themes.All, Addressees.All, Conditions.All })
        {
            Assert.InRange(list.Count, 10, 64);
            Assert.Equal(list.Count, list.Select(entry => entry.Code).Distinct().Count());
            Assert.All(list, entry => Assert.DoesNotContain("", entry.Words));
        }
    }

    [Fact]
    public void A_text_in_another_language_has_references_but_no_English_themes()
    {
        var read = Reading.Of("Rappelant la résolution 2151 (2014) sur la justice et la police,", ProvisionKind.PP, language: "fr");

        Assert.Single(read.References);
        Assert.Empty(read.Themes);
    }
}
