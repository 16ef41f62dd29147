using Cornerstone.Languages;

namespace Cornerstone.Features.Benchmarks;

/// <summary>A way of splitting a value, with the codes of its parts; without codes, they come from another list (regions, institutions).</summary>
public sealed record Dimension(string Key, string Name, IReadOnlyList<(string Code, string Name)> Parts);

/// <summary>
/// The dimensions every country has (domain handbook §4.2, §10.2). Region is not among them: it is the point's area. The youth band 18–29 of
/// S/RES/2250 (2015) is kept beside the bands, because it crosses two of them.
/// </summary>
public static class StandardDimensions
{
    public const string Unknown = "unknown";

    public static readonly IReadOnlyList<Dimension> All =
    [
        new("sex", Text.Later("Sex"), [("F", Text.Later("Women")), ("M", Text.Later("Men")), ("X", Text.Later("Other")), (Unknown, Text.Later("Unknown"))]),
        new("age", Text.Later("Age"),
        [
            ("0-17", Text.Later("Under 18")), ("18-24", "18–24"), ("25-34", "25–34"), ("35-44", "35–44"), ("45-54", "45–54"), ("55+", Text.Later("55 and over")),
            ("18-29", Text.Later("Youth, 18–29")), (Unknown, Text.Later("Unknown")),
        ]),
        new("rank", Text.Later("Rank level"),
        [
            ("L1", Text.Later("Strategic level, generals")), ("L2", Text.Later("Senior officers")), ("L3", Text.Later("Middle officers")),
            ("L4", Text.Later("Junior officers")), ("L5", Text.Later("Senior non-commissioned officers")), ("L6", Text.Later("Junior non-commissioned officers")),
            ("L7", Text.Later("Enlisted, constables")), ("CIV", Text.Later("Civilians")), (Unknown, Text.Later("Unknown")),
        ]),
        new("institution", Text.Later("Institution"), []),
        new("disability", Text.Later("Disability"), [("yes", Text.Later("With a disability")), ("no", Text.Later("Without a disability")), (Unknown, Text.Later("Unknown"))]),
        new("displacement", Text.Later("Displacement"),
        [
            ("idp", Text.Later("Internally displaced")), ("refugee", Text.Later("Refugees")), ("returnee", Text.Later("Returnees")),
            ("host", Text.Later("Not displaced")), (Unknown, Text.Later("Unknown")),
        ]),
    ];

    public static Dimension? Of(string key) => All.FirstOrDefault(d => d.Key == key);
}
