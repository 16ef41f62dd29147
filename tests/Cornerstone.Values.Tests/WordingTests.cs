namespace Cornerstone.Values.Tests;

public sealed class WordingTests
{
    private static readonly Wording Ministry = Wording.Of("fr", "Ministère de la défense").With("en", "Ministry of Defence");

    [Fact]
    public void A_missing_translation_shows_the_original_with_its_marker()
    {
        Assert.Equal("Ministère de la défense", Ministry.In("ar"));
        Assert.True(Ministry.IsOriginalShown("ar"));
        Assert.Equal("fr", Ministry.LanguageIn("ar"));
    }

    [Fact]
    public void A_translation_and_the_original_itself_carry_no_marker()
    {
        Assert.Equal("Ministry of Defence", Ministry.In("en"));
        Assert.False(Ministry.IsOriginalShown("en"));
        Assert.False(Ministry.IsOriginalShown("fr"));
    }

    [Fact]
    public void An_original_in_no_known_language_carries_no_marker()
    {
        var name = Wording.Of(Wording.Undetermined, "Arvenna");

        Assert.Equal("Arvenna", name.In("en"));
        Assert.False(name.IsOriginalShown("en"));
    }

    [Fact]
    public void The_same_texts_are_the_same_wording_in_whatever_order()
    {
        var other = Wording.Of("en", "Ministry of Defence").With("fr", "Ministère de la défense") with { Original = "fr" };

        Assert.Equal(Ministry, other);
        Assert.Equal(Ministry.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(Ministry, other with { Original = "en" });
        Assert.NotEqual(Ministry, Ministry.With("en", "Defence Ministry"));
    }

    [Fact]
    public void Without_its_original_there_is_no_wording()
    {
        Assert.Null(Wording.Of("fr", new Dictionary<string, string?> { ["fr"] = " ", ["en"] = "Police" }));
        Assert.Equal("Police", Assert.Single(Wording.Of("en", new Dictionary<string, string?> { ["fr"] = " ", ["en"] = " Police " })!.Texts).Value);
    }

    [Fact]
    public void The_journal_names_the_original_first() =>
        Assert.Equal("fr: Ministère de la défense; en: Ministry of Defence", $"{Ministry}");
}
