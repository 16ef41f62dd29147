using Cornerstone.Ui.Wordings;
using Cornerstone.Values;

namespace Cornerstone.Tests.Ui.Wordings;

public sealed class WordingFormTests
{
    [Fact]
    public void A_text_comes_back_from_its_form_as_it_went_in()
    {
        var wording = new Wording("fr", new Dictionary<string, string> { ["fr"] = "Loi", ["ar"] = "قانون" });

        Assert.Equal(wording, WordingForm.Of(wording, "en").ToWording());
    }

    [Fact]
    public void An_empty_form_begins_in_the_readers_language_and_says_nothing()
    {
        var form = WordingForm.Of(null, "ar");

        Assert.Equal("ar", form.Original);
        Assert.Null(form.ToWording());
    }

    [Fact]
    public void A_translation_without_its_original_is_no_text() =>
        Assert.Null(new WordingForm { Original = "fr", En = "Law" }.ToWording());
}
