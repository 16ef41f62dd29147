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
}
