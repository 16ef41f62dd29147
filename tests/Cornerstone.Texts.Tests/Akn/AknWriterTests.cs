using System.Text;
using System.Xml;

namespace Cornerstone.Texts.Tests.Akn;

public sealed class AknWriterTests
{
    [Fact]
    public void Metadata_comes_back()
    {
        var document = AknReader.Read(Encoding.UTF8.GetBytes(AknSamples.Resolution)) with { Aliases = ["S/2031/40"], Title = "On <reform> & \"peace\"" };

        var back = RoundTrip(document);

        Assert.Equal(document.Symbol, back.Symbol);
        Assert.Equal(document.Kind, back.Kind);
        Assert.Equal(document.Aliases, back.Aliases);
        Assert.Equal(document.Title, back.Title);
        Assert.Equal(document.Date, back.Date);
        Assert.Equal(document.Sponsors, back.Sponsors);
        Assert.Equal(document.Vote!.For, back.Vote!.For);
        Assert.Equal(document.Metadata.AgendaItem, back.Metadata.AgendaItem);
        Assert.Equal(document.Metadata.JobNumber, back.Metadata.JobNumber);
        Assert.Equal(document.Metadata.MeetingSymbol, back.Metadata.MeetingSymbol);
    }

    [Fact]
    public void Every_kind_of_provision_comes_back_in_its_place()
    {
        Provision[] provisions =
        [
            New("summary/1", ProvisionKind.Summary, null, "In short."),
            New("h/1", ProvisionKind.Heading, null, "I. Introduction"),
            New("para/1", ProvisionKind.Para, "1", "The report covers 2020.") with { Footnotes = ["fn/1"] },
            New("para/1/a", ProvisionKind.Point, "(a)", "Police;") with { Parent = "para/1" },
            New("rec/1", ProvisionKind.Recommendation, "1", "Fund oversight."),
            New("para/2", ProvisionKind.Para, "2", "It ends here."),
            New("fn/1", ProvisionKind.Footnote, "1", "See the annex."),
        ];

        var back = RoundTrip(new UnDocument { Kind = DocumentKind.SecretaryGeneralReport, Provisions = provisions });

        Assert.Equal(provisions.Select(Facts), back.Provisions.Select(Facts));
        Assert.Equal(["fn/1"], back.Provisions[2].Footnotes);
    }

    [Fact]
    public void A_note_called_twice_is_written_once()
    {
        Provision[] provisions =
        [
            New("para/1", ProvisionKind.Para, "1", "First.") with { Footnotes = ["fn/1"] },
            New("para/2", ProvisionKind.Para, "2", "Second.") with { Footnotes = ["fn/1"] },
            New("fn/1", ProvisionKind.Footnote, "1", "See the annex."),
        ];

        var back = RoundTrip(new UnDocument { Provisions = provisions });

        Assert.Equal(["fn/1"], back.Provisions[1].Footnotes);
        Assert.Single(back.Provisions, p => p.Kind == ProvisionKind.Footnote);
    }

    [Fact]
    public void A_letter_brings_back_the_resolution_inside_it()
    {
        var resolution = new UnDocument
        {
            Kind = DocumentKind.Resolution,
            Symbol = "S/RES/9901 (2031)",
            Provisions = [New("pp/1", ProvisionKind.PP, "1", "Recalling,"), New("op/1", ProvisionKind.OP, "1", "Decides.")],
        };
        var letter = new UnDocument { Kind = DocumentKind.Letter, Provisions = [New("para/1", ProvisionKind.Para, null, "I have the honour.")], Parts = [resolution] };

        var back = RoundTrip(letter);

        Assert.Equal(DocumentKind.Letter, back.Kind);
        Assert.Equal(DocumentKind.Resolution, back.Parts[0].Kind);
        Assert.Equal(["pp/1", "op/1"], back.Parts[0].Provisions.Select(p => p.Id));
    }

    [Fact]
    public void References_become_links_and_lead_verbs_italics()
    {
        const string text = "Recalling its resolution 2151 (2014),";
        var provision = New("pp/1", ProvisionKind.PP, "1", text) with
        {
            LeadVerbs = ["Recalling"],
            References = [new Reference("2151 (2014)", "S/RES/2151 (2014)", ReferenceStatus.Resolved, text.IndexOf("2151", StringComparison.Ordinal))],
        };

        var xml = Written(new UnDocument { Kind = DocumentKind.Resolution, Provisions = [provision] });

        Assert.Matches("<p><i>Recalling</i> its resolution <a href=\"https://[a-z.]+/en/S/RES/2151\\(2014\\)\">2151 \\(2014\\)</a>,</p>", xml);
    }

