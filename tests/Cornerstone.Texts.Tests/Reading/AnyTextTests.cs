using System.Diagnostics;
using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Texts.Tests.Reading;

/// <summary>What holds for any text and any bytes, however strange.</summary>
public sealed class AnyTextTests
{
    private static readonly string[] Pieces =
    [
        "1. ", "2. ", "12. ", "1 - ", "(a) ", "(i) ", "(aa) ", "a) ", "– ", "* ", "¹² ", "3/ ", "The Security Council,", "إن مجلس الأمن،", "Recalling", " Decides", "Annex", "Annex II: Title",
        "Statement by the President", "“The Security Council", "Letter dated 3 May 2020", "In favour:", "(Signed) X", "Recommendation 1", "Summary", "Distr.: General", "S/PRST/2020/1",
        "S/RES/2553 (2020)", "resolutions 1325 (2000), 1820 (2008)", "20-16351 2/8", "https://undocs.org/S/2020/1", "securi ty", "host -", "Adopted at the 12th meeting.", "5月", "第2553(2020)号决议",
        "\n", "\n\n", "\r\n", "\r", "\t", "  ", "\f", ",", ";", ".", ":", " and", "\u200F", "\u202B", "\u00AD", "\u00A0", "\0", "\uD800", "نص", "текст", "word ",
    ];

    private static readonly Arbitrary<string> Texts = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Concat(pieces)).ToArbitrary();
    private static readonly Arbitrary<byte[]> Files = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf().ToArbitrary();
    private static readonly Arbitrary<string[]> Sentences = Gen.Elements("peace", "security", "reform", "women", "Member", "States", "the", "of", "police").NonEmptyListOf()
        .Select(words => string.Join(' ', words)).NonEmptyListOf().Select(list => list.ToArray()).ToArbitrary();

    [Fact]
    public void Any_text_is_read_and_every_provision_has_an_address_of_its_own() => Prop.ForAll(Texts, text =>
    {
        var document = UnText.Parse(text);

        Assert.All(WithParts(document), AssertAddressed);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_same_text_is_read_the_same_twice() => Prop.ForAll(Texts, text =>
    {
        var first = DocumentJson.Write(UnText.Parse(text));

        Assert.Equal(first, DocumentJson.Write(UnText.Parse(text)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_written_as_markup_is_read_back_the_same() => Prop.ForAll(Texts, text =>
    {
        // Half a character cannot come from a file, and XML cannot hold it.
        var document = UnText.Parse(text.Replace('\uD800', ' '));
        using var stream = new MemoryStream();
        AknWriter.Write(document, stream);

        var back = AknReader.Read(stream.ToArray());

        Assert.Equal(Facts(document), Facts(back));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_bytes_are_read_or_refused_in_words() => Prop.ForAll(Files, bytes =>
    {
        var refusal = Record.Exception(() => DocumentReader.Read(bytes, "file"));

        Assert.True(refusal is null or UnreadableDocumentException, refusal?.ToString());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_word_of_a_body_is_lost() => Prop.ForAll(Sentences, sentences =>
    {
        var preamble = sentences.Select(sentence => $"Recalling {sentence},");
        var operative = sentences.Select((sentence, i) => $"{i + 1}. Decides {sentence}:\n\n(a) Requests {sentence};");

        var document = UnText.Parse(string.Join("\n\n", ["The Security Council,", .. preamble, .. operative]));

        var expected = preamble.Concat(sentences.SelectMany(sentence => new[] { $"Decides {sentence}:", $"Requests {sentence};" }));
        Assert.Equal(string.Join(' ', expected), string.Join(' ', document.Provisions.Select(p => p.Text)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_text_built_to_be_slow_is_not()
    {
        string[] hostile =
        [
            string.Concat(Enumerable.Repeat("1. x\n\n", 30_000)),
            "The Security Council,\n\nRecalling:\n\n" + string.Concat(Enumerable.Repeat("(a) z,\n\n", 30_000)),
            string.Concat(Enumerable.Repeat("Letter dated 1 May 2020\n\nAnnex\n\n", 10_000)) + "The Security Council,\n\n1. Decides x.",
            new('(', 1_000_000),
            new('a', 10_000_000),
        ];
        var watch = Stopwatch.StartNew();

        foreach (var text in hostile) AssertAddressed(UnText.Parse(text));

        // Each takes well under a second; what grows with the square of the length takes minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Ends_of_lines_make_no_difference(string end)
    {
        const string text = "S/RES/2553 (2020)\n\nThe Security Council,\n\nRecalling its resolutions,\n\n1. Decides to act:\n\n(a) First;\n\n2. Decides to remain seized of the matter.\n";

        var document = UnText.Parse(text.Replace("\n", end, StringComparison.Ordinal));

        Assert.Equal(Facts(UnText.Parse(text)), Facts(document));
    }

    private static void AssertAddressed(UnDocument document)
    {
        var ids = document.Provisions.Select(p => p.Id).ToHashSet();
        Assert.Equal(document.Provisions.Count, ids.Count);
        Assert.All(document.Provisions, p => Assert.True(p.Parent is null || ids.Contains(p.Parent), p.Id));
    }

    private static IEnumerable<UnDocument> WithParts(UnDocument document) => document.Parts.SelectMany(WithParts).Prepend(document);

    private static string Facts(UnDocument document) => WithParts(document).Aggregate(new StringBuilder(), (facts, part) => facts.AppendJoin('\n', part.Provisions
        .Select(p => $"{p.Id}|{p.Kind}|{p.Number}|{p.Parent}|{p.Text}|{string.Join(' ', p.LeadVerbs)}|{p.Strength}").Order(StringComparer.Ordinal))).ToString();
}
