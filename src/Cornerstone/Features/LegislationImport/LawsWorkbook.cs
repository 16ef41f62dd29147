using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cornerstone.Features.Legislation;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LegislationImport;

/// <summary>Laws, the steps they took, how they were assessed and the by-laws they call for, as a spreadsheet. Steps and assessments are only ever added.</summary>
internal sealed partial class LawsWorkbook : IWorkbook
{
    private const string Laws = "laws";
    private const string Steps = "steps";
    private const string Assessments = "assessments";

    public string Name => "laws";

    public string Title => Text.Later("Laws");

    public string Purpose => Text.Later("The laws of the sector, their steps, their assessments and their by-laws.");

    public string Reads => LegislationRoom.Read;

    public string Needs => LegislationRoom.Edit;

    public async Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        var T = run.T;
        var choices = await LawChoices.ReadAsync(run.Db, run.Country, Today(run), T, ct);
        var states = Enum.GetValues<LawState>().Select(s => new WorkbookChoice(s.ToString(), T.Of(s))).ToList();
        return
        [
            new(Laws, Text.Later("Laws"),
            [
                new("code", Text.Later("Code")) { IsKey = true, Register = new("law"), Longest = 40 },
                .. WorkbookColumn.Wording("title", Text.Later("Title"), isRequired: true),
                new("number", Text.Later("Number")) { Longest = 120 },
                new("subject", Text.Later("Subject")) { Longest = Law.LongestText },
                new("components", Text.Later("Components"), ColumnKind.Choice) { IsList = true, Choices = [.. choices.Components.Select(c => new WorkbookChoice(c.Value, c.Text))] },
                new("functions", Text.Later("Functions affected"), ColumnKind.Reference) { IsList = true, Choices = [.. choices.Functions.Select(c => new WorkbookChoice(c.Value, c.Text))] },
                new("lead", Text.Later("Lead institution"), ColumnKind.Reference) { Note = Text.Later("The code of an institution.") },
                new("published", Text.Later("Published on"), ColumnKind.Date),
                new("effective", Text.Later("Takes effect on"), ColumnKind.Date),
                new("url", Text.Later("Address of the text")) { Longest = Law.LongestText },
                new("state", Text.Later("First state on record"), ColumnKind.Choice) { IsRequired = true, Choices = states, Note = Text.Later("Where it stood when it was entered; what came later stands on the sheet of steps.") },
                new("since", Text.Later("On record since"), ColumnKind.Date) { IsRequired = true },
                new("body", Text.Later("Who acted")) { Longest = 200 },
                new("reason", Text.Later("Reason")) { Longest = 1_000 },
                new("level", Text.Later("Classification"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<Classification>().Select(c => new WorkbookChoice(c.ToString(), T.Of(c)))] },
            ]) { IsRequired = true },
            new(Steps, Text.Later("Steps"),
            [
                new("law", Text.Later("Law"), ColumnKind.Reference) { IsKey = true },
                new("state", Text.Later("State"), ColumnKind.Choice) { IsKey = true, Choices = states },
                new("on", Text.Later("It happened on"), ColumnKind.Date) { IsKey = true },
                new("body", Text.Later("Who acted")) { Longest = 200 },
                new("reference", Text.Later("Reference")) { Longest = 300 },
                new("by", Text.Later("Amended or repealed by"), ColumnKind.Reference),
                new("reason", Text.Later("Reason")) { Longest = 1_000 },
            ]),
            new(Assessments, Text.Later("Assessments"),
            [
                new("law", Text.Later("Law"), ColumnKind.Reference) { IsKey = true },
                new("kind", Text.Later("Assessed for"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<AssessmentKind>().Select(k => new WorkbookChoice(k.ToString(), T.Of(k)))] },
                new("against", Text.Later("Against which article or standard")) { IsKey = true, MayBeEmpty = true, Longest = 300 },
                new("on", Text.Later("Assessed on"), ColumnKind.Date) { IsKey = true },
                new("result", Text.Later("Result"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<AssessmentResult>().Select(r => new WorkbookChoice(r.ToString(), T.Of(r)))] },
                new("by", Text.Later("Assessed by")) { IsRequired = true, Longest = 200 },
                new("findings", Text.Later("Findings")) { Longest = Law.LongestText },
            ]),
            ByLawRows.Columns(),
        ];
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var record = await LawsOnRecord.ReadAsync(run, ct);
        foreach (var row in record.Files.Values.SelectMany(f => record.RowsOf(f)))
        {
            yield return row;
        }

        foreach (var step in record.Files.Values.SelectMany(f => LawSteps.Effective(f.Steps).Skip(1).Select(s => record.Row(f.Law, s))))
        {
            yield return step;
        }

