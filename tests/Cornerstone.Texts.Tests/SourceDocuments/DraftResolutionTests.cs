namespace Cornerstone.Texts.Tests.SourceDocuments;

public sealed class DraftResolutionTests
{
    [Fact]
    public void The_draft_says_what_it_is_on_its_first_page()
    {
        var draft = SourceDocument.Draft;

        Assert.Equal((DocumentKind.DraftResolution, "S/2020/1158"), (draft.Kind, draft.Symbol));
        Assert.Equal(new DateOnly(2020, 12, 3), draft.Date);
        Assert.Equal(("General", "20-16351", "English"), (draft.Metadata.Distribution, draft.Metadata.JobNumber, draft.Metadata.OriginalLanguage));
    }

    [Fact]
    public void The_draft_has_the_structure_of_the_resolution_and_31_sponsors()
    {
        var draft = SourceDocument.Draft;

        Assert.Equal(SourceDocument.Resolution.Provisions.Select(p => p.Id), draft.Provisions.Select(p => p.Id));
        Assert.Equal(31, draft.Sponsors.Count);
        Assert.Equal(("Algeria", "Côte d’Ivoire", "United Republic of Tanzania"), (draft.Sponsors[0], draft.Sponsors[6], draft.Sponsors[^1]));
    }

    [Fact]
    public void Draft_and_adopted_text_differ_in_one_token_once_the_layout_is_gone()
    {
        // The copies also differ in typographic apostrophes.
        var different = SourceDocument.Draft.Provisions.Zip(SourceDocument.Resolution.Provisions)
            .Where(pair => pair.First.Text.Replace('’', '\'') != pair.Second.Text.Replace('’', '\''))
            .ToList();

        var (draft, adopted) = Assert.Single(different);
        Assert.Equal("pp/3", draft.Id);
        Assert.Equal(adopted.Text, draft.Text.Replace("A/RES/70/1", "A/70/1"));
    }

    [Fact]
    public void Words_that_the_extraction_split_are_whole_again()
    {
        var draft = SourceDocument.Draft;

        Assert.Contains("national security sector reform priorities", draft.The("pp/16").Text, StringComparison.Ordinal);
        Assert.Contains("some post-conflict countries", draft.The("pp/12").Text, StringComparison.Ordinal);
        Assert.Contains("skills and expertise to host-country officials", draft.The("op/14").Text, StringComparison.Ordinal);
        Assert.Contains("a community-oriented approach", draft.The("op/17").Text, StringComparison.Ordinal);
        Assert.Contains("and emphasizing the role United Nations", SourceDocument.EarlierDraft.The("pp/10").Text, StringComparison.Ordinal);
        Assert.Contains("work through the existing coordination mechanisms", SourceDocument.EarlierDraft.The("pp/13").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_of_the_page_stays_in_a_paragraph()
    {
        var provisions = SourceDocument.Draft.Provisions.Concat(SourceDocument.EarlierDraft.Provisions);

        Assert.DoesNotContain(provisions, p => p.Text.Contains("undocs.org", StringComparison.Ordinal) || p.Text.Contains("20-16351", StringComparison.Ordinal)
            || p.Text.Contains("14-31379", StringComparison.Ordinal) || p.Text.Contains("S/2020/1158", StringComparison.Ordinal) || p.Text.Contains("  ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_draft_of_2151_has_18_preambular_and_20_operative_paragraphs_6_points_and_41_sponsors()
    {
        var draft = SourceDocument.EarlierDraft;

        Assert.Equal("S/2014/302", draft.Symbol);
        Assert.Equal(new DateOnly(2014, 4, 28), draft.Date);
        Assert.Equal((18, 20, 6), (draft.Count(ProvisionKind.PP), draft.Count(ProvisionKind.OP), draft.Count(ProvisionKind.Point)));
        Assert.Equal(["(a)", "(b)", "(c)", "(d)", "(e)", "(f)"], draft.PointsOf("op/15"));
        Assert.Equal(41, draft.Sponsors.Count);
        Assert.Equal(["New Zealand", "United Kingdom of Great Britain and Northern Ireland", "United States of America"], [draft.Sponsors[25], draft.Sponsors[^2], draft.Sponsors[^1]]);
    }
}
