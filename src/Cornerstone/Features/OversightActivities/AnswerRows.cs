using Cornerstone.Languages;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.OversightActivities;

/// <summary>A recommendation with its answers while a workbook is compared with the record; rows of the file go on from it.</summary>
internal sealed record RecommendationOnRecord(OversightRecommendation Recommendation, List<RecommendationStep> Steps);

/// <summary>The sheet of answers: how each recommendation was answered, and when. Answers are only ever added.</summary>
internal static class AnswerRows
{
    public const string Sheet = "answers";

    public static WorkbookSheet Columns(Text T) => new(Sheet, Text.Later("Answers to recommendations"),
    [
        new("activity", Text.Later("Activity"), ColumnKind.Reference) { IsKey = true },
        new("what", Text.Later("What is recommended")) { IsKey = true, Longest = 2_000 },
        new("state", Text.Later("State"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<RecommendationState>().Select(s => new WorkbookChoice(s.ToString(), T.Of(s)))] },
        new("on", Text.Later("It happened on"), ColumnKind.Date) { IsKey = true },
        new("note", Text.Later("Note")) { Longest = 2_000, Note = Text.Later("What shows it, or why it was refused or opened again") },
    ]);

    public static WorkbookRow Of(string activity, OversightRecommendation recommendation, RecommendationStep step) => WorkbookRow.Of(Sheet,
    [
        ("activity", activity),
        ("what", recommendation.What),
        ("state", step.ToState),
        ("on", step.HappenedOn),
        ("note", step.Note),
    ]);

    public static RowVerdict Check(WorkbookRow row, IReadOnlyDictionary<(string Code, string What), RecommendationOnRecord> files, WorkbookRun run)
    {
        var T = run.T;
        if (!files.TryGetValue((row.Text("activity")!, row.Text("what")!), out var file))
        {
            return row.Refuse(row.Finding("what", "oversight.unknown-recommendation", T["a recommendation on record or on the sheet before"]));
        }

        var (to, on, recommendation) = (StateOf(row), row.Date("on")!.Value, file.Recommendation);
        if (file.Steps.FirstOrDefault(s => s.ToState == to && s.HappenedOn == on) is { } known)
        {
            return row.Against(Of(row.Text("activity")!, recommendation, known)) is { Outcome: RowOutcome.Change }
                ? row.Refuse(row.Finding("note", "oversight.answer-kept", T["as on record: an answer is kept for ever"]))
                : row.Unchanged();
        }

        if (recommendation.Answer(to, on, row.Text("note"), DateOnly.FromDateTime(run.At.UtcDateTime)) is { } refusal)
        {
            return row.Refuse(row.Finding(refusal.Code == "oversight.in-future" ? "on" : "note", refusal.Code, T[refusal]));
        }

        // Later rows of this file go on from here.
        file.Steps.Add(recommendation.Take(to, on, row.Text("note"), run.Reader.Id, run.At.AddMicroseconds(file.Steps.Count)));
        return row.Add();
    }

    public static RecommendationStep Apply(WorkbookRow row, OversightRecommendation recommendation, WorkbookRun run, int order) =>
        recommendation.Take(StateOf(row), row.Date("on")!.Value, row.Text("note"), run.Reader.Id, run.At.AddMicroseconds(order));

    private static RecommendationState StateOf(WorkbookRow row) => Enum.Parse<RecommendationState>(row.Text("state")!);
}
