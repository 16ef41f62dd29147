using System.Text;

namespace Cornerstone.Texts.Tests.Forms;

public sealed class TextDecoderTests
{
    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void A_byte_order_mark_decides(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var decoded = TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes("قرار é 1.")]);

        Assert.Equal("قرار é 1.", decoded.Text);
        Assert.Empty(decoded.Findings);
    }

    [Fact]
    public void Utf_16_without_a_mark_is_told_by_its_zeros()
    {
        Assert.Equal("Decides to remain seized", TextDecoder.Decode(Encoding.Unicode.GetBytes("Decides to remain seized")).Text);
    }

    [Fact]
    public void French_in_a_windows_code_page_is_guessed_and_said()
    {
        var decoded = TextDecoder.Decode([.. "Le Conseil de s"u8, 0xE9, .. "curit"u8, 0xE9]);

        Assert.Equal("Le Conseil de sécurité", decoded.Text);
        Assert.Equal("windows-1252", decoded.Encoding);
        Assert.Equal("byte 15", Assert.Single(decoded.Findings).At);
    }

    [Fact]
    public void Arabic_in_a_windows_code_page_is_guessed_and_said()
    {
        var decoded = TextDecoder.Decode([0xDE, 0xD1, 0xC7, 0xD1, 0x20, 0xE3, 0xCC, 0xE1, 0xD3]);

        Assert.Equal("قرار مجلس", decoded.Text);
        Assert.Equal("windows-1256", decoded.Encoding);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_the_offset_of_the_first_one()
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode([.. "Text "u8, 0x00, 0x01, .. " more text here"u8]));

        Assert.Equal(UnreadableRule.WrongEncoding, refusal.Rule);
        Assert.Equal("byte 5", refusal.Place);
    }

    [Fact]
    public void A_mark_that_lies_is_refused_with_the_offset()
    {
        var refusal = Assert.Throws<UnreadableDocumentException>(() => TextDecoder.Decode([0xFF, 0xFE, 0x00, 0xDC, 0x41, 0x00]));

        Assert.Equal(UnreadableRule.WrongEncoding, refusal.Rule);
        Assert.StartsWith("byte ", refusal.Place, StringComparison.Ordinal);
    }
}
