namespace Cornerstone.Texts.Tests.Words;

public sealed class ReferenceTests
{
    [Fact]
    public void A_list_with_a_missing_comma_is_split_on_number_and_year()
    {
        // S/RES/2553 (2020) prints the fifth and sixth number without a comma between them.
        var read = Reading.Of("Recalling its resolutions 1325 (2000), 1820 (2008), 1888 (2009), 1960 (2010), 2106 (2013) 2122 (2013), 2242 (2015), 2467 (2019) and 2493 (2019),", ProvisionKind.PP);

        Assert.Equal(9, read.References.Count);
        Assert.All(read.References, r => Assert.Equal(ReferenceStatus.Resolved, r.Status));
        Assert.Equal("2122 (2013)", read.References[5].Written);
        Assert.Equal("S/RES/2122 (2013)", read.References[5].Symbol);
    }

    [Theory]
    [InlineData("Recalling General Assembly resolution 70/262,", "A/RES/70/262")]
    [InlineData("Recalling General Assembly resolutions 60/180 and 70/262,", "A/RES/60/180 A/RES/70/262")]
    [InlineData("Recalling General Assembly resolution 217 A (III),", "A/RES/217 A (III)")]
    [InlineData("Recalling General Assembly resolution A/RES/70/1,", "A/RES/70/1")]
    [InlineData("Recalling Human Rights Council resolution 21/15,", "A/HRC/RES/21/15")]
    [InlineData("Taking note of the report (A/67/970-S/2013/480),", "A/67/970-S/2013/480")]
    [InlineData("Taking note of the report (A/72/707–S/2018/43),", "A/72/707-S/2018/43")]
    [InlineData("Recalling S/RES/2151(2014) and S/2014/957/Add.1.", "S/RES/2151 (2014) S/2014/957/Add.1")]
    [InlineData("Recalling the conclusions (S/AC.51/2020/3),", "S/AC.51/2020/3")]
    public void Every_short_and_full_form_resolves(string text, string symbols)
    {
        var read = Reading.Of(text, ProvisionKind.PP);

        Assert.Equal(symbols, string.Join(' ', Reading.Symbols(read)));
        Assert.All(read.References, r => Assert.Equal(ReferenceStatus.Resolved, r.Status));
    }

    [Fact]
    public void A_statement_with_its_symbol_is_one_reference()
    {
        var read = Reading.Of("Recalling the statements by its President of 21 February 2007 (S/PRST/2007/3), 12 May 2008 (S/PRST/2008/14) and 12 October 2011 (S/PRST/2011/19),", ProvisionKind.PP);

        Assert.Equal(["S/PRST/2007/3", "S/PRST/2008/14", "S/PRST/2011/19"], Reading.Symbols(read));
    }

    [Fact]
    public void A_statement_by_date_alone_is_listed_as_unresolved()
    {
        var read = Reading.Of("Recalling the statement of its President of 12 May 2008, and those of others,", ProvisionKind.PP);

        var reference = Assert.Single(read.References);
        Assert.Equal("statement of its President of 12 May 2008", reference.Written);
        Assert.Equal(ReferenceStatus.Unresolved, reference.Status);
        Assert.Equal("D3", Assert.Single(Enrichment.ReferenceFindings(read)).Rule);
    }

    [Fact]
    public void A_resolution_by_number_alone_is_unresolved_and_the_finding_proposes_the_year()
    {
        var read = Reading.Of("Underlines the need to carry out resolution 1701, without delay;");

        var reference = Assert.Single(read.References);
        Assert.Equal(("1701", ReferenceStatus.Unresolved), (reference.Written, reference.Status));
        Assert.Contains("S/RES/1701 (2006)", Assert.Single(Enrichment.ReferenceFindings(read)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_session_document_called_a_resolution_is_a_mismatch()
    {
        // The adopted copy of S/RES/2553 (2020) says A/70/1 where its draft says A/RES/70/1.
        var read = Reading.Of("Recalling its resolution 2282 (2016), which recalled General Assembly resolution A/70/1, entitled “Transforming our world”,", ProvisionKind.PP);

        Assert.Equal([ReferenceStatus.Resolved, ReferenceStatus.TypeMismatch], read.References.Select(r => r.Status));
        var finding = Assert.Single(Enrichment.ReferenceFindings(read));
        Assert.Equal(("type-mismatch", FindingSeverity.Warning), (finding.Rule, finding.Severity));
    }

    [Fact]
    public void A_number_with_the_year_of_another_is_found()
    {
        var read = Reading.Of("Recalling resolution 2151 (2015),", ProvisionKind.PP);

        Assert.Equal("D7", Assert.Single(Enrichment.ReferenceFindings(read)).Rule);
    }

    [Fact]
    public void The_documents_own_number_is_no_reference()
    {
        var read = Reading.Of("Requests a report on resolution 2553 (2020) and resolution 2151 (2014);");

        Assert.Equal(["S/RES/2151 (2014)"], Reading.Symbols(read));
    }

    [Theory]
    [InlineData("fr", "Rappelant sa résolution 2151 (2014) et la résolution 70/262 de l’Assemblée générale,", "A/RES/70/262")]
    [InlineData("es", "Recordando su resolución 2151 (2014),", "S/RES/2151 (2014)")]
    [InlineData("ru", "ссылаясь на свою резолюцию 2151 (2014),", "S/RES/2151 (2014)")]
    [InlineData("ar", "وإذ يشير إلى القرار 2151 (2014)،", "S/RES/2151 (2014)")]
    [InlineData("zh", "回顾其第2151(2014)号决议，", "S/RES/2151 (2014)")]
    public void Numbers_with_years_resolve_in_every_official_language(string language, string text, string last)
    {
        var read = Reading.Of(text, ProvisionKind.PP, language: language);

        Assert.Equal("S/RES/2151 (2014)", read.References[0].Symbol);
        Assert.Equal(last, read.References[^1].Symbol);
    }

    [Fact]
    public void The_Assemblys_pair_is_read_from_either_side()
    {
        // Arabic texts print session and number from right to left.
        var read = Reading.Of("وإذ يشير إلى القرار 182/46،", ProvisionKind.PP, language: "ar");

        Assert.Equal("A/RES/46/182", Assert.Single(read.References).Symbol);
    }

    [Theory]
    [InlineData("Welcomes the report of 21 February 2007 on 300 (three hundred) officers;")]
    [InlineData("Notes that 3/4 of the troops and/or 1,325 (in 2000) of the officers left;")]
    [InlineData("Recalls Article 41 and paragraph 7 (a) of the annex;")]
    public void Other_numbers_are_no_references(string text)
    {
        Assert.Empty(Reading.Of(text).References);
    }
}
