using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Logging.Abstractions;
using Declared = Cornerstone.Languages.Languages;

namespace Cornerstone.Tests.Languages;

public sealed class TextTests : IDisposable
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);
    private readonly CultureInfo before = CultureInfo.CurrentUICulture;
    private readonly Text text = new(new Catalogue([new RefusalSentence("test.no", "Data as of {0}")], NullLogger<Catalogue>.Instance), Encoder);

    public void Dispose() => CultureInfo.CurrentUICulture = before;

    [Fact]
    public void Facts_take_the_form_of_the_language()
    {
        Speak("ar");

        Assert.Equal("البيانات حتى 3 ديسمبر 2020", text["Data as of {0}", new DateOnly(2020, 12, 3)]);
    }

    [Theory]
    [InlineData("en", 1, "1 field")]
    [InlineData("en", 1200, "1,200 fields")]
    [InlineData("fr", 0, "0 champ")]
    [InlineData("ar", 2, "حقلان")]
    [InlineData("ar", 11, "11 حقلا")]
    public void Plurals_take_the_right_form(string code, long number, string expected)
    {
        Speak(code);

        Assert.Equal(expected, text.Plural(number, "{0} field", "{0} fields"));
    }

    [Fact]
    public void An_untranslated_sentence_is_English_and_says_so()
    {
        Speak("fr");

        var html = Written(text.Html("Nobody translates <this>"));

        Assert.Equal("<span lang=\"en\" dir=\"ltr\">Nobody translates &lt;this&gt;</span>", html);
    }

    [Fact]
    public void Facts_of_others_are_encoded_and_markup_of_ours_is_not()
    {
        Speak("en");

        Assert.Equal("Error &lt;b&gt;", Written(text.Html("Error {0}", "<b>")));
        Assert.Equal("Error <i>1</i>", Written(text.Html("Error {0}", new HtmlString("<i>1</i>"))));
    }

    [Fact]
    public void A_refusal_is_said_in_the_language_of_the_reader()
    {
        Speak("fr");

        Assert.Equal("Données au 3 décembre 2020", text[new Refusal("test.no", new DateOnly(2020, 12, 3))]);
    }

    private static void Speak(string code) => CultureInfo.CurrentUICulture = Declared.Of(code)!.Culture;

    private static string Written(IHtmlContent html)
    {
        using var writer = new StringWriter();
        html.WriteTo(writer, Encoder);
        return writer.ToString();
    }
}
