using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cornerstone.Access;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.OversightActivities;

/// <summary>Oversight activities and their recommendations as a spreadsheet. Answers are recorded on the page, where each leaves its step.</summary>
internal sealed partial class OversightWorkbook : IWorkbook
{
    private const string Activities = "activities";
    private const string Recommendations = "recommendations";
    private static readonly string[] Parties = ["body", "institution"];

    public string Name => "oversight";

    public string Title => Text.Later("Oversight activities");

    public string Purpose => Text.Later("Hearings, inspections, audits and complaints, their recommendations and how they were answered.");

    public string Reads => OversightActivitiesRoom.Read;

    public string Needs => OversightActivitiesRoom.Edit;

    public Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        var T = run.T;
        return Task.FromResult<IReadOnlyList<WorkbookSheet>>(
        [
            new(Activities, Text.Later("Activities"),
            [
                new("code", Text.Later("Code")) { IsKey = true, Register = new("oversight_activity"), Longest = 40 },
                new("kind", Text.Later("Kind"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<OversightKind>().Select(k => new WorkbookChoice(k.ToString(), T.Of(k)))] },
                .. WorkbookColumn.Wording("title", Text.Later("Title"), isRequired: true),
                new("body", Text.Later("Who oversees"), ColumnKind.Reference) { IsRequired = true, Note = Text.Later("The code of an institution.") },
                new("institution", Text.Later("Who is overseen"), ColumnKind.Reference) { IsRequired = true, Note = Text.Later("The code of an institution.") },
                new("on", Text.Later("Held or received on"), ColumnKind.Date) { IsRequired = true },
                new("open", Text.Later("Open to the public"), ColumnKind.Choice) { IsRequired = true, Choices = [new("yes", T["Yes"]), new("no", T["No"])] },
                new("findings", Text.Later("Findings")) { Longest = OversightActivity.LongestText },
                new("resolved", Text.Later("Resolved on"), ColumnKind.Date) { Note = Text.Later("For complaints only") },
                new("resolution", Text.Later("How it was resolved")) { Longest = OversightActivity.LongestText },
                new("url", Text.Later("Address of the text")) { Longest = 2_000 },
                new("level", Text.Later("Classification"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<Classification>().Select(c => new WorkbookChoice(c.ToString(), T.Of(c)))] },
            ]) { IsRequired = true },
            new(Recommendations, Text.Later("Recommendations"),
            [
                new("activity", Text.Later("Activity"), ColumnKind.Reference) { IsKey = true },
                new("what", Text.Later("What is recommended")) { IsKey = true, Longest = 2_000 },
                new("due", Text.Later("Due on"), ColumnKind.Date),
            ]),
            AnswerRows.Columns(T),
        ]);
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var record = await OnRecordAsync(run, ct);
        foreach (var row in record.Activities.Values)
        {
            yield return row;
        }

        foreach (var row in record.Recommendations.Select(r => Row(r.Key.Code, r.Value.Recommendation))
            .Concat(record.Recommendations.SelectMany(r => r.Value.Steps.Select(s => AnswerRows.Of(r.Key.Code, r.Value.Recommendation, s)))))
        {
            yield return row;
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var record = await run.OnceAsync("oversight", () => OnRecordAsync(run, ct));
        return [.. rows.Select(row => row.Sheet switch
        {
            Activities => CheckActivity(row, record, run),
            Recommendations => CheckRecommendation(row, record, run),
            _ => AnswerRows.Check(row, record.Recommendations, run),
        })];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var record = await run.OnceAsync("oversight", () => OnRecordAsync(run, ct));
        var codes = verdicts.Select(v => v.Row.Text(v.Row.Sheet == Activities ? "code" : "activity")).ToList();
        var activities = await run.Db.OversightActivities.Where(a => a.Country == run.Country && a.Compartment == null && codes.Contains(a.Code)).ToDictionaryAsync(a => a.Code, ct);
        var ids = activities.Values.Select(a => a.Id).ToList();
        var recommendations = await run.Db.OversightRecommendations.Where(r => ids.Contains(r.ActivityId)).ToListAsync(ct);
        var order = 0;
        foreach (var (row, outcome, _) in verdicts)
        {
            if (row.Sheet == AnswerRows.Sheet)
            {
                var answered = recommendations.First(r => r.ActivityId == activities[row.Text("activity")!].Id && r.What == row.Text("what"));
                run.Db.Add(AnswerRows.Apply(row, answered, run, ++order));
            }
            else if (row.Sheet == Activities && outcome == RowOutcome.Add)
            {
                run.Db.Add(NewActivity(row, record, run.Country));
            }
            else if (row.Sheet == Activities)
            {
                Fill(activities[row.Text("code")!], row, record);
                activities[row.Text("code")!].Version++;
            }
            else
            {
                Recommend(row, activities[row.Text("activity")!], recommendations, run);
            }
        }
    }

