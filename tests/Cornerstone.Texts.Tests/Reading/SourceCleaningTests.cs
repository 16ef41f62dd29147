namespace Cornerstone.Texts.Tests.Reading;

public sealed class SourceCleaningTests
{
    [Theory]
    [InlineData("the o\uFB03ce of the\u00A0President", "the office of the President")]
    [InlineData("non\u2011state armed groups", "non-state armed groups")]
    [InlineData("pro\u00ADtection", "protection")]
    [InlineData("of *all* the **parties**", "of all the parties")]
    [InlineData(@"resolution [2151 \(2014\)](#) of", "resolution 2151 (2014) of")]
    [InlineData("a  double   blank\tand a tab", "a double blank and a tab")]
    public void Typography_and_markdown_leave_plain_words(string written, string expected)
    {
        var document = UnText.Parse($"The Security Council,\n\nRecalling {written} reform,\n\n1. Decides to remain seized of the matter.");

        Assert.Equal($"Recalling {expected} reform,", document.Provisions[0].Text);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        const string text = "The Security Council,\n\nRecalling its resolutions,\n\n1. Decides to remain seized of the matter.";

        var document = UnText.Parse("\uFEFF" + text.Replace("\n", "\r\n"));

        Assert.Equal(UnText.Parse(text).Provisions.Select(p => (p.Id, p.Text)), document.Provisions.Select(p => (p.Id, p.Text)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\n \f ")]
    [InlineData("1.")]
    [InlineData("(a)")]
    [InlineData("S/2020/1158")]
    [InlineData("The Security Council,")]
    [InlineData("Annex")]
    [InlineData("Letter dated 3 December 2020")]
    [InlineData("[[[***\\")]
    public void Text_without_a_body_gives_a_document_without_provisions_or_little(string text)
    {
        var document = UnText.Parse(text);

        Assert.True(document.Provisions.Count <= 1);
    }

    [Theory]
    [InlineData("The Security Council decides and the members of the Council note that", "en")]
    [InlineData("Le Conseil de sécurité décide que les membres et les États du", "fr")]
    [InlineData("El Consejo de Seguridad decide que los Estados y el", "es")]
    [InlineData("Совет Безопасности постановляет", "ru")]
    [InlineData("إن مجلس الأمن يقرر", "ar")]
    [InlineData("安全理事会决定继续处理此案", "zh")]
    public void The_language_is_told_from_the_text(string text, string language)
    {
        Assert.Equal(language, UnText.Parse(text).Language);
    }
}
