using System.Collections.Frozen;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;

namespace Cornerstone.Features.Support;

/// <summary>Codes that people of this sector meet, in words; any other code shows as itself.</summary>
public static class CodeWords
{
    /// <summary>Purposes of the sector and its neighbours (domain handbook §5.3).</summary>
    public static readonly IReadOnlyDictionary<string, string> Sectors = new Dictionary<string, string>
    {
        ["151"] = Text.Later("Government and civil society"),
        ["152"] = Text.Later("Conflict, peace and security"),
        ["15210"] = Text.Later("Security system management and reform"),
        ["15220"] = Text.Later("Civilian peacebuilding and conflict prevention"),
        ["15230"] = Text.Later("Participation in international peacekeeping"),
        ["15240"] = Text.Later("Reintegration and control of small arms"),
        ["15250"] = Text.Later("Removal of mines and explosive remnants"),
        ["15261"] = Text.Later("Child soldiers: prevention and demobilization"),
        ["15110"] = Text.Later("Public policy and administration"),
        ["15111"] = Text.Later("Public finance management"),
        ["15113"] = Text.Later("Anti-corruption"),
        ["15117"] = Text.Later("Budget planning"),
        ["15118"] = Text.Later("National audit"),
        ["15125"] = Text.Later("Public procurement"),
        ["15130"] = Text.Later("Legal and judicial development"),
        ["15131"] = Text.Later("Justice and law-and-order policy"),
        ["15132"] = Text.Later("Police (sector)"),
        ["15134"] = Text.Later("Judicial affairs"),
        ["15135"] = Text.Later("Ombudsman"),
        ["15136"] = Text.Later("Immigration"),
        ["15137"] = Text.Later("Prisons"),
        ["15150"] = Text.Later("Democratic participation and civil society"),
        ["15152"] = Text.Later("Legislatures and political parties"),
        ["15153"] = Text.Later("Media and free flow of information"),
        ["15160"] = Text.Later("Human rights"),
        ["15170"] = Text.Later("Women’s rights organizations"),
        ["15180"] = Text.Later("Ending violence against women and girls"),
        ["15190"] = Text.Later("Orderly, safe and regular migration"),
        ["43060"] = Text.Later("Disaster risk reduction"),
        ["91010"] = Text.Later("Administrative costs"),
        ["99810"] = Text.Later("Sector not specified"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> FlowTypes = new Dictionary<string, string>
    {
        ["10"] = Text.Later("Official development assistance"),
        ["21"] = Text.Later("Other official flow"),
        ["22"] = Text.Later("Officially supported export credit"),
        ["30"] = Text.Later("Private development finance"),
        ["40"] = Text.Later("Not a flow"),
        ["50"] = Text.Later("Other flow"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> FinanceTypes = new Dictionary<string, string>
    {
        ["110"] = Text.Later("Grant"),
        ["111"] = Text.Later("Subsidy to a private investor"),
        ["210"] = Text.Later("Interest subsidy"),
        ["310"] = Text.Later("Capital subscription"),
        ["410"] = Text.Later("Aid loan"),
        ["411"] = Text.Later("Investment loan"),
        ["421"] = Text.Later("Standard loan"),
        ["422"] = Text.Later("Reimbursable grant"),
        ["510"] = Text.Later("Shares"),
        ["1100"] = Text.Later("Guarantee or insurance"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> AidTypes = new Dictionary<string, string>
    {
        ["A01"] = Text.Later("General budget support"),
        ["A02"] = Text.Later("Sector budget support"),
        ["B01"] = Text.Later("Core support to an organisation"),
        ["B02"] = Text.Later("Core contribution to a multilateral organisation"),
        ["B03"] = Text.Later("Contribution to a specific programme or fund"),
        ["B04"] = Text.Later("Pooled fund"),
        ["C01"] = Text.Later("Project"),
        ["D01"] = Text.Later("Staff of the giving country"),
        ["D02"] = Text.Later("Other technical assistance"),
        ["E01"] = Text.Later("Scholarships and training in the giving country"),
        ["F01"] = Text.Later("Debt relief"),
        ["G01"] = Text.Later("Administration, counted nowhere else"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> TiedStatuses = new Dictionary<string, string>
    {
        ["3"] = Text.Later("Partly tied to purchases from the giver"),
        ["4"] = Text.Later("Tied to purchases from the giver"),
        ["5"] = Text.Later("Not tied to purchases from the giver"),
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Markers = new Dictionary<string, string>
    {
        ["1"] = Text.Later("Gender equality"),
        ["2"] = Text.Later("Environment"),
        ["3"] = Text.Later("Good governance"),
        ["9"] = Text.Later("Mothers and children"),
        ["10"] = Text.Later("Disaster risk reduction"),
        ["11"] = Text.Later("Disability"),
    }.ToFrozenDictionary();

    /// <summary>Policy markers people of this sector ask by.</summary>
    public static IReadOnlyList<string> MarkerCodes { get; } = [.. Markers.Keys.OrderBy(m => m.Length).ThenBy(m => m, StringComparer.Ordinal)];

    public static string MarkerOf(this Text T, string code) => T.Named(Markers, code);

    public static string SectorOf(this Text T, CodedShare sector) => sector.Vocabulary is null or "2" ? T.Named(Sectors, sector.Code)
        : sector.Vocabulary == ComponentShares.Vocabulary && ComponentShares.Named(sector.Code) is { } component ? T.Of(component)
        : sector.Vocabulary is "7" or "8" ? T["Sustainable Development Goals: {0}", sector.Code]
        : $"{sector.Vocabulary}: {sector.Code}";

    /// <summary>Which purpose took the place of a withdrawn one, and whether the list says so or we do; null for a code in force.</summary>
    public static string? SuccessionOf(this Text T, CodedShare sector) => sector.Vocabulary is null && Iati.CodeLists.Sector.Find(sector.Code) is { Withdrawn: { } until, Successor: { } next } listed
        ? listed.IsOurReading
            ? T["Withdrawn after {0}; today {1} (our reading: the list names no successor)", until, T.SectorOf(next)]
            : T["Withdrawn after {0}; today {1}", until, T.SectorOf(next)]
        : null;

    public static string SectorOf(this Text T, string code) => T.Named(Sectors, code);

    /// <summary>What the reporter calls it; a dash where nobody said.</summary>
    public static string FlowTypeOf(this Text T, string? code) => code is null ? T["not said"] : T.Named(FlowTypes, code);

    public static string FinanceTypeOf(this Text T, string code) => T.Named(FinanceTypes, code);

    public static string AidTypeOf(this Text T, string code) => T.Named(AidTypes, code);

    public static string TiedStatusOf(this Text T, string code) => T.Named(TiedStatuses, code);

    public static string MarkerOf(this Text T, ActivityMarker marker) => T["{0}: {1}", T.Named(Markers, marker.Code), T.SignificanceOf(marker.Significance)];

    public static string SignificanceOf(this Text T, int? significance) => significance switch
    {
        0 => T["not targeted"],
        1 => T["significant objective"],
        2 => T["principal objective"],
        _ => T["not said"],
    };

    private static string Named(this Text T, IReadOnlyDictionary<string, string> words, string code) => words.TryGetValue(code, out var sentence) ? $"{code} {T[sentence]}" : code;
}