    private static void Recommend(WorkbookRow row, OversightActivity activity, List<OversightRecommendation> known, WorkbookRun run)
    {
        var recommendation = known.FirstOrDefault(r => r.ActivityId == activity.Id && r.What == row.Text("what"));
        if (recommendation is null)
        {
            run.Db.Add(NewRecommendation(row, activity));
            return;
        }

        recommendation.DueOn = row.Date("due");
        recommendation.Version++;
    }

    private static RowVerdict CheckActivity(WorkbookRow row, OversightOnRecord record, WorkbookRun run)
    {
        var T = run.T;
        if (!Code().IsMatch(row.Text("code")!))
        {
            return row.Refuse(row.Finding("code", "oversight.code", T["capital letters, digits, hyphens"]));
        }

        foreach (var column in Parties.Where(c => !record.Institutions.ContainsKey(row.Text(c)!)))
        {
            return row.Refuse(row.Finding(column, "oversight.institution", T["the code of an institution"]));
        }

        if (row.Text("url") is { } url && !url.StartsWith("https://", StringComparison.Ordinal) && !url.StartsWith("http://", StringComparison.Ordinal))
        {
            return row.Refuse(row.Finding("url", "oversight.url", T["an address beginning with https://"]));
        }

        if (Enum.Parse<Classification>(row.Text("level")!) is var level && level > run.Reader.ClearanceIn(run.Country) && run.Reader.Id != Reader.OperatorId)
        {
            return row.Refuse(row.Finding("level", "oversight.above-clearance", T[new Refusal("oversight.above-clearance", T.Of(level))]));
        }

        if (NewActivity(row, record, run.Country).Check(DateOnly.FromDateTime(run.At.UtcDateTime)) is { } refusal)
        {
            return row.Refuse(row.Finding(refusal.Code == "oversight.closed-is-not-public" ? "level" : "on", refusal.Code, T[refusal]));
        }

        record.Codes.Add(row.Text("code")!);
        return row.Against(record.Activities.GetValueOrDefault(row.Text("code")!));
    }

    private static RowVerdict CheckRecommendation(WorkbookRow row, OversightOnRecord record, WorkbookRun run)
    {
        var (code, what) = (row.Text("activity")!, row.Text("what")!);
        if (!record.Codes.Contains(code))
        {
            return row.Refuse(row.Finding("activity", "oversight.unknown-activity", run.T["the code of an activity on record or on the first sheet"]));
        }

        if (record.Recommendations.TryGetValue((code, what), out var known))
        {
            return row.Against(Row(code, known.Recommendation));
        }

        // Answers further down in this file go on from it.
        record.Recommendations[(code, what)] = new(NewRecommendation(row, null), []);
        return row.Add();
    }

    // Without its activity while a file is only read: then nothing is kept of it but its words and its answers.
    private static OversightRecommendation NewRecommendation(WorkbookRow row, OversightActivity? activity) => new()
    {
        ActivityId = activity?.Id ?? Guid.Empty,
        Country = activity?.Country ?? "",
        Classification = activity?.Classification ?? Classification.Restricted,
        Compartment = activity?.Compartment,
        What = row.Text("what")!,
        DueOn = row.Date("due"),
    };

