namespace Cornerstone.Texts.Tests.Words;

public sealed class LeadVerbTests
{
    [Theory]
    [InlineData("Reaffirming its commitment to the people of Solenia,", "Reaffirming")]
    [InlineData("Recalling also its earlier visit,", "Recalling also")]
    [InlineData("Expressing deep concern at the fighting,", "Expressing deep concern")]
    [InlineData("Taking note with appreciation of the report,", "Taking note with appreciation")]
    [InlineData("Bearing in mind the needs of the population,", "Bearing in mind")]
    [InlineData("Having also considered the report,", "Having also considered")]
    [InlineData("Deeply concerned by the fighting,", "Deeply concerned")]
    [InlineData("Remaining gravely concerned at the fighting,", "Remaining gravely concerned")]
    [InlineData("Acting under Chapter VII of the Charter of the United Nations,", "Acting under")]
    [InlineData("Recognizes that much is to be done,", "Recognizes")]
    [InlineData("Welcoming further progress in training,", "Welcoming")]
    [InlineData("Extolling the courage of the judges,", "Extolling")]
    [InlineData("Chiding the parties for their delay,", "Chiding")]
    public void A_preambular_paragraph_opens_with_its_verb_and_what_completes_it(string text, string opening)
    {
        var read = Reading.Of(text, ProvisionKind.PP);

        Assert.Equal(opening, read.LeadVerbs[0]);
    }

    [Theory]
    [InlineData("Decides to extend the mandate;", 5, "Decides")]
    [InlineData("Requests the Secretary-General to report;", 4, "Requests")]
    [InlineData("Further calls upon all parties to stop;", 3, "Further calls upon")]
    [InlineData("Reiterates its call on all parties to stop;", 3, "Reiterates its call")]
    [InlineData("Continues to urge all parties to stop;", 3, "Continues to urge")]
    [InlineData("Also encourages Member States to help;", 2, "Also encourages")]
    [InlineData("Expresses its deep concern at the delay;", 1, "Expresses its deep concern")]
    [InlineData("Stresses that reform belongs to the country;", 1, "Stresses")]
    [InlineData("Takes note of the plan;", 0, "Takes note")]
    [InlineData("Recognizing that youth should take part;", 0, "Recognizing")]
    public void An_operative_paragraph_is_as_strong_as_its_verb(string text, int strength, string opening)
    {
        var read = Reading.Of(text);

        Assert.Equal(strength, read.Strength);
        Assert.Equal([opening], read.LeadVerbs);
    }

    [Fact]
    public void The_strongest_of_several_verbs_counts()
    {
        var read = Reading.Of("Stresses the value of oversight, welcoming the new law, and in this regard urges the parliament to adopt it, and further requests the Mission to help;");

        Assert.Equal(["Stresses", "welcoming", "urges", "further requests"], read.LeadVerbs);
        Assert.Equal(4, read.Strength);
    }

    [Fact]
    public void What_only_qualifies_an_act_is_no_act()
    {
        var read = Reading.Of("Requests the Secretary-General, taking into account the views of the Government, to report, bearing in mind the season;");

        Assert.Equal(["Requests"], read.LeadVerbs);
    }

    [Theory]
    [InlineData("Welcomes the calls and requests of the population;")]
    [InlineData("Welcomes the support and notes of the Committee;")]
    public void A_noun_that_looks_like_a_verb_is_none(string text)
    {
        var read = Reading.Of(text);

        Assert.Equal(["Welcomes"], read.LeadVerbs);
    }

    [Fact]
    public void The_verb_may_come_after_an_introduction()
    {
        var read = Reading.Of("In this regard, requests the Secretary-General to report;");

        Assert.Equal(["requests"], read.LeadVerbs);
    }

    [Fact]
    public void A_point_opens_with_an_infinitive_and_has_the_strength_of_its_chapeau()
    {
        var chapeau = Reading.Of("Requests the Secretary-General to consider undertaking the following:");

        var point = Reading.Of("Ensure that assistance respects the arms embargo, where applicable;", ProvisionKind.Point, chapeau);

        Assert.Equal(["Ensure"], point.LeadVerbs);
        Assert.Equal(4, point.Strength);
        Assert.Equal(["where applicable", "to consider"], point.Conditions);
        Assert.Equal(["secretary-general"], point.Addressees);
    }

    [Fact]
    public void A_finite_verb_in_a_point_does_not_free_it_from_its_chapeau()
    {
        var chapeau = Reading.Of("Requests the Secretary-General to do the following:");

        var point = Reading.Of("Encourages a timely transition;", ProvisionKind.Point, chapeau);

        Assert.Equal(["Encourages"], point.LeadVerbs);
        Assert.Equal(4, point.Strength);
    }

    [Theory]
    [InlineData("Decides to remain actively seized of the matter.")]
    [InlineData("Decides to remain seized of the matter.")]
    public void Remaining_seized_is_housekeeping_without_strength(string text)
    {
        var read = Reading.Of(text);

        Assert.True(read.IsHousekeeping);
        Assert.Null(read.Strength);
    }

    [Fact]
    public void A_statement_speaks_in_the_name_of_the_Council()
    {
        var read = Reading.Of("The Security Council underscores the need for oversight and calls upon donors to help.", ProvisionKind.Para, document: DocumentKind.PresidentialStatement);

        Assert.Equal(["underscores", "calls upon"], read.LeadVerbs);
        Assert.Equal(3, read.Strength);
    }

    [Fact]
    public void Each_sentence_of_a_statement_can_carry_an_act()
    {
        var read = Reading.Of("“The Security Council pays tribute to the mission. It notes in particular its courage. The Council urges the Government to help it.", ProvisionKind.Para, document: DocumentKind.PresidentialStatement);

        Assert.Equal(["pays tribute", "notes", "urges"], read.LeadVerbs);
    }

    [Fact]
    public void A_statement_that_remains_seized_is_housekeeping_too()
    {
        var read = Reading.Of("“The Security Council will remain actively seized of the matter.”", ProvisionKind.Para, document: DocumentKind.PresidentialStatement);

        Assert.True(read.IsHousekeeping);
    }

    [Fact]
    public void A_report_asks_in_the_first_person()
    {
        var read = Reading.Of("Progress is slow. I urge the Government to publish its budget.", ProvisionKind.Para, document: DocumentKind.SecretaryGeneralReport);

        Assert.Equal(["urge"], read.LeadVerbs);
        Assert.Equal(3, read.Strength);
    }

    [Fact]
    public void Narrative_without_an_act_has_no_strength()
    {
        var read = Reading.Of("The police academy trained 300 officers, noting that half were women.", ProvisionKind.Para, document: DocumentKind.SecretaryGeneralReport);

        Assert.Empty(read.LeadVerbs);
        Assert.Null(read.Strength);
    }
}
