namespace Cornerstone.Texts.Tests.Forms;

public sealed class DocxTextTests
{
    [Fact]
    public void Automatic_numbers_are_printed_as_word_would()
    {
        var file = WordFile.With(
            WordFile.Paragraph("Decides:", WordFile.InList(0)) + WordFile.Paragraph("first;", WordFile.InList(1)) + WordFile.Paragraph("inner;", WordFile.InList(2))
            + WordFile.Paragraph("second;", WordFile.InList(1)) + WordFile.Paragraph("Requests;", WordFile.InList(0)) + WordFile.Paragraph("again.", WordFile.InList(1))).Numbering();

        Assert.Equal("1. Decides:\n\n(a) first;\n\n(i) inner;\n\n(b) second;\n\n2. Requests;\n\n(a) again.", DocxText.Read(file.Bytes()));
    }

    [Fact]
    public void A_number_may_come_from_a_style_or_the_style_it_is_based_on()
    {
        var file = WordFile.With(WordFile.Paragraph("Decides.", "<w:pStyle w:val=\"Own\"/>")).Numbering()
            .Styles("<w:style w:styleId=\"Base\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:styleId=\"Own\"><w:basedOn w:val=\"Base\"/></w:style>");

        Assert.Equal("1. Decides.", DocxText.Read(file.Bytes()));
    }

    [Fact]
    public void Runs_join_without_spaces_and_deleted_words_are_left_out()
    {
        var file = WordFile.With("<w:p><w:r><w:t>Re</w:t></w:r><w:r><w:t>calls</w:t><w:tab/></w:r><w:del><w:r><w:delText>not</w:delText></w:r></w:del><w:ins><w:r><w:t>this</w:t></w:r></w:ins></w:p>");

        Assert.Equal("Recalls this", DocxText.Read(file.Bytes()));
    }

    [Fact]
    public void Footnotes_are_called_by_order_and_stand_at_the_end()
    {
        var file = WordFile.With("<w:p><w:r><w:t>Cost rose.</w:t><w:footnoteReference w:id=\"5\"/></w:r></w:p>")
            .Footnotes("<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:t>--</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"5\"><w:p><w:r><w:t>See S/2020/1.</w:t></w:r></w:p></w:footnote>");

        Assert.Equal("Cost rose.¹\n\n¹ See S/2020/1.", DocxText.Read(file.Bytes()));
    }

    [Fact]
    public void The_symbol_in_the_page_head_is_kept_and_the_rest_of_the_head_is_not()
    {
        var file = WordFile.With(WordFile.Paragraph("Body.")).Header(WordFile.Paragraph("S/2020/1158") + WordFile.Paragraph("United Nations"));

        Assert.Equal("S/2020/1158\n\nBody.", DocxText.Read(file.Bytes()));
    }

    [Fact]
    public void A_resolution_in_word_gives_the_same_provisions_as_its_plain_text()
    {
        var text = "S/RES/9901 (2031)\n\nThe Security Council,\n\nRecalling its resolution 2553 (2020),\n\n1. Decides to extend the mandate;\n\n2. Requests the Secretary-General:\n\n(a) to report by 30 June 2031;\n\n(b) to consult partners;\n\n3. Decides to remain seized of the matter.";
        var file = WordFile.With(
            string.Concat(new[] { "S/RES/9901 (2031)", "The Security Council,", "Recalling its resolution 2553 (2020)," }.Select(line => WordFile.Paragraph(line)))
            + WordFile.Paragraph("Decides to extend the mandate;", WordFile.InList(0)) + WordFile.Paragraph("Requests the Secretary-General:", WordFile.InList(0))
            + WordFile.Paragraph("to report by 30 June 2031;", WordFile.InList(1)) + WordFile.Paragraph("to consult partners;", WordFile.InList(1))
            + WordFile.Paragraph("Decides to remain seized of the matter.", WordFile.InList(0))).Numbering();

        var document = DocumentReader.Read(file.Bytes(), "draft.docx");

        Assert.Equal(UnText.Parse(text).Provisions.Select(p => (p.Id, p.Text)), document.Provisions.Select(p => (p.Id, p.Text)));
        Assert.Contains(document.Provisions, p => p.Id == "op/2/b");
    }
}
