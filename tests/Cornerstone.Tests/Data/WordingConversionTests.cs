using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Tests.Data;

public sealed class WordingConversionTests
{
    [Fact]
    public void What_is_stored_is_read_again_in_all_its_languages()
    {
        var wording = Wording.Of("fr", "Loi « police », art. 3\n\\").With("ar", "قانون الشرطة").With("en", "Police Act \"3\"");

        Assert.Equal(wording, WordingConversion.Read(WordingConversion.Store(wording)));
        Assert.Equal(Wording.Empty, WordingConversion.Read(WordingConversion.Store(Wording.Empty)));
    }

    [Theory]
    [InlineData("""{"texts": {"en": "Act", "fr": "Loi"}, "isEmpty": false, "original": "fr"}""")]
    [InlineData("""{"original": "fr", "more": {"original": ["en"]}, "texts": {"fr": "Loi", "en": "Act"}}""")]
    public void The_order_in_the_database_and_what_else_stands_there_do_not_matter(string stored) =>
        Assert.Equal(Wording.Of("fr", "Loi").With("en", "Act"), WordingConversion.Read(stored));
}
