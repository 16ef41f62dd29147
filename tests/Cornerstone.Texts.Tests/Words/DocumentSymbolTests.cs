namespace Cornerstone.Texts.Tests.Words;

public sealed class DocumentSymbolTests
{
    [Theory]
    [InlineData("S/RES/2553 (2020)", "S/RES/2553 (2020)")]
    [InlineData("S/RES/2151(2014)", "S/RES/2151 (2014)")]
    [InlineData("S/2020/1158", "S/2020/1158")]
    [InlineData("S/2014/302", "S/2014/302")]
    [InlineData("S/2020/253", "S/2020/253")]
    [InlineData("S/PRST/2007/3", "S/PRST/2007/3")]
    [InlineData("S/PRST/2008/14", "S/PRST/2008/14")]
    [InlineData("S/PRST/2011/19", "S/PRST/2011/19")]
    [InlineData("S/PRST/2014/5", "S/PRST/2014/5")]
    [InlineData("A/62/659-S/2008/39", "A/62/659-S/2008/39")]
    [InlineData("A/67/970-S/2013/480", "A/67/970-S/2013/480")]
    [InlineData("A/63/881-S/2009/304", "A/63/881-S/2009/304")]
    [InlineData("A/67/499-S/2012/746", "A/67/499-S/2012/746")]
    [InlineData("A/67/775-S/2013/110", "A/67/775-S/2013/110")]
    [InlineData("A/RES/70/1", "A/RES/70/1")]
    [InlineData("A/RES/70/262", "A/RES/70/262")]
    [InlineData("A/75/982", "A/75/982")]
    [InlineData("S/2021/312", "S/2021/312")]
    [InlineData("S/12345", "S/12345")]
    [InlineData("S/PV.4072 (Resumption 1)", "S/PV.4072 (Resumption 1)")]
    [InlineData("S/2014/957/Add.1", "S/2014/957/Add.1")]
    [InlineData("A/RES/217 A (III)", "A/RES/217 A (III)")]
    [InlineData("A/RES/ES-11/1", "A/RES/ES-11/1")]
    [InlineData("A/HRC/RES/21/15", "A/HRC/RES/21/15")]
    [InlineData("A/HRC/43/2", "A/HRC/43/2")]
    [InlineData("E/CN.4/Sub.2/2005/17", "E/CN.4/Sub.2/2005/17")]
    [InlineData("ST/SGB/2003/13", "ST/SGB/2003/13")]
    [InlineData("S/AC.51/2020/3", "S/AC.51/2020/3")]
    [InlineData("A/C.3/75/L.1", "A/C.3/75/L.1")]
    public void Every_form_of_the_grammar_is_read(string written, string canonical)
    {
        var read = DocumentSymbol.TryParse(written, out var symbol);

        Assert.True(read);
        Assert.Equal(canonical, symbol.Value);
    }

    [Theory]
    [InlineData(" s/res/2151(2014) ", "S/RES/2151 (2014)")]
    [InlineData("S/RES/2151\u00A0(2014)", "S/RES/2151 (2014)")]
    [InlineData("S / RES / 2151  ( 2014 )", "S/RES/2151 (2014)")]
    [InlineData(@"S/RES/2151\(2014\)", "S/RES/2151 (2014)")]
    [InlineData("Ｓ／ＲＥＳ／２１５１（２０１４）", "S/RES/2151 (2014)")]
    [InlineData("A/67/970–S/2013/480", "A/67/970-S/2013/480")]
    [InlineData("A/67/970 — s/2013/480", "A/67/970-S/2013/480")]
    [InlineData("s/2014/957/add.1", "S/2014/957/Add.1")]
    [InlineData("s/pv.8000", "S/PV.8000")]
    public void What_people_paste_becomes_canonical(string pasted, string canonical)
    {
        var symbol = DocumentSymbol.Parse(pasted);

        Assert.Equal(canonical, symbol.Value);
    }

