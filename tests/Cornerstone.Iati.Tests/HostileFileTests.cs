using System.Text;

namespace Cornerstone.Iati.Tests;

/// <summary>Files made to read other files, to call out, or to use up the machine.</summary>
public sealed class HostileFileTests
{
    private const string Entity = "<!DOCTYPE iati-activities [ <!ENTITY x SYSTEM \"file:///etc/passwd\"> ]>";
    private const string Laughs = "<!DOCTYPE l [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";

    [Theory]
    [InlineData(Entity)]
    [InlineData(Laughs)]
    [InlineData("<!DOCTYPE iati-activities SYSTEM \"http://127.0.0.1:9/iati.dtd\">")]
    public void A_file_that_declares_a_document_type_is_refused_with_its_line(string declaration)
    {
        var file = $"<?xml version=\"1.0\"?>\n{declaration}\n<iati-activities version=\"2.03\">{Given.Activity()}</iati-activities>";

        var refusal = Assert.Throws<UnreadableIatiException>(() => Given.Summary(file));

        Assert.Equal(("X0", 2L), (refusal.Rule, refusal.Line));
    }

    [Fact]
    public void The_declaration_is_seen_in_every_encoding()
    {
        Encoding[] encodings = [new UnicodeEncoding(false, true), new UnicodeEncoding(true, true), new UTF32Encoding(false, true), new UTF32Encoding(true, true), new UTF8Encoding(true)];
        var file = $"<?xml version=\"1.0\" encoding=\"iso-8859-1\"?>{Entity}<iati-activities>&x;</iati-activities>";

        Assert.All(encodings, e => Assert.Equal("X0", Assert.Throws<UnreadableIatiException>(() => Given.Summary([.. e.GetPreamble(), .. e.GetBytes(file)])).Rule));
        Assert.All(encodings, e => Assert.Equal("X0", Assert.Throws<UnreadableIatiException>(() => Given.Summary(e.GetBytes(file))).Rule));
    }

    [Fact]
    public void A_declaration_of_utf_7_is_refused()
    {
        var file = "<?xml version=\"1.0\" encoding=\"utf-7\"?>+ADwAIQ-DOCTYPE x+AD4-<iati-activities/>";

        Assert.Equal("X0", Assert.Throws<UnreadableIatiException>(() => Given.Summary(file)).Rule);
    }

    [Fact]
    public void Entities_nobody_declared_stay_as_they_are_written()
    {
        var activity = Given.OnlyActivity(Given.File(Given.Activity().Replace("Parliamentary", "&xxe; &#0; &#65;", StringComparison.Ordinal)));

        Assert.StartsWith("&xxe; \uFFFD A", activity.Title[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Inclusions_and_schema_locations_are_not_followed()
    {
        var inside = "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\" parse=\"text\"/>";

        var summary = Given.Summary(Given.File(Given.Activity(inside: inside, attributes: "default-currency=\"USD\" xml:lang=\"en\" xsi:noNamespaceSchemaLocation=\"http://127.0.0.1:9/x.xsd\"")));

        Assert.Equal(1, summary.Activities);
    }

    [Fact]
    public void Two_hundred_thousand_nested_elements_cost_one_activity()
    {
        var deep = string.Concat(Enumerable.Repeat("<a>", 200_000)) + string.Concat(Enumerable.Repeat("</a>", 200_000));

        var summary = Given.Summary(Given.File(Given.Activity("XM-EXAMPLE-1", deep), Given.Activity("XM-EXAMPLE-2")));

        Assert.Equal((1L, 1L), (summary.Activities, summary.Broken));
    }

    [Fact]
    public void A_million_attributes_cost_one_activity()
    {
        var many = "<a " + string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"b{i}='' ")) + "/>";

        var summary = Given.Summary(Given.File(Given.Activity("XM-EXAMPLE-1", many), Given.Activity("XM-EXAMPLE-2")));

        Assert.Equal((1L, 1L), (summary.Activities, summary.Broken));
    }

    [Fact]
    public void A_text_of_200_MB_is_left_out_in_bounded_memory_and_the_next_activity_is_read()
    {
        var (before, after) = Halves();
        using var stream = new EndlessStream(before, (byte)'x', 200_000_000, after);
        var options = Given.Options with { LongestRecord = 4_000_000 };
        var memory = GC.GetTotalMemory(forceFullCollection: true);

        var summary = FlowSummary.Of("long.xml", stream, options);

        Assert.Equal((1L, 1L), (summary.Activities, summary.Broken));
        Assert.Equal("X6", Assert.Single(summary.Findings).Rule);
        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - memory, long.MinValue, 20_000_000);
    }

    [Fact]
    public void More_than_512_MB_between_two_activities_are_read()
    {
        var (before, after) = ("<?xml version=\"1.0\"?><iati-activities version=\"2.03\">" + Given.Activity("XM-EXAMPLE-1"), Given.Activity("XM-EXAMPLE-2") + "</iati-activities>");
        using var stream = new EndlessStream(before, (byte)'\n', 540_000_000, after);

        var summary = FlowSummary.Of("large.xml", stream, Given.Options);

        Assert.Equal(2, summary.Activities);
        Assert.True(summary.Bytes > 540_000_000);
        Assert.Empty(summary.Rules());
    }

    [Theory]
    [InlineData("")]
    [InlineData("not XML at all")]
    [InlineData("<html><body>503</body></html>")]
    [InlineData("{\"result\": []}")]
    public void What_is_no_IATI_file_is_refused(string file) => Assert.Equal("X9", Assert.Throws<UnreadableIatiException>(() => Given.Summary(file)).Rule);

    private static (string Before, string After) Halves()
    {
        var file = Given.File(Given.Activity("XM-EXAMPLE-1").Replace("Parliamentary", "HERE", StringComparison.Ordinal), Given.Activity("XM-EXAMPLE-2"));
        var at = file.IndexOf("HERE", StringComparison.Ordinal);
        return (file[..at], file[at..]);
    }
}