    [Fact]
    public void The_work_is_addressed_as_the_guidelines_ask()
    {
        var xml = Written(new UnDocument { Kind = DocumentKind.Resolution, Symbol = "S/RES/2553 (2020)", Date = new DateOnly(2020, 12, 3) });

        Assert.Contains("<FRBRuri value=\"/akn/un/statement/deliberation/unsc/2020-12-03/2553\" />", xml, StringComparison.Ordinal);
        Assert.Contains("<FRBRuri value=\"/akn/un/statement/deliberation/unsc/2020-12-03/2553/eng@2020-12-03\" />", xml, StringComparison.Ordinal);
    }

    [Fact]
    public void Characters_that_xml_cannot_hold_do_not_spoil_the_file()
    {
        var document = new UnDocument { Kind = DocumentKind.Other, Provisions = [New("para/1", ProvisionKind.Para, null, "a\u0002b \uD800c 😀")] };

        Assert.Equal("ab \uFFFDc 😀", RoundTrip(document).Provisions.Single().Text);
    }

    [Fact]
    public void Every_real_document_reads_back_to_the_same_provisions()
    {
        var files = Forms.RealFiles.Akn().Where((_, i) => i % 4 == 0).ToList();

        var same = files.Count(file => AknReader.Read(File.ReadAllBytes(file)) is var read && Facts(read) == Facts(RoundTrip(read)));

        Assert.Equal(files.Count, same);
    }

    [Theory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Every_source_document_reads_back_to_the_same_provisions(string number)
    {
        var document = UnText.Parse(Forms.RealFiles.Seed(number));

        Assert.Equal(Facts(document), Facts(RoundTrip(document)));
    }

    [Fact]
    public void Nineteen_in_twenty_read_back_even_when_our_addresses_are_not_trusted()
    {
        var files = Forms.RealFiles.Akn(under: "2020").Concat(Forms.RealFiles.Akn(under: "2024")).ToList();

        var same = files.Count(file =>
        {
            var read = AknReader.Read(File.ReadAllBytes(file));
            var foreign = Written(read).Replace("source=\"#cornerstone\"", "source=\"#other\"", StringComparison.Ordinal);
            return Facts(read) == Facts(AknReader.Read(Encoding.UTF8.GetBytes(foreign)));
        });

        Assert.InRange(same, files.Count * 95 / 100, files.Count);
    }

    private static UnDocument RoundTrip(UnDocument document) => AknReader.Read(Encoding.UTF8.GetBytes(Written(document)));

    private static string Written(UnDocument document)
    {
        using var memory = new MemoryStream();
        AknWriter.Write(document, memory);
        memory.Position = 0;
        using var wellFormed = XmlReader.Create(memory);
        while (wellFormed.Read()) Assert.NotEqual(XmlNodeType.DocumentType, wellFormed.NodeType);
        return Encoding.UTF8.GetString(memory.ToArray());
    }

    /// <summary>Footnotes are compared as a set: a file places them where they are called, a page where it ends.</summary>
    private static string Facts(UnDocument document)
    {
        var notes = document.Provisions.Where(p => p.Kind == ProvisionKind.Footnote).OrderBy(p => p.Id, StringComparer.Ordinal);
        var inOrder = document.Provisions.Where(p => p.Kind != ProvisionKind.Footnote).Concat(notes).Select(Facts);
        return string.Join('\n', [$"{document.Kind} {document.Symbol} {document.Date} {document.Language}", .. inOrder, .. document.Parts.Select(Facts)]);
    }

    private static string Facts(Provision p) =>
        $"{p.Id}|{p.Kind}|{p.Number}|{p.Parent}|{p.Text}|{string.Join(' ', p.Footnotes)}|{string.Join(' ', p.References)}";

    private static Provision New(string id, ProvisionKind kind, string? number, string text) =>
        new() { Id = id, Kind = kind, Number = number, Text = text };
}
