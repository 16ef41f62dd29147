using System.Diagnostics;
using System.Text;

namespace Cornerstone.Texts.Tests.Akn;

/// <summary>The XML cases of the attack bank (security handbook §3, XM-01 to XM-06).</summary>
public sealed class HostileXmlTests
{
    private const string ExternalEntity = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><akomaNtoso><statement name=\"resolution\"><mainBody><p>&x;</p></mainBody></statement></akomaNtoso>";

    [Fact]
    public void An_external_entity_is_refused_before_any_file_is_touched()
    {
        Assert.Equal(UnreadableRule.HostileXml, Refusal(Encoding.UTF8.GetBytes(ExternalEntity)).Rule);
    }

    [Fact]
    public void A_billion_laughs_is_refused_at_once()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var bytes = Encoding.UTF8.GetBytes($"<!DOCTYPE a [<!ENTITY l0 \"ha\">{entities}]><akomaNtoso>&l9;</akomaNtoso>");

        // The best of five: a busy machine says nothing about the reader.
        var fastest = Enumerable.Range(0, 5).Min(_ => Milliseconds(() => Assert.Equal(UnreadableRule.HostileXml, Refusal(bytes).Rule)));

        Assert.True(fastest < 100, $"took {fastest} ms");
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void The_same_document_type_in_another_encoding_is_refused_the_same_way(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(ExternalEntity)];

        Assert.Equal(UnreadableRule.HostileXml, Refusal(bytes).Rule);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nesting_without_end_is_refused_without_a_stack_overflow(bool isWellFormed)
    {
        var open = string.Concat(Enumerable.Repeat("<p>", 200_000));
        var close = isWellFormed ? string.Concat(Enumerable.Repeat("</p>", 200_000)) : "";

        Assert.Equal(UnreadableRule.HostileXml, Refusal(Encoding.UTF8.GetBytes($"<akomaNtoso>{open}{close}</akomaNtoso>")).Rule);
    }

    [Fact]
    public void Half_a_million_attributes_are_refused()
    {
        var attributes = string.Concat(Enumerable.Range(0, 500_000).Select(i => $" a{i}=\"\""));

        Assert.Equal(UnreadableRule.HostileXml, Refusal(Encoding.UTF8.GetBytes($"<akomaNtoso{attributes}/>")).Rule);
    }

    [Fact]
    public void A_million_empty_elements_are_refused()
    {
        var elements = string.Concat(Enumerable.Repeat("<p/>", 1_000_000));

        Assert.Equal(UnreadableRule.HostileXml, Refusal(Encoding.UTF8.GetBytes($"<akomaNtoso>{elements}</akomaNtoso>")).Rule);
    }

    [Fact]
    public void A_file_of_unreasonable_size_is_refused()
    {
        var text = new string('a', 20_000_000);

        Assert.Equal(UnreadableRule.TooLarge, Refusal(Encoding.UTF8.GetBytes($"<akomaNtoso>{text}</akomaNtoso>")).Rule);
    }

    [Fact]
    public void Inclusions_and_schema_locations_are_words_like_any_other()
    {
        var xml = AknSamples.InBody("<paragraph><num>1.</num><content><p>Decides<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"http://127.0.0.1:9/x\"/>;</p></content></paragraph>");

        var document = AknReader.Read(Encoding.UTF8.GetBytes(xml));

        Assert.Equal("Decides;", document.Provisions.Single().Text);
    }

    private static long Milliseconds(Action act)
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.ElapsedMilliseconds;
    }

    private static UnreadableDocumentException Refusal(byte[] bytes) =>
        Assert.Throws<UnreadableDocumentException>(() => AknReader.Read(bytes));
}
