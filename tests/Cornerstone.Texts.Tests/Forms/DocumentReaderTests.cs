using System.Text;

namespace Cornerstone.Texts.Tests.Forms;

public sealed class DocumentReaderTests
{
    private const string Letters = "The Security Council,\n\nRecalling its resolution 2553 (2020),\n\n1. Decides to remain seized of the matter.";

    [Fact]
    public void The_bytes_decide_and_not_the_name()
    {
        var document = DocumentReader.Read(Encoding.UTF8.GetBytes(Akn.AknSamples.Resolution), "misnamed.pdf");

        Assert.Equal("S/RES/9901 (2031)", document.Symbol);
    }

    [Fact]
    public void A_pdf_is_read_through_the_extractor_that_the_caller_brings()
    {
        var document = DocumentReader.Read("%PDF-1.7 …"u8.ToArray(), "a.pdf", _ => Letters);

        Assert.Contains(document.Provisions, p => p.Id == "op/1");
    }

    [Fact]
    public void A_pdf_without_an_extractor_says_what_is_needed()
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read("%PDF-1.7"u8.ToArray(), "a.pdf"));

        Assert.Equal(UnreadableRule.NeedsPdfText, refusal.Rule);
        Assert.Contains("pdftotext", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_without_text_is_called_a_scan()
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read("%PDF-1.7"u8.ToArray(), "a.pdf", _ => "\f\f 1 \f"));

        Assert.Equal(UnreadableRule.ScanWithoutText, refusal.Rule);
    }

    [Theory]
    [InlineData("", UnreadableRule.Empty)]
    [InlineData("ÐÏ\u0011à¡±\u001aá....", UnreadableRule.EncryptedOrOldOffice)]
    [InlineData("\u0089PNG\r\n", UnreadableRule.WrongKind)]
    [InlineData("<!DOCTYPE html><html></html>", UnreadableRule.WrongKind)]
    [InlineData("{\\rtf1 Text}", UnreadableRule.WrongKind)]
    [InlineData("PK\u0003\u0004 nothing of Word", UnreadableRule.WrongKind)]
    [InlineData("\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007", UnreadableRule.WrongKind)]
    public void What_cannot_be_read_is_refused_with_its_rule_and_the_name_of_the_file(string latin, string rule)
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read(Encoding.Latin1.GetBytes(latin), "report.docx"));

        Assert.Equal(rule, refusal.Rule);
        Assert.Contains("report.docx", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_hundred_megabytes_are_refused_without_reading_them()
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => DocumentReader.Read(new byte[200_000_000], "big.txt"));

        Assert.Equal(UnreadableRule.TooLarge, refusal.Rule);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_character_across_the_window_of_detection_does_no_harm(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        for (var shift = 0; shift < 4; shift++)
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(new string('a', shift) + string.Concat(Enumerable.Repeat("é😀", 1_500)))];

            Assert.Equal(FileKind.Text, FileForm.Of(bytes));
        }
    }

    [Fact]
    public void A_guessed_encoding_is_a_finding_of_the_document()
    {
        var document = DocumentReader.Read(Encoding.Latin1.GetBytes("Le Conseil de sécurité,\n\n1. Décide de rester saisi."), "fr.txt");

        Assert.Contains(document.Findings, finding => finding.Rule == TextDecoder.GuessedEncoding);
    }
}
