using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.OversightActivities;

/// <summary>The words of this room's values.</summary>
internal static class OversightWords
{
    public static string Of(this Text T, OversightKind kind) => kind switch
    {
        OversightKind.Hearing => T["Hearing"],
        OversightKind.Inspection => T["Inspection"],
        OversightKind.Audit => T["Audit"],
        _ => T["Complaint"],
    };

    public static string Of(this Text T, RecommendationState state) => state switch
    {
        RecommendationState.Open => T["Not begun"],
        RecommendationState.Ongoing => T["Under way"],
        RecommendationState.Implemented => T["Implemented"],
        _ => T["Refused"],
    };

    public static Tone ToneOf(OversightRecommendation recommendation, DateOnly today) => recommendation.State switch
    {
        RecommendationState.Implemented => Tone.Good,
        _ when recommendation.IsOverdue(today) => Tone.Bad,
        RecommendationState.Refused => Tone.Warning,
        RecommendationState.Ongoing => Tone.Information,
        _ => Tone.Neutral,
    };

    /// <summary>"60 %"; a dash where there is nothing to divide by, which is not zero.</summary>
    public static string Share(this Text T, decimal? share) => share is { } known ? T["{0:0.#} %", known * 100] : "–";
}