        foreach (var row in record.Files.Values.SelectMany(f => f.Assessments.Select(a => LawsOnRecord.Row(f.Law, a)))
            .Concat(record.Files.Values.SelectMany(f => f.ByLaws.Select(b => ByLawRows.Of(f.Law, b)))))
        {
            yield return row;
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var record = await run.OnceAsync("laws", () => LawsOnRecord.ReadAsync(run, ct));
        return [.. rows.Select(row => row.Sheet switch
        {
            Laws => CheckLaw(row, record, run),
            Steps => CheckStep(row, record, run),
            ByLawRows.Sheet => ByLawRows.Check(row, record, run),
            _ => CheckAssessment(row, record, run),
        })];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var codes = verdicts.Select(v => v.Row.Text(v.Row.Sheet == Laws ? "code" : "law")).ToList();
        var laws = await run.Db.Laws.Where(l => l.Country == run.Country && l.Compartment == null && codes.Contains(l.Code)).ToDictionaryAsync(l => l.Code, ct);
        var record = await run.OnceAsync("laws", () => LawsOnRecord.ReadAsync(run, ct));
        var ids = await run.Db.Laws.AsNoTracking().Where(l => l.Country == run.Country && l.Compartment == null).ToDictionaryAsync(l => l.Code, l => l.Id, ct);
        var changed = laws.Values.Select(l => l.Id).ToList();
        var byLaws = verdicts.Any(v => v.Row.Sheet == ByLawRows.Sheet) ? await run.Db.LawByLaws.Where(b => changed.Contains(b.LawId)).ToListAsync(ct) : [];
        var order = 0;
        foreach (var (row, outcome, _) in verdicts)
        {
            switch (row.Sheet)
            {
                case Laws when outcome == RowOutcome.Add:
                    var (law, first) = NewLaw(row, record, run);
                    run.Db.AddRange(law, first);
                    break;
                case Laws:
                    Fill(laws[row.Text("code")!], row, record);
                    laws[row.Text("code")!].Version++;
                    break;
                case Steps:
                    var moved = laws[row.Text("law")!];
                    // A step of the same day comes after the one in the row above.
                    run.Db.Add(moved.Take(MoveOf(row, row.Text("by") is { } by ? ids[by] : null), isFirst: false, run.Reader.Id, run.At.AddMicroseconds(++order)));
                    moved.Version++;
                    break;
                case ByLawRows.Sheet:
                    ByLawRows.Apply(row, laws[row.Text("law")!], byLaws, run);
                    break;
                default:
                    run.Db.Add(NewAssessment(row, laws[row.Text("law")!], run));
                    break;
            }
        }
    }

    private static RowVerdict CheckLaw(WorkbookRow row, LawsOnRecord record, WorkbookRun run)
    {
        var T = run.T;
        var code = row.Text("code")!;
        if (!Code().IsMatch(code))
        {
            return row.Refuse(row.Finding("code", "legislation.code", T["capital letters, digits, hyphens"]));
        }

        if (row.Text("lead") is { } lead && !record.Institutions.ContainsKey(lead))
        {
            return row.Refuse(row.Finding("lead", "legislation.lead", T["the code of an institution"]));
        }

        if (row.Text("url") is { } url && !url.StartsWith("https://", StringComparison.Ordinal) && !url.StartsWith("http://", StringComparison.Ordinal))
        {
            return row.Refuse(row.Finding("url", "legislation.url", T["an address beginning with https://"]));
        }

        if (Enum.Parse<Classification>(row.Text("level")!) is var level && level > run.Reader.ClearanceIn(run.Country) && run.Reader.Id != Access.Reader.OperatorId)
        {
            return row.Refuse(row.Finding("level", "legislation.above-clearance", T[new Refusal("legislation.above-clearance", T.Of(level))]));
        }

        return record.Files.TryGetValue(code, out var file) ? CheckKnown(row, file, record, T) : CheckNew(row, code, record, run);
    }

    private static RowVerdict CheckKnown(WorkbookRow row, LawOnRecord file, LawsOnRecord record, Text T)
    {
        var current = record.RowsOf(file).Single();
        if (row.Text("state") != current.Text("state") || row.Date("since") != current.Date("since"))
        {
            return row.Refuse(row.Finding("state", "legislation.steps-only", T["as on record; what came later stands on the sheet of steps"]));
        }

        // A law in force cannot be moved to a later day of effect behind its step's back.
        return LawPath.IsInForce(file.Law.State) && (row.Date("effective") ?? row.Date("published")) is { } binds && file.Law.StateSince < binds
            ? row.Refuse(row.Finding("effective", "legislation.in-force-too-early", T[new Refusal("legislation.in-force-too-early", binds)]))
            : row.Against(current);
    }

    private static RowVerdict CheckNew(WorkbookRow row, string code, LawsOnRecord record, WorkbookRun run)
    {
        var law = DraftOf(row, record, run.Country);
        if (law.Open(FirstMove(row), Today(run)) is { } refusal)
        {
            return row.Refuse(row.Finding("state", refusal.Code, run.T[refusal]));
        }

        record.Files[code] = new(law, [law.Take(FirstMove(row), isFirst: true, run.Reader.Id, run.At)], [], []);
        return row.Add();
    }

