using System.Runtime.CompilerServices;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>Values of indicators. New ones enter as "entered"; a published one that differs gets a correction beside it; the same again changes nothing.</summary>
internal sealed class SeriesWorkbook : ILargeWorkbook
{
    private const string Sheet = "series";

    public string Name => "series";

    public string Title => Text.Later("Values of indicators");

    public string Purpose => Text.Later("One row for each value: indicator, period, area, part and where it comes from.");

    public string Reads => BenchmarksRoom.Working;

    public string Needs => BenchmarksRoom.Import;

    public Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct) => Task.FromResult<IReadOnlyList<WorkbookSheet>>(
    [
        new(Sheet, Text.Later("Values"),
        [
            new("indicator", Text.Later("Indicator"), ColumnKind.Reference) { IsKey = true, Note = Text.Later("The code of an indicator.") },
            new("period", Text.Later("Period"), ColumnKind.Period) { IsKey = true },
            new("area", Text.Later("Area"), ColumnKind.Reference) { IsKey = true, MayBeEmpty = true, Note = Text.Later("The code of a region; empty for the whole country.") },
            new("dimensions", Text.Later("Part of the whole")) { IsKey = true, MayBeEmpty = true, Longest = 300, Note = Text.Later("Such as sex=F;age=18-24; empty for all.") },
            new("value", Text.Later("Value"), ColumnKind.Figure) { Note = Text.Later("A number, 3–6, ~50, <10, unknown or n/a; left empty, a ratio is computed from numerator and denominator.") },
            new("unit", Text.Later("Unit"), ColumnKind.Choice)
            {
                Choices = [.. Enum.GetValues<IndicatorUnit>().Select(u => new WorkbookChoice(u.ToString(), run.T.WordOf(u)))],
                Note = Text.Later("The unit of the card. Left empty it is not asked; another one is refused."),
            },
            new("detail", Text.Later("Unit in detail")) { Longest = 60 },
            new("numerator", Text.Later("Numerator"), ColumnKind.Number),
            new("denominator", Text.Later("Denominator"), ColumnKind.Number),
            new("source", Text.Later("Source")) { Longest = 500, Note = Text.Later("Left empty: the source of the card.") },
            new("collected", Text.Later("Collected on"), ColumnKind.Date),
            new("note", Text.Later("Note")) { Longest = 2_000, Note = Text.Later("Where a published value changes: why. The reason stands in the revision list.") },
            new("no-evidence", Text.Later("Why there is no evidence")) { Longest = 1_000 },
        ]) { IsRequired = true },
    ]);

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var indicators = (await run.Db.DefinedIndicatorsAsync(run.Country, ct)).ToDictionary(d => d.Indicator.Id);
        var corrections = run.Db.SeriesPoints;
        var points = run.Db.PointsFor(working: true).Where(p => p.Country == run.Country
                // Of a value and its correction the one people work on, as the way in compares it.
                && !(p.State == PointState.Published && corrections.Any(c => c.Corrects == p.Id && c.State != PointState.Corrected && c.State != PointState.Retracted && c.State != PointState.Published)))
            .OrderBy(p => p.IndicatorId).ThenBy(p => p.Area).ThenBy(p => p.Dimensions).ThenBy(p => p.UntilDay);
        await foreach (var p in points.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return Row(
                indicators[p.IndicatorId], p.Area, p.Dimensions, new(p.Id, p.Period, p.Value, p.Numerator, p.Denominator, p.Source, p.CollectedOn, p.Note, p.NoEvidenceBecause, p.State));
        }
    }

    public async Task LearnAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct) =>
        await (await StoredSeries.OfAsync(run, ct)).LearnAsync(rows.Select(r => r.Text("indicator") ?? ""), run, ct);

    public IReadOnlyList<RowVerdict> Check(IReadOnlyList<WorkbookRow> rows, WorkbookRun run)
    {
        var stored = StoredSeries.Of(run);
        var entries = rows.Select(row => (Row: row, Entry: SeriesEntry.Read(row, stored, run.T, out var finding), Finding: finding)).ToList();
        var last = LastOfWholes(entries.Select(e => e.Entry).OfType<SeriesEntry>());
        return [.. entries.Select(e => e.Entry is null ? e.Row.Refuse(e.Finding!) : Judge(e.Entry, stored, last.Contains(e.Row), run))];
    }

    // Rows after which no other part of the same whole comes in the batch.
    private static HashSet<WorkbookRow> LastOfWholes(IEnumerable<SeriesEntry> entries) => [.. entries
        .Where(e => PartsOfWhole.Asks(e.Of.Card) && !e.Part.Key.IsAll)
        .Reverse().DistinctBy(e => (e.Of, e.Area, e.Period, e.Part.Key.Axes)).Select(e => e.Row)];

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var import = await OpenImportAsync(StoredSeries.Of(run), run, ct);
        import.Added += verdicts.Count(v => v.Outcome == RowOutcome.Add);
        import.Changed += verdicts.Count(v => v.Outcome == RowOutcome.Change);
        var changes = verdicts.Select(v => (SeriesChange)v.Meant!).ToList();
        await OverwriteAsync(changes.Where(c => c.There is { State: not PointState.Published }).ToDictionary(c => c.There!.Id, c => c.Entry), run.Db, ct);
        await run.Db.CopyAsync([.. changes.Where(c => c.There is null or { State: PointState.Published }).Select(c => New(c.Entry, c.There?.Id, import.Id, run))], ct);
    }

    private static async Task OverwriteAsync(Dictionary<Guid, SeriesEntry> open, AppDb db, CancellationToken ct)
    {
        var ids = open.Keys.ToList();
        foreach (var point in ids.Count == 0 ? [] : await db.SeriesPoints.Where(p => ids.Contains(p.Id)).ToListAsync(ct))
        {
            Overwrite(point, open[point.Id]);
        }
    }

    private static RowVerdict Judge(SeriesEntry e, StoredSeries stored, bool isLast, WorkbookRun run)
    {
        if (e.Part.LineBefore(e.Period, e.Row.Line) is { } line)
        {
            return e.Row.Refuse(e.Row.Finding("period", "I8", run.T["one value for each period, area and part: row {0} has it already", line]));
        }

        var there = e.Part.At(e.Period);
        if (there is not null && IsSame(e, there) && SeriesRules.CheckUnit(e, run.T).Count == 0)
        {
            return e.Row.Unchanged();
        }

        List<WorkbookFinding> findings =
        [
            .. SeriesRules.CheckUnit(e, run.T), .. SeriesRules.Check(e, stored.Thresholds, DateOnly.FromDateTime(run.At.UtcDateTime), run.T), .. SeriesRules.CheckParts(e, isLast, run.T),
            .. SeriesRules.CheckLeap(e, stored.Thresholds, run.T), .. NotAsked(e), .. CheckStanding(e, there, run.T),
        ];
        if (findings.Exists(f => f.Grade == FindingGrade.Error))
        {
            return e.Row.Refuse(findings);
        }

        // The figure counts for the rows after it; whose it is and where it stands stays what it was.
        e.Part.Put(there is null ? new(Guid.Empty, e.Period, e.Value, null, null, "", null, null, null, PointState.Entered) : there with { Value = e.Value });
        return (there is null ? e.Row.Add(findings) : e.Row.Change(findings)) with { Meant = new SeriesChange(e, there) };
    }

    /// <summary>
    /// What somebody else may rely on is not overwritten: what was handed in waits for its judge, and a published value is corrected beside
    /// itself, with a reason that stands in the revision list.
    /// </summary>
    private static IReadOnlyList<WorkbookFinding> CheckStanding(SeriesEntry e, StoredPoint? there, Text T) => there switch
    {
        { State: PointState.Submitted or PointState.Verified } =>
            [e.Row.Finding("value", "I8", T["a value that nobody is judging at the moment; this one was submitted"])],
        { State: PointState.Published } when e.Row.Text("note") is not { } reason || reason == there.Note =>
            [e.Row.Finding("note", "series.correction", T["why the published value {0} is corrected: it stays until the correction is verified and published", there.Value.ToString(null, T.Language.Culture)])],
        { IsCorrection: true } when string.IsNullOrWhiteSpace(e.Row.Has("note") ? e.Row.Text("note") : there.Note) =>
            [e.Row.Finding("note", "series.correction", T["why the published value is corrected"])],
        _ => [],
    };

    private static IReadOnlyList<WorkbookFinding> NotAsked(SeriesEntry e) => e.Part.NotAsked.Count == 0 ? [] :
        [.. e.Part.NotAsked.Select(expected => e.Row.Finding("dimensions", "series.dimensions", expected, FindingGrade.Warning))];

    // A column the file does not have, and a source left to the card, say nothing new.
    private static bool IsSame(SeriesEntry e, StoredPoint there) =>
        (e.Value, e.Numerator, e.Denominator) == (there.Value, there.Numerator, there.Denominator)
        && (e.Row.Text("source") is not { } source || source == there.Source)
        && (!e.Row.Has("collected") || e.Row.Date("collected") == there.CollectedOn)
        && (!e.Row.Has("note") || e.Row.Text("note") == there.Note)
        && (!e.Row.Has("no-evidence") || e.Row.Text("no-evidence") == there.NoEvidenceBecause);

    // The first batch opens it, each adds to its counts.
    private static async Task<SeriesImport> OpenImportAsync(StoredSeries stored, WorkbookRun run, CancellationToken ct)
    {
        if (stored.ImportId is { } id)
        {
            return await run.Db.SeriesImports.SingleAsync(i => i.Id == id, ct);
        }

        var import = new SeriesImport { Country = run.Country, Classification = Classification.Public, ImportedAt = run.At, ImportedBy = run.Reader.Id };
        stored.ImportId = import.Id;
        run.Db.SeriesImports.Add(import);
        await run.Db.RecordAsync(run.Act, ct);
        return import;
    }

    private static SeriesPoint New(SeriesEntry e, Guid? corrects, Guid importId, WorkbookRun run) => new()
    {
        Id = OrderedId.At(run.At),
        IndicatorId = e.Of.Indicator.Id,
        Country = run.Country,
        Classification = e.Of.Indicator.Classification,
        Area = e.Area,
        Dimensions = e.Part.Dimensions,
        Period = e.Period,
        Value = e.Value,
        Numerator = e.Numerator,
        Denominator = e.Denominator,
        Source = e.Row.Text("source") ?? e.Of.Card.Source,
        CollectedOn = e.Row.Date("collected"),
        Note = e.Row.Text("note"),
        NoEvidenceBecause = e.Row.Text("no-evidence"),
        EnteredBy = run.Reader.Id,
        EnteredAt = run.At,
        Corrects = corrects,
        ImportId = importId,
    };

    private static void Overwrite(SeriesPoint point, SeriesEntry e)
    {
        (point.Value, point.Numerator, point.Denominator) = (e.Value, e.Numerator, e.Denominator);
        point.Source = e.Row.Text("source") ?? point.Source;
        point.CollectedOn = e.Row.Has("collected") ? e.Row.Date("collected") : point.CollectedOn;
        point.Note = e.Row.Has("note") ? e.Row.Text("note") : point.Note;
        point.NoEvidenceBecause = e.Row.Has("no-evidence") ? e.Row.Text("no-evidence") : point.NoEvidenceBecause;
        point.Version++;
    }

    private static WorkbookRow Row(DefinedIndicator of, string area, string dimensions, StoredPoint p) => WorkbookRow.Of(Sheet,
    [
        ("indicator", of.Indicator.Code), ("period", p.Period.ToString()), ("area", area), ("dimensions", dimensions), ("value", p.Value.ToString()),
        ("unit", of.Definition.Unit), ("detail", of.Definition.UnitDetail),
        ("numerator", p.Numerator), ("denominator", p.Denominator), ("source", p.Source), ("collected", p.CollectedOn), ("note", p.Note), ("no-evidence", p.NoEvidenceBecause),
    ]);

    /// <summary>What a row found good is to do.</summary>
    private sealed record SeriesChange(SeriesEntry Entry, StoredPoint? There);
}
