using Cornerstone.Languages;

namespace Cornerstone.Features.Traceability;

/// <summary>Rooms as reference data names them, by their folders, and as people read them. Some rooms come later.</summary>
internal static class RoomNames
{
    public static readonly IReadOnlyDictionary<string, string> All = new Dictionary<string, string>
    {
        ["Library"] = Text.Later("Library"),
        ["Commitments"] = Text.Later("Commitments"),
        ["Agreements"] = Text.Later("Agreements"),
        ["Plan"] = Text.Later("Plan"),
        ["Institutions"] = Text.Later("Institutions"),
        ["Benchmarks"] = Text.Later("Benchmarks"),
        ["Roadmaps"] = Text.Later("Roadmaps"),
        ["Support"] = Text.Later("Support"),
        ["Finance"] = Text.Later("Finance"),
        ["DueDiligence"] = Text.Later("Human rights due diligence"),
        ["Embargo"] = Text.Later("Embargo"),
        ["Vetting"] = Text.Later("Vetting"),
        ["Inclusion"] = Text.Later("Inclusion"),
        ["Coordination"] = Text.Later("Coordination"),
        ["Participation"] = Text.Later("Participation"),
        ["Transition"] = Text.Later("Transition"),
        ["Oversight"] = Text.Later("Oversight"),
        ["Knowledge"] = Text.Later("Knowledge"),
        ["Reports"] = Text.Later("Reports"),
    };

    public static string Of(string room) => All[room];
}
