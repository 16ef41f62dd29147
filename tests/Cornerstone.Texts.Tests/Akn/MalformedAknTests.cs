using System.Text;

namespace Cornerstone.Texts.Tests.Akn;

public sealed class MalformedAknTests
{
    [Fact]
    public void A_closing_tag_without_its_opening_is_passed_over_and_named_with_line_and_column()
    {
        var document = Read(AknSamples.InBody("\n<paragraph><num>1.</num><content><p>Decides</docTitle>;</p></content></paragraph>"));

        Assert.Equal("Decides;", document.Provisions.Single().Text);
        var finding = Assert.Single(document.Findings, finding => finding.Rule == "X1");
        Assert.Matches("^Line [0-9]+, column [0-9]+: </docTitle> closes nothing", finding.Message);
    }

    [Fact]
    public void An_unclosed_element_costs_no_paragraph()
    {
        var document = Read(AknSamples.InBody("<paragraph><num>1.</num><content><p><span>Decides;</p></content></paragraph>"
            + "<paragraph><num>2.</num><content><p>Requests.</p></content></paragraph>"));

        Assert.Equal(["op/1", "op/2"], document.Provisions.Select(p => p.Id));
        Assert.Contains(document.Findings, finding => finding.Message.Contains("<span>", StringComparison.Ordinal));
    }

    [Fact]
    public void A_paragraph_that_is_never_closed_does_not_swallow_the_next()
    {
        var document = Read(AknSamples.InBody("<paragraph class=\"H1\"><span>Statement</span></docTitle></p>"
            + "<paragraph><num>1.</num><content><p>Decides;</p></content></paragraph><paragraph><num>2.</num><content><p>Requests.</p></content></paragraph>"));

        Assert.Equal(["op/1", "op/2"], document.Provisions.Where(p => p.Kind == ProvisionKind.OP).Select(p => p.Id));
        Assert.Equal("Statement", document.Provisions[0].Text);
    }

    [Theory]
    [InlineData("Peace & security", "Peace & security")]
    [InlineData("Peace&nbsp;now", "Peace now")]
    [InlineData("fewer than < 10", "fewer than < 10")]
    [InlineData("a &#x2019; b &#0; c", "a ’ b &#0; c")]
    [InlineData("<odd:b>Welcomes</odd:b> it", "Welcomes it")]
    public void Forgotten_escapes_and_undeclared_prefixes_keep_their_words(string inner, string expected)
    {
        var document = Read(AknSamples.InBody($"<paragraph><num>1.</num><content><p>{inner}</p></content></paragraph>"));

        Assert.Equal(expected, document.Provisions.Single().Text);
    }

    [Fact]
    public void A_file_cut_in_the_middle_keeps_what_came_before()
    {
        var whole = AknSamples.Resolution;

        var document = Read(whole[..whole.IndexOf("share plans", StringComparison.Ordinal)]);

        Assert.Contains(document.Provisions, p => p.Id == "op/1/a/i");
        Assert.Contains(document.Findings, finding => finding.Rule == "X1");
    }

    [Fact]
    public void No_cut_of_a_document_makes_the_reader_fail()
    {
        var whole = AknSamples.Resolution;

        for (var length = whole.IndexOf("<statement", StringComparison.Ordinal) + 12; length < whole.Length; length += 7)
        {
            Assert.NotNull(Read(whole[..length]));
        }
    }

    [Fact]
    public void Xml_of_another_vocabulary_is_refused_by_name()
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => Read("<?xml version=\"1.0\"?><iati-activities/>"));

        Assert.Equal(UnreadableRule.NotAkomaNtoso, refusal.Rule);
    }

    private static UnDocument Read(string xml) => AknReader.Read(Encoding.UTF8.GetBytes(xml));
}
