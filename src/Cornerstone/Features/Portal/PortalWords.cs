using Cornerstone.Languages;

namespace Cornerstone.Features.Portal;

/// <summary>Plain words for people who read figures rarely.</summary>
internal static class PortalWords
{
    public static string Of(this Text T, Change change, string before) => change switch
    {
        Change.Better => T["better than {0}", before],
        Change.Worse => T["worse than {0}", before],
        _ => T["the same as {0}", before],
    };

    /// <summary>One sentence a person can repeat: "54 % in 2025, better than 2024. The aim is 60 % by July 2029."</summary>
    public static string Sentence(this Text T, string value, string period, string? change, string? aim, string? by) => (change, aim) switch
    {
        (null, null) => T["{0} in {1}.", value, period],
        (null, _) => T["{0} in {1}. The aim is {2} by {3}.", value, period, aim, by],
        (_, null) => T["{0} in {1}, {2}.", value, period, change],
        _ => T["{0} in {1}, {2}. The aim is {3} by {4}.", value, period, change, aim, by],
    };
}
