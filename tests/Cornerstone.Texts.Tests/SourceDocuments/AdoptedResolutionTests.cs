namespace Cornerstone.Texts.Tests.SourceDocuments;

public sealed class AdoptedResolutionTests
{
    [Fact]
    public void The_presidents_letter_holds_the_resolution_as_its_part()
    {
        var letter = SourceDocument.Letter;

        Assert.Equal(DocumentKind.Letter, letter.Kind);
        Assert.Null(letter.Symbol);
        Assert.Equal(new DateOnly(2020, 12, 3), letter.Date);
        Assert.StartsWith("Letter dated 3 December 2020 from the President", letter.Title, StringComparison.Ordinal);
        Assert.Equal(("S/RES/2553 (2020)", DocumentKind.Resolution), (SourceDocument.Resolution.Symbol, SourceDocument.Resolution.Kind));
    }

    [Fact]
    public void A_starred_line_below_the_letter_is_its_footnote()
    {
        var note = Assert.Single(SourceDocument.Letter.Provisions, provision => provision.Kind == ProvisionKind.Footnote);

        Assert.Equal(("fn/*", "Circulated in the language of submission only."), (note.Id, note.Text));
    }

    [Fact]
    public void Resolution_2553_has_24_preambular_and_26_operative_paragraphs_and_11_points()
    {
        var resolution = SourceDocument.Resolution;

        Assert.Equal(24, resolution.Count(ProvisionKind.PP));
        Assert.Equal(Enumerable.Range(1, 26).Select(n => $"op/{n}"), resolution.Provisions.Where(p => p.Kind == ProvisionKind.OP).Select(p => p.Id));
        Assert.Equal("abcdefghijk".Select(letter => $"({letter})"), resolution.PointsOf("op/20"));
        Assert.Equal(61, resolution.Provisions.Count);
    }

    [Fact]
    public void A_preambular_paragraph_cut_by_a_page_is_one_paragraph()
    {
        var seventh = SourceDocument.Resolution.The("pp/7");

        Assert.Contains("all relevant stakeholders in security sector reform and the development of expertise", seventh.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_finite_verb_in_the_preamble_opens_a_preambular_paragraph_and_a_participle_below_a_number_an_operative_one()
    {
        var resolution = SourceDocument.Resolution;

        Assert.StartsWith("Recognizes the role", resolution.The("pp/10").Text, StringComparison.Ordinal);
        Assert.StartsWith("Recognizing that youth", resolution.The("op/6").Text, StringComparison.Ordinal);
        Assert.StartsWith("Encouraging the United Nations", resolution.The("op/11").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_leaves_no_trace_in_the_text()
    {
        var resolution = SourceDocument.Resolution;

        Assert.StartsWith("Recalling its resolutions 2151 (2014) on security sector reform and 2282 (2016) on the review", resolution.The("pp/2").Text, StringComparison.Ordinal);
        Assert.DoesNotContain(resolution.Provisions, provision => provision.Text.AsSpan().ContainsAny("*[]\\#"));
    }

    [Fact]
    public void The_vote_is_15_in_favour_by_name()
    {
        var vote = SourceDocument.Letter.Vote;

        Assert.NotNull(vote);
        Assert.Equal(15, vote.For.Count);
        Assert.Contains("Saint Vincent and the Grenadines", vote.For);
        Assert.Equal("Viet Nam", vote.For[^1]);
        Assert.Empty(vote.Against);
        Assert.Empty(vote.Abstain);
    }

    [Fact]
    public void The_31_sponsors_of_the_letter_are_those_of_the_draft()
    {
        Assert.Equal(31, SourceDocument.Letter.Sponsors.Count);
        Assert.Equal(SourceDocument.Draft.Sponsors, SourceDocument.Letter.Sponsors);
    }

    [Fact]
    public void The_letter_names_the_draft_and_the_agenda_item()
    {
        var metadata = SourceDocument.Resolution.Metadata;

        Assert.Equal("S/2020/1158", metadata.DraftSymbol);
        Assert.Equal("Maintenance of international peace and security", metadata.AgendaItem);
        Assert.Equal("English", SourceDocument.Letter.Metadata.OriginalLanguage);
        Assert.Equal("General", metadata.Distribution);
    }

    [Fact]
    public void Words_written_twice_are_kept_and_remarked_on()
    {
        var resolution = SourceDocument.Resolution;

        Assert.Contains("as well as resolutions as well as resolutions 2250 (2015)", resolution.The("pp/9").Text, StringComparison.Ordinal);
        Assert.Contains(resolution.Findings, finding => finding is { Rule: "repeated-words", At: "pp/9", Severity: FindingSeverity.Notice });
    }

    [Fact]
    public void A_provision_points_back_to_its_place_in_the_source()
    {
        var source = SourceDocument.Text("000");

        Assert.All(SourceDocument.Resolution.Provisions, provision => Assert.NotNull(provision.Offset));
        Assert.StartsWith("25. *Requests*", source[SourceDocument.Resolution.The("op/25").Offset!.Value..], StringComparison.Ordinal);
    }
}