    private static RowVerdict CheckStep(WorkbookRow row, LawsOnRecord record, WorkbookRun run)
    {
        var T = run.T;
        if (!record.Files.TryGetValue(row.Text("law")!, out var file) || (row.Text("by") is { } by && !record.Files.ContainsKey(by)))
        {
            return row.Refuse(row.Finding("law", "legislation.unknown-law", T["the code of a law on record or on the first sheet"]));
        }

        var move = MoveOf(row, row.Text("by") is { } other ? record.Files[other].Law.Id : null);
        var effective = LawSteps.Effective(file.Steps);
        if (effective.FirstOrDefault(s => s.ToState == move.To && s.HappenedOn == move.On) is { } known)
        {
            return row.Against(record.Row(file.Law, known)) is { Outcome: RowOutcome.Change } ? row.Refuse(row.Finding("state", "legislation.step-kept", T["as on record: a step is kept for ever"])) : row.Unchanged();
        }

        if (file.Law.MayMove(move, effective[^1], Today(run)) is { } refusal)
        {
            return row.Refuse(row.Finding("state", refusal.Code, T[refusal]));
        }

        // Later rows of this file go on from here.
        file.Steps.Add(file.Law.Take(move, isFirst: false, run.Reader.Id, run.At.AddMicroseconds(file.Steps.Count)));
        return row.Add();
    }

    private static RowVerdict CheckAssessment(WorkbookRow row, LawsOnRecord record, WorkbookRun run)
    {
        if (!record.Files.TryGetValue(row.Text("law")!, out var file))
        {
            return row.Refuse(row.Finding("law", "legislation.unknown-law", run.T["the code of a law on record or on the first sheet"]));
        }

        var known = file.Assessments.Select(a => LawsOnRecord.Row(file.Law, a))
            .FirstOrDefault(a => a.Text("kind") == row.Text("kind") && a.Text("against") == row.Text("against") && a.Date("on") == row.Date("on"));
        return row.Date("on") > Today(run) ? row.Refuse(row.Finding("on", "legislation.step-in-future", run.T[new Refusal("legislation.step-in-future")]))
            : row.Against(known) is { Outcome: RowOutcome.Change } ? row.Refuse(row.Finding("result", "legislation.assessment-kept", run.T["as on record: enter a later assessment instead"]))
            : row.Against(known);
    }

    internal static DateOnly Today(WorkbookRun run) => DateOnly.FromDateTime(run.At.UtcDateTime);

    private static LawMove FirstMove(WorkbookRow row) => new(Enum.Parse<LawState>(row.Text("state")!), row.Date("since")!.Value) { Body = row.Text("body"), Reason = row.Text("reason") };

    private static LawMove MoveOf(WorkbookRow row, Guid? by) => new(Enum.Parse<LawState>(row.Text("state")!), row.Date("on")!.Value)
    {
        Body = row.Text("body"),
        Reference = row.Text("reference"),
        ByLawId = by,
        Reason = row.Text("reason"),
    };

    private static (Law Law, LawStep First) NewLaw(WorkbookRow row, LawsOnRecord record, WorkbookRun run)
    {
        var law = DraftOf(row, record, run.Country);
        return (law, law.Take(FirstMove(row), isFirst: true, run.Reader.Id, run.At));
    }

    private static Law DraftOf(WorkbookRow row, LawsOnRecord record, string country)
    {
        var law = new Law { Country = country, Classification = Classification.Restricted, Code = row.Text("code")!, Title = Wording.Empty };
        Fill(law, row, record);
        return law;
    }

    private static void Fill(Law law, WorkbookRow row, LawsOnRecord record)
    {
        law.Title = new Wording(row.Original("title"), row.Texts("title"));
        law.Number = row.Has("number") ? row.Text("number") : law.Number;
        law.Subject = row.Has("subject") ? row.Text("subject") : law.Subject;
        law.Components = row.Has("components") ? [.. row.Codes("components")] : law.Components;
        law.Functions = row.Has("functions") ? [.. row.Codes("functions")] : law.Functions;
        law.LeadInstitutionId = row.Has("lead") ? row.Text("lead") is { } lead ? record.Institutions[lead] : null : law.LeadInstitutionId;
        law.PublishedOn = row.Has("published") ? row.Date("published") : law.PublishedOn;
        law.EffectiveOn = row.Has("effective") ? row.Date("effective") : law.EffectiveOn;
        law.Url = row.Has("url") ? row.Text("url") : law.Url;
        law.Classification = Enum.Parse<Classification>(row.Text("level")!);
    }

    private static LawAssessment NewAssessment(WorkbookRow row, Law law, WorkbookRun run) => new()
    {
        LawId = law.Id,
        Country = law.Country,
        Classification = law.Classification,
        Compartment = law.Compartment,
        Kind = Enum.Parse<AssessmentKind>(row.Text("kind")!),
        Against = row.Text("against"),
        Result = Enum.Parse<AssessmentResult>(row.Text("result")!),
        AssessedBy = row.Text("by")!,
        AssessedOn = row.Date("on")!.Value,
        Findings = row.Text("findings"),
        RecordedBy = run.Reader.Id,
        RecordedAt = run.At,
    };

    [GeneratedRegex("^[A-Z0-9][A-Z0-9._-]{0,39}$")]
    private static partial Regex Code();
}
