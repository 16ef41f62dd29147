using System.Globalization;

namespace Cornerstone.Texts;

/// <summary>What the metadata and cover page of one document say about it.</summary>
internal sealed class AknHead(XmlNode document)
{
    private readonly XmlNode? _meta = document.First("meta");
    private readonly XmlNode? _cover = document.First("coverPage");

    internal DocumentKind Kind => AknNames.Kind(document["name"], Symbol);

    internal string? Symbol => Canonical(_cover?.FirstDescendant("docNumber")?.Words());

    internal IReadOnlyList<string> Aliases => Identification("FRBRWork")?.Elements("FRBRalias").ToList() is { Count: > 0 } written
        ? [.. written.Select(alias => alias["value"] ?? "").Where(alias => alias != "")]
        : DocumentSymbol.TryParse(Symbol, out var symbol) ? symbol.Aliases : [];

    /// <summary>A statement is known by the item it was made under; the catalogue's title for it is a sentence.</summary>
    internal string? Title => Kind == DocumentKind.PresidentialStatement && AgendaItem is { } item ? item : Catalogued;

    private string? Catalogued => Keyword("title") is { } keyword ? keyword["value"] ?? keyword["showAs"] : null;

    internal string Language => AknNames.TwoLetters(Identification("FRBRExpression")?.First("FRBRlanguage")?["language"]);

    /// <summary>The day of adoption for what was adopted, else the day of issue; year 1 stands for "unknown" in the published files.</summary>
    internal DateOnly? Date
    {
        get
        {
            var work = Identification("FRBRWork")?.First("FRBRdate");
            var issued = _cover?.Descendants("docDate").FirstOrDefault(date => date["refersTo"] == "#dateOfIssuance");
            return work?["name"] is "adoption" ? Day(work["date"]) ?? Day(issued?["date"]) : Day(issued?["date"]) ?? Day(work?["date"]);
        }
    }

    internal IReadOnlyList<string> Sponsors =>
        [.. Steps.Where(step => step["outcome"] is "draftResolution" or "draftResolutionAdditionalSponsors").SelectMany(step => CountryList.Split(step["by"])).Distinct()];

    internal Vote? Vote
    {
        get
        {
            var voting = _meta?.FirstDescendant("voting");
            if (voting is null || !voting.Elements("count").Any()) return null;
            return new Vote
            {
                For = Voters(voting, "inFavour"),
                Against = Voters(voting, "against"),
                Abstain = Voters(voting, "abstaining"),
                Absent = Voters(voting, "absent"),
            };
        }
    }

    internal DocumentMetadata Metadata => new()
    {
        Distribution = Distribution,
        JobNumber = _meta?.FirstDescendant("docketNumber")?.Words() is { Length: > 0 } job ? job : null,
        AgendaItem = AgendaItem,
        DraftSymbol = Steps.FirstOrDefault(step => step["outcome"] == "draftResolution")?["as"] is { Length: > 0 } draft ? draft : null,
        MeetingSymbol = Steps.Select(step => step["as"]).FirstOrDefault(symbol => symbol?.StartsWith("S/PV.", StringComparison.Ordinal) == true),
        OriginalLanguage = _cover?.FirstDescendant("docLanguage")?.Words(),
        Subjects = [.. Keywords.Where(keyword => keyword["dictionary"] is "UNBIS Thesaurus" or "DHLAUTH" && keyword["refersTo"] is null)
            .Select(keyword => keyword["value"] ?? "").Where(subject => subject != "").Distinct()],
    };

    /// <summary>The published files name the agenda twice: a catalogue heading in capitals and, under "X", the item's own words.</summary>
    private string? AgendaItem
    {
        get
        {
            var items = Keywords.Where(keyword => keyword["refersTo"] == "agenda").ToList();
            var item = items.Find(keyword => keyword["value"] == "X") ?? items.FirstOrDefault();
            return (item?["showAs"] ?? item?["shortForm"])?.TrimEnd('.', ' ');
        }
    }

    private string? Distribution => _cover?.FirstDescendant("docStatus")?.Words() is { Length: > 0 } status ? FrontWords.Distribution(status) : null;

    private IEnumerable<XmlNode> Steps => _meta?.First("workflow")?.Elements("step") ?? [];

    private IEnumerable<XmlNode> Keywords => _meta?.Elements("classification").SelectMany(set => set.Elements("keyword")) ?? [];

    private XmlNode? Keyword(string refersTo) => Keywords.FirstOrDefault(keyword => keyword["refersTo"] == refersTo);

    private XmlNode? Identification(string name) => _meta?.First("identification")?.First(name);

    private static IReadOnlyList<string> Voters(XmlNode voting, string fate) =>
        [.. voting.Elements("count").Where(count => count["refersTo"] == fate).SelectMany(count => count.Descendants("organization")).Select(member => member.Words())];

    private static DateOnly? Day(string? written) =>
        DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year > 1 ? day : null;

    /// <summary>"S/RES/2151(2014)" and "S/RES/2151 (2014)" are one symbol; an asterisk marks a reissue only.</summary>
    private static string? Canonical(string? written)
    {
        if (string.IsNullOrEmpty(written)) return null;
        return DocumentSymbol.TryParse(written.TrimEnd('*', ' '), out var symbol) ? symbol.Value : written;
    }
}
