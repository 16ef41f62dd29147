using Cornerstone.Languages;

namespace Cornerstone.Features.Commitments;

/// <summary>Names that reach a page as codes of the text engine, declared here so that they are translated.</summary>
internal static class CodedNames
{
    public static readonly IReadOnlyList<string> Addressees =
    [
        Text.Later("Member States"), Text.Later("States undertaking reform"), Text.Later("Host country and national authorities"),
        Text.Later("Secretary-General"), Text.Later("Special Representatives and Envoys"), Text.Later("Resident Coordinators"),
        Text.Later("Peace operations"), Text.Later("United Nations country team"), Text.Later("United Nations police"),
        Text.Later("United Nations entities"), Text.Later("Inter-Agency Security Sector Reform Task Force"),
        Text.Later("Sanctions committees and expert panels"), Text.Later("All actors and partners"), Text.Later("Parties to the conflict"),
        Text.Later("Peacebuilding Commission"), Text.Later("African Union"), Text.Later("Regional organizations"), Text.Later("The Security Council itself"),
    ];

    public static readonly IReadOnlyList<string> Conditions =
    [
        Text.Later("As appropriate"), Text.Later("Where appropriate"), Text.Later("Where mandated"), Text.Later("Upon request"),
        Text.Later("To consider only"), Text.Later("Among other things"), Text.Later("As necessary"), Text.Later("Where applicable"),
        Text.Later("Where relevant"), Text.Later("Where possible"), Text.Later("Within existing means"), Text.Later("With consent or in consultation"),
        Text.Later("Subject to the law"), Text.Later("Subject to stated conditions"), Text.Later("On a voluntary basis"),
    ];

    public static readonly IReadOnlyList<string> Themes =
    [
        Text.Later("Security sector reform"),
        Text.Later("Women and gender"),
        Text.Later("Youth"),
        Text.Later("Children and child protection"),
        Text.Later("Human rights"),
        Text.Later("Rule of law"),
        Text.Later("Governance and oversight"),
        Text.Later("Accountability and impunity"),
        Text.Later("National ownership"),
        Text.Later("Police"),
        Text.Later("Defence"),
        Text.Later("Justice"),
        Text.Later("Corrections"),
        Text.Later("Border management"),
        Text.Later("Intelligence"),
        Text.Later("Maritime security and piracy"),
        Text.Later("Disarmament, demobilization and reintegration"),
        Text.Later("Small arms and ammunition"),
        Text.Later("Arms embargo"),
        Text.Later("Sanctions"),
        Text.Later("Peace process and politics"),
        Text.Later("Elections"),
        Text.Later("Peace operations"),
        Text.Later("Peacebuilding and sustaining peace"),
        Text.Later("Transition and drawdown"),
        Text.Later("Financing and public expenditure"),
        Text.Later("Coordination"),
        Text.Later("Partnerships and regional organizations"),
        Text.Later("Protection of civilians"),
        Text.Later("Monitoring, evaluation and benchmarks"),
        Text.Later("Community and trust"),
        Text.Later("Transitional justice"),
        Text.Later("Anti-corruption"),
        Text.Later("Natural resources"),
        Text.Later("Organized crime and trafficking"),
        Text.Later("Counter-terrorism"),
        Text.Later("Humanitarian access and displacement"),
        Text.Later("Non-proliferation"),
        Text.Later("Conduct of United Nations personnel"),
        Text.Later("Climate and environment"),
        Text.Later("Safety of personnel"),
    ];
}
