using System.Globalization;
using System.Xml;

namespace Cornerstone.Texts;

/// <summary>Identification, classification, workflow and votes, in the order the schema asks for.</summary>
internal static class AknMetaWriter
{
    /// <summary>Who wrote the file; the reader trusts the addresses in files of this source.</summary>
    internal const string Source = "#cornerstone";

    // The published files mark an unknown day so, because the schema wants one.
    private const string UnknownDay = "0001-01-01";

    internal static void Write(UnDocument document, XmlWriter xml)
    {
        xml.StartLine("meta");
        Identification(document, xml);
        Classification(document, xml);
        Workflow(document, xml);
        Voting(document.Vote, xml);
        References(xml);
        if (document.Metadata.JobNumber is { } job)
        {
            xml.StartLine("presentation");
            xml.Attribute("source", Source);
            xml.WriteStartElement("docketNumber", AknWriter.UnNamespace);
            xml.Text(job);
            xml.WriteEndElement();
            xml.EndLine();
        }

        xml.EndLine();
    }

    private static void Identification(UnDocument document, XmlWriter xml)
    {
        var day = Day(document.Date);
        var work = WorkAddress(document, day);
        var language = AknNames.ThreeLetters(document.Language);
        var isAdopted = document.Kind is DocumentKind.Resolution or DocumentKind.GeneralAssemblyResolution or DocumentKind.PresidentialStatement;
        xml.StartLine("identification");
        xml.Attribute("source", Source);
        Level("FRBRWork", work, "/!main", day, isAdopted ? "adoption" : "issue", document, xml);
        Level("FRBRExpression", $"{work}/{language}@{day}", "/!main", day, "publication", document, xml);
        Level("FRBRManifestation", $"{work}/{language}@{day}/.xml", "/!main.xml", day, "markup", document, xml);
        xml.EndLine();
    }

    private static void Level(string level, string address, string component, string day, string dateName, UnDocument document, XmlWriter xml)
    {
        xml.StartLine(level);
        xml.Line("FRBRthis", ("value", address + component));
        xml.Line("FRBRuri", ("value", address));
        if (level == "FRBRWork")
        {
            foreach (var alias in document.Aliases) xml.Line("FRBRalias", ("value", alias), ("name", "symbol"));
        }

        xml.Line("FRBRdate", ("date", day), ("name", dateName));
        xml.Line("FRBRauthor", ("href", "#" + Organ(document.Symbol)));
        if (level == "FRBRWork") xml.Line("FRBRcountry", ("value", "un"));
        if (level == "FRBRExpression") xml.Line("FRBRlanguage", ("language", AknNames.ThreeLetters(document.Language)));
        xml.EndLine();
    }

    /// <summary>"/akn/un/statement/deliberation/unsc/2020-12-03/2553" (domain handbook §1.3).</summary>
    private static string WorkAddress(UnDocument document, string day)
    {
        var type = AknNames.Element(document.Kind) == "statement" ? "statement/deliberation" : $"doc/{AknNames.Name(document.Kind)}";
        return $"/akn/un/{type}/{Organ(document.Symbol)}/{day}/{WorkNumber(document)}";
    }

    private static string WorkNumber(UnDocument document)
    {
        if (document.Symbol is not { Length: > 0 } symbol) return "unnumbered";

        const string resolution = "S/RES/";
        if (symbol.StartsWith(resolution, StringComparison.Ordinal)) return symbol[resolution.Length..].Split(' ', '(')[0];
        return symbol.Replace('/', '-').Replace(" ", "", StringComparison.Ordinal);
    }

    private static string Organ(string? symbol) => symbol switch
    {
        ['S', '/', ..] => "unsc",
        ['A', '/', ..] => "unga",
        ['E', '/', ..] => "ecosoc",
        _ => "un",
    };

    private static void Classification(UnDocument document, XmlWriter xml)
    {
        // The schema allows no empty classification.
        if (document.Metadata is { Subjects.Count: 0, AgendaItem: null } && document.Title is null) return;

        xml.StartLine("classification");
        xml.Attribute("source", Source);
        foreach (var subject in document.Metadata.Subjects)
        {
            xml.Line("keyword", ("value", subject), ("showAs", subject), ("dictionary", "UNBIS Thesaurus"));
        }

        if (document.Metadata.AgendaItem is { } item) xml.Line("keyword", ("refersTo", "agenda"), ("value", "X"), ("showAs", item), ("dictionary", "S/"));
        if (document.Title is { } title) xml.Line("keyword", ("refersTo", "title"), ("value", title), ("showAs", title), ("dictionary", "Cornerstone"));
        xml.EndLine();
    }

    private static void Workflow(UnDocument document, XmlWriter xml)
    {
        var sponsors = document.Sponsors.Count > 0 ? string.Join(", ", document.Sponsors) : null;
        if (sponsors is null && document.Metadata is { DraftSymbol: null, MeetingSymbol: null }) return;

        xml.StartLine("workflow");
        xml.Attribute("source", Source);
        if (sponsors is not null || document.Metadata.DraftSymbol is not null)
        {
            xml.Line("step", ("date", Day(document.Date)), ("outcome", "draftResolution"), ("as", document.Metadata.DraftSymbol), ("by", sponsors));
        }

        if (document.Metadata.MeetingSymbol is { } meeting) xml.Line("step", ("date", Day(document.Date)), ("outcome", "adopted"), ("as", meeting));
        xml.EndLine();
    }

    private static void Voting(Vote? vote, XmlWriter xml)
    {
        if (vote is null) return;

        xml.StartLine("analysis");
        xml.Attribute("source", Source);
        xml.StartLine("parliamentary");
        xml.StartLine("voting");
        Count("inFavour", vote.For, xml);
        Count("against", vote.Against, xml);
        Count("abstaining", vote.Abstain, xml);
        Count("absent", vote.Absent, xml);
        xml.EndLine();
        xml.EndLine();
        xml.EndLine();
    }

    private static void Count(string fate, IReadOnlyList<string> members, XmlWriter xml)
    {
        xml.StartLine("count");
        xml.Attribute("value", members.Count.ToString(CultureInfo.InvariantCulture));
        xml.Attribute("refersTo", fate);
        xml.WriteStartElement("voters", AknWriter.UnNamespace);
        foreach (var member in members)
        {
            xml.WriteStartElement("organization", AknWriter.Namespace);
            xml.Attribute("refersTo", "memberState");
            xml.Text(member);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.EndLine();
    }

    private static void References(XmlWriter xml)
    {
        xml.StartLine("references");
        xml.Attribute("source", Source);
        xml.Line("TLCOrganization", ("eId", "cornerstone"), ("href", "/akn/un/ontology/organization/cornerstone"), ("showAs", "Cornerstone"));
        xml.Line("TLCOrganization", ("eId", "unsc"), ("href", "/akn/un/ontology/organization/un/securityCouncil"), ("showAs", "Security Council"));
        xml.Line("TLCOrganization", ("eId", "unga"), ("href", "/akn/un/ontology/organization/un/generalAssembly"), ("showAs", "General Assembly"));
        xml.Line("TLCOrganization", ("eId", "un"), ("href", "/akn/un/ontology/organization/un"), ("showAs", "United Nations"));
        xml.EndLine();
    }

    private static string Day(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? UnknownDay;
}