    private static OversightActivity NewActivity(WorkbookRow row, OversightOnRecord record, string country)
    {
        var activity = new OversightActivity
        {
            Country = country,
            Classification = Classification.Restricted,
            Code = row.Text("code")!,
            Kind = OversightKind.Hearing,
            Title = Wording.Empty,
            BodyId = Guid.Empty,
            InstitutionId = Guid.Empty,
            HeldOn = row.Date("on")!.Value,
            IsOpen = false,
        };
        Fill(activity, row, record);
        return activity;
    }

    private static void Fill(OversightActivity activity, WorkbookRow row, OversightOnRecord record)
    {
        activity.Kind = Enum.Parse<OversightKind>(row.Text("kind")!);
        activity.Title = new Wording(row.Original("title"), row.Texts("title"));
        activity.BodyId = record.Institutions[row.Text("body")!];
        activity.InstitutionId = record.Institutions[row.Text("institution")!];
        activity.HeldOn = row.Date("on")!.Value;
        activity.IsOpen = row.Text("open") == "yes";
        activity.Findings = row.Has("findings") ? row.Text("findings") : activity.Findings;
        activity.ResolvedOn = row.Has("resolved") ? row.Date("resolved") : activity.ResolvedOn;
        activity.Resolution = row.Has("resolution") ? row.Text("resolution") : activity.Resolution;
        activity.Url = row.Has("url") ? row.Text("url") : activity.Url;
        activity.Classification = Enum.Parse<Classification>(row.Text("level")!);
    }

    private static async Task<OversightOnRecord> OnRecordAsync(WorkbookRun run, CancellationToken ct)
    {
        var institutions = await run.Db.Institutions.AsNoTracking().Where(i => i.Country == run.Country).ToDictionaryAsync(i => i.Code, i => i.Id, ct);
        var codes = institutions.ToDictionary(i => i.Value, i => i.Key);
        // What a sealed group keeps does not travel in spreadsheets.
        var all = (await run.Db.OversightOfAsync(run.Country, ct)).Where(o => o.Activity.Compartment is null).OrderBy(o => o.Activity.Code, StringComparer.Ordinal).ToList();
        var steps = (await run.Db.RecommendationSteps.AsNoTracking().Where(s => s.Country == run.Country).OrderBy(s => s.RecordedAt).ThenBy(s => s.Id).ToListAsync(ct)).ToLookup(s => s.RecommendationId);
        return new(
            institutions,
            all.ToDictionary(o => o.Activity.Code, o => Row(o.Activity, codes)),
            all.SelectMany(o => o.Recommendations, (o, r) => (o.Activity.Code, Recommendation: r)).DistinctBy(r => (r.Code, r.Recommendation.What))
                .ToDictionary(r => (r.Code, r.Recommendation.What), r => new RecommendationOnRecord(r.Recommendation, [.. steps[r.Recommendation.Id].DistinctBy(s => (s.ToState, s.HappenedOn))])),
            [.. all.Select(o => o.Activity.Code)]);
    }

    private static WorkbookRow Row(OversightActivity activity, Dictionary<Guid, string> codes) => WorkbookRow.Of(Activities,
    [
        ("code", activity.Code),
        ("kind", activity.Kind),
        .. WorkbookRow.Wording("title", activity.Title.Original, activity.Title.Texts),
        ("body", codes.GetValueOrDefault(activity.BodyId)),
        ("institution", codes.GetValueOrDefault(activity.InstitutionId)),
        ("on", activity.HeldOn),
        ("open", activity.IsOpen),
        ("findings", activity.Findings),
        ("resolved", activity.ResolvedOn),
        ("resolution", activity.Resolution),
        ("url", activity.Url),
        ("level", activity.Classification),
    ]);

    private static WorkbookRow Row(string activity, OversightRecommendation recommendation) => WorkbookRow.Of(Recommendations,
    [
        ("activity", activity),
        ("what", recommendation.What),
        ("due", recommendation.DueOn),
    ]);

    [GeneratedRegex("^[A-Z0-9][A-Z0-9._-]{0,39}$")]
    private static partial Regex Code();

    private sealed record OversightOnRecord(
        Dictionary<string, Guid> Institutions,
        Dictionary<string, WorkbookRow> Activities,
        Dictionary<(string Code, string What), RecommendationOnRecord> Recommendations,
        HashSet<string> Codes);
}
