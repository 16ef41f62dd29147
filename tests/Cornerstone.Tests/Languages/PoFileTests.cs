using Cornerstone.Languages;

namespace Cornerstone.Tests.Languages;

public sealed class PoFileTests
{
    private const string Header = "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=(n > 1);\\n\"\n\n";

    [Fact]
    public void Sentences_plurals_and_continued_lines_are_read()
    {
        var file = Read("msgid \"Long \"\n\"sentence\"\nmsgstr \"\"\n\"Phrase \\\"longue\\\"\"\n\nmsgid \"{0} year\"\nmsgid_plural \"{0} years\"\nmsgstr[0] \"{0} an\"\nmsgstr[1] \"{0} ans\"\n");

        Assert.Empty(file.Faults);
        Assert.Equal("Phrase \"longue\"", file.Entries[0].Translations[0]);
        Assert.Equal(("Long sentence", "{0} year"), (file.Entries[0].Sentence, file.Entries[1].Sentence));
        Assert.Equal(["{0} an", "{0} ans"], file.Entries[1].Translations);
    }

    [Fact]
    public void A_sentence_without_or_with_doubtful_translation_stays_in_English()
    {
        var file = Read("msgid \"One\"\nmsgstr \"\"\n\n#, fuzzy\nmsgid \"Two\"\nmsgstr \"Deux ?\"\n\nmsgid \"Three\"\nmsgstr \"Trois\"\n");

        Assert.Empty(file.Faults);
        Assert.Equal("Three", Assert.Single(file.Entries).Sentence);
    }

    [Theory]
    [InlineData("msgid \"A\"\nmsgstr \"B\"\n\nmsgid \"A\"\nmsgstr \"C\"\n", "fr.po:7: the sentence stands already at line 4")]
    [InlineData("msgid \"{0} of {1}\"\nmsgstr \"{0} sur\"\n", "fr.po:4: placeholders differ: \"{0} sur\"")]
    [InlineData("msgid \"{0} year\"\nmsgid_plural \"{0} years\"\nmsgstr[0] \"{0} an\"\n", "fr.po:4: expected 2 translations, found 1")]
    [InlineData("msgid \"A\nmsgstr \"B\"\n", "fr.po:4: expected a keyword and a quoted text: msgid \"A")]
    [InlineData("msgid \"A\"\nmsgstr \"\\q\"\n", "fr.po:5: expected a keyword and a quoted text: msgstr \"\\q\"")]
    [InlineData("msgctxt \"A\"\n", "fr.po:4: \"msgctxt\" is not expected here")]
    [InlineData("msgstr \"B\"\n", "fr.po:4: \"msgstr\" is not expected here")]
    public void A_fault_is_told_with_file_and_line(string body, string fault)
    {
        var file = Read(body);

        Assert.Contains(fault, file.Faults.Select(f => f.ToString()));
    }

    [Fact]
    public void A_header_with_another_plural_rule_is_a_fault()
    {
        var file = PoFile.Parse(Header, "ru.po", PluralRule.Russian);

        Assert.Contains("Plural-Forms: nplurals=3", Assert.Single(file.Faults).Reason, StringComparison.Ordinal);
    }

    private static PoFile Read(string body) => PoFile.Parse(Header + body, "fr.po", PluralRule.ZeroOrOneOther);
}