    [Theory]
    [InlineData("S/RES/2553", "S/RES/2553 (2020)")]
    [InlineData("SRES2553(2020)", "S/RES/2553 (2020)")]
    [InlineData("S-2020-1158", "S/2020/1158")]
    [InlineData("S-PRST-2007-3", "S/PRST/2007/3")]
    [InlineData("Resolution 2151", "S/RES/2151 (2014)")]
    public void A_broken_symbol_is_refused_but_a_repair_is_proposed(string broken, string proposed)
    {
        var strict = DocumentSymbol.TryParse(broken, out _);
        var lenient = DocumentSymbol.TryParseLenient(broken, out var proposal);

        Assert.False(strict);
        Assert.True(lenient);
        Assert.Equal(proposed, proposal.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("and/or")]
    [InlineData("S/RES/0 (2020)")]
    [InlineData("S/RES/99999")]
    [InlineData("T/PCCs")]
    [InlineData("A/RES")]
    [InlineData("S/2020/")]
    public void What_names_no_document_is_refused_both_ways(string? text)
    {
        var strict = DocumentSymbol.TryParse(text, out _);
        var lenient = DocumentSymbol.TryParseLenient(text, out _);

        Assert.False(strict);
        Assert.False(lenient);
    }

    [Fact]
    public void A_joint_symbol_names_one_document_twice()
    {
        var symbol = DocumentSymbol.Parse("A/67/970-S/2013/480");

        Assert.Equal(["A/67/970", "S/2013/480"], symbol.Aliases);
        Assert.Equal("https://undocs.org/en/S/2013/480", symbol.OfficialAddress);
    }

    [Fact]
    public void A_session_document_is_not_the_resolution_of_the_same_number()
    {
        var document = DocumentSymbol.Parse("A/70/1");
        var resolution = DocumentSymbol.Parse("A/RES/70/1");

        Assert.NotEqual(document, resolution);
        Assert.Equal(DocumentKind.Other, document.Kind);
        Assert.Equal(DocumentKind.GeneralAssemblyResolution, resolution.Kind);
    }

    [Theory]
    [InlineData("S/RES/2151 (2014)", "https://undocs.org/en/S/RES/2151(2014)")]
    [InlineData("S/PRST/2007/3", "https://undocs.org/en/S/PRST/2007/3")]
    public void The_official_address_has_no_space(string symbol, string address)
    {
        Assert.Equal(address, DocumentSymbol.Parse(symbol).OfficialAddress);
    }

    [Theory]
    [InlineData("S/RES/2553 (2020)", "/un/sc/res/2553/2020")]
    [InlineData("S/PRST/2007/3", "/un/sc/prst/2007/3")]
    [InlineData("S/2020/1158", "/un/sc/s/2020/1158")]
    [InlineData("A/RES/70/262", "/un/ga/res/70/262")]
    [InlineData("A/70/1", "/un/ga/a/70/1")]
    [InlineData("A/67/970-S/2013/480", "/un/ga/a/67/970-s/2013/480")]
    [InlineData("A/RES/217 A (III)", "/un/ga/res/217_a_(iii)")]
    [InlineData("S/PV.4072 (Resumption 1)", "/un/sc/s/pv.4072_(resumption_1)")]
    [InlineData("A/HRC/RES/21/15", "/un/hrc/a/hrc/res/21/15")]
    [InlineData("S/2014/957/Add.1", "/un/sc/s/2014/957/add.1")]
    public void The_platform_address_reads_back_to_the_same_symbol(string written, string address)
    {
        var symbol = DocumentSymbol.Parse(written);

        var back = DocumentSymbol.TryFromPlatformId(symbol.PlatformId, out var again);

        Assert.Equal(address, symbol.PlatformId);
        Assert.True(back);
        Assert.Equal(symbol, again);
    }

    [Fact]
    public void A_report_is_addressed_under_its_author_and_a_provision_can_follow()
    {
        var address = DocumentSymbol.Parse("S/2022/280").PlatformIdAs(DocumentKind.SecretaryGeneralReport) + "/rec/10";

        var back = DocumentSymbol.TryFromPlatformId(address, out var symbol, out var provision);

        Assert.Equal("/un/sg/s/2022/280/rec/10", address);
        Assert.True(back);
        Assert.Equal("S/2022/280", symbol.Value);
        Assert.Equal("rec/10", provision);
    }

    [Theory]
    [InlineData(2553, 2020)]
    [InlineData(2151, 2014)]
    [InlineData(1325, 2000)]
    [InlineData(1, 1946)]
    [InlineData(338, 1973)]
    public void The_register_knows_the_year_of_a_number(int number, int year)
    {
        Assert.Equal(year, ResolutionRegister.YearOf(number));
        Assert.False(ResolutionRegister.Agrees(number, year + 1));
    }
}
