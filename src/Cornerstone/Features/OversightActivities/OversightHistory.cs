using Cornerstone.Languages;

namespace Cornerstone.Features.OversightActivities;

/// <summary>How an activity's history says the names the journal keeps.</summary>
internal static class OversightHistory
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["oversight.add"] = Text.Later("Oversight activity entered"),
        ["oversight.edit"] = Text.Later("Oversight activity edited"),
        ["oversight.recommend"] = Text.Later("Recommendation added"),
        ["oversight.answer"] = Text.Later("Answer to a recommendation recorded"),
        ["oversight.import"] = Text.Later("Oversight activities read from a workbook"),
        [nameof(OversightActivity.Code)] = Text.Later("Code"),
        [nameof(OversightActivity.Title)] = Text.Later("Title"),
        [nameof(OversightActivity.BodyId)] = Text.Later("Identifier of the overseer"),
        [nameof(OversightActivity.InstitutionId)] = Text.Later("Identifier of the institution overseen"),
        [nameof(OversightActivity.HeldOn)] = Text.Later("Day"),
        [nameof(OversightActivity.IsOpen)] = Text.Later("Open to the public"),
        [nameof(OversightActivity.Findings)] = Text.Later("Findings"),
        [nameof(OversightActivity.ResolvedOn)] = Text.Later("Resolved on"),
        [nameof(OversightActivity.Resolution)] = Text.Later("How it was resolved"),
        [nameof(OversightActivity.Url)] = Text.Later("Address of the text"),
        [nameof(OversightRecommendation.DueOn)] = Text.Later("Due on"),
        [nameof(OversightRecommendation.ImplementedOn)] = Text.Later("Implemented on"),
        [nameof(OversightRecommendation.ActivityId)] = Text.Later("Identifier of the activity"),
        [nameof(RecommendationStep.RecommendationId)] = Text.Later("Identifier of the recommendation"),
        [nameof(RecommendationStep.FromState)] = Text.Later("Status before"),
        [nameof(RecommendationStep.ToState)] = Text.Later("Status afterwards"),
        [nameof(RecommendationStep.HappenedOn)] = Text.Later("It happened on"),
        [nameof(RecommendationStep.RecordedBy)] = Text.Later("Identifier of who recorded it"),
        [$"FromState.{RecommendationState.Open}"] = Text.Later("Not begun"),
        [$"FromState.{RecommendationState.Ongoing}"] = Text.Later("Under way"),
        [$"FromState.{RecommendationState.Implemented}"] = Text.Later("Implemented"),
        [$"FromState.{RecommendationState.Refused}"] = Text.Later("Refused"),
        [$"ToState.{RecommendationState.Open}"] = Text.Later("Not begun"),
        [$"ToState.{RecommendationState.Ongoing}"] = Text.Later("Under way"),
        [$"ToState.{RecommendationState.Implemented}"] = Text.Later("Implemented"),
        [$"ToState.{RecommendationState.Refused}"] = Text.Later("Refused"),
        [$"State.{RecommendationState.Open}"] = Text.Later("Not begun"),
        [$"State.{RecommendationState.Ongoing}"] = Text.Later("Under way"),
        [$"State.{RecommendationState.Implemented}"] = Text.Later("Implemented"),
        [$"State.{RecommendationState.Refused}"] = Text.Later("Refused"),
    };
}
