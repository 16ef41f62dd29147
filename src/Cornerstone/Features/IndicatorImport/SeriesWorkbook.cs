using System.Globalization;
using System.Runtime.CompilerServices;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>Values of indicators. New ones enter as "entered"; a published one that differs gets a correction beside it; the same again changes nothing.</summary>
internal sealed class SeriesWorkbook : IWorkbook
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
        var codes = (await run.Db.DefinedIndicatorsAsync(run.Country, ct)).ToDictionary(d => d.Indicator.Id, d => d.Indicator.Code);
        var corrections = run.Db.SeriesPoints;
        var points = run.Db.PointsFor(working: true).Where(p => p.Country == run.Country
                // Of a value and its correction the one people work on, as the way in compares it.
                && !(p.State == PointState.Published && corrections.Any(c => c.Corrects == p.Id && c.State != PointState.Corrected && c.State != PointState.Retracted && c.State != PointState.Published)))
            .OrderBy(p => p.IndicatorId).ThenBy(p => p.Area).ThenBy(p => p.Dimensions).ThenBy(p => p.UntilDay);
        await foreach (var p in points.AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return Row(
                codes[p.IndicatorId], p.Area, p.Dimensions, new(p.Id, p.Period, p.Value, p.Numerator, p.Denominator, p.Source, p.CollectedOn, p.Note, p.NoEvidenceBecause, p.State));
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var stored = await StoredSeries.OfAsync(run, ct);
        var entries = rows.Select(row => Understand(row, stored, run.T)).ToList();
        stored.Judged = entries.Select(e => e.Entry).OfType<SeriesEntry>().ToDictionary(e => e.Row);
        await stored.LoadAsync(stored.Judged.Values.Select(e => e.Defined.Indicator.Id), ct);
        var last = LastOfWholes(stored.Judged.Values);
        return [.. entries.Select((e, i) => e.Entry is { } entry ? Judge(entry, stored, last.Contains(entry.Row), run) : rows[i].Refuse(e.Findings))];
    }

    // Rows after which no other part of the same whole comes in the batch.
    private static HashSet<WorkbookRow> LastOfWholes(IEnumerable<SeriesEntry> entries) => [.. entries
        .Where(e => e.Defined.Definition.OverDimensions == RollUpRule.Sum && !e.Key.IsAll)
        .GroupBy(e => (e.Defined.Indicator.Id, e.Area, e.Period, string.Join(';', e.Key.Parts.Keys)))
        .Select(g => g.Last().Row)];

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var stored = await StoredSeries.OfAsync(run, ct);
        var import = await OpenImportAsync(stored, run, ct);
        import.Added += verdicts.Count(v => v.Outcome == RowOutcome.Add);
        import.Changed += verdicts.Count(v => v.Outcome == RowOutcome.Change);
        var understood = verdicts.Select(v => (v.Outcome, Entry: stored.Judged.GetValueOrDefault(v.Row) ?? Understand(v.Row, stored, run.T).Entry!)).ToList();
        await stored.LoadAsync(understood.Select(u => u.Entry.Defined.Indicator.Id), ct);
        var found = understood.Select(u => (u.Entry, There: u.Outcome == RowOutcome.Add ? null : stored.Find(u.Entry.Defined.Indicator.Id, u.Entry.Area, u.Entry.Dimensions, u.Entry.Period))).ToList();
        await OverwriteAsync(found.Where(f => f.There is { State: not PointState.Published }).ToDictionary(f => f.There!.Id, f => f.Entry), run.Db, ct);
        await run.Db.CopyAsync([.. found.Where(f => f.There is null or { State: PointState.Published }).Select(f => New(f.Entry, f.There?.Id, stored, run))], ct);
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
        var id = e.Defined.Indicator.Id;
        if (stored.LineBefore(e) is { } line)
        {
            return e.Row.Refuse(e.Row.Finding("period", "I8", run.T["one value for each period, area and part: row {0} has it already", line]));
        }

        var there = stored.Find(id, e.Area, e.Dimensions, e.Period);
        if (there is not null && IsSame(e, there))
        {
            return e.Row.Unchanged();
        }

        WorkbookFinding[] findings =
        [
            .. SeriesRules.Check(e, stored, DateOnly.FromDateTime(run.At.UtcDateTime), run.T), .. SeriesRules.CheckParts(e, stored, isLast, run.T),
            .. SeriesRules.CheckLeap(e, stored, run.T) is { } leap ? [leap] : Array.Empty<WorkbookFinding>(), .. NotAsked(e, stored, run.T), .. CheckStanding(e, there, run.T),
        ];
        if (findings.Any(f => f.Grade == FindingGrade.Error))
        {
            return e.Row.Refuse(findings);
        }

        // The figure counts for the rows after it; whose it is and where it stands stays what it was.
        stored.Put(id, e.Area, e.Dimensions, (there ?? new(Guid.Empty, e.Period, e.Value, null, null, "", null, null, null, PointState.Entered)) with { Value = e.Value });
        return there is null ? e.Row.Add(findings) : e.Row.Change(findings);
    }

    /// <summary>
    /// What somebody else may rely on is not overwritten: what was handed in waits for its judge, and a published value is corrected beside
    /// itself, with a reason that stands in the revision list.
    /// </summary>
    private static IEnumerable<WorkbookFinding> CheckStanding(SeriesEntry e, StoredPoint? there, Text T)
    {
        if (there is { State: PointState.Submitted or PointState.Verified })
        {
            yield return e.Row.Finding("value", "I8", T["a value that nobody is judging at the moment; this one was submitted"]);
        }
        else if (there is { State: PointState.Published } && (e.Row.Text("note") is not { } reason || reason == there.Note))
        {
            yield return e.Row.Finding("note", "series.correction", T["why the published value {0} is corrected: it stays until the correction is verified and published", there.Value.ToString(null, T.Language.Culture)]);
        }
        else if (there is { IsCorrection: true } && string.IsNullOrWhiteSpace(e.Row.Has("note") ? e.Row.Text("note") : there.Note))
        {
            yield return e.Row.Finding("note", "series.correction", T["why the published value is corrected"]);
        }
    }

    private static IEnumerable<WorkbookFinding> NotAsked(SeriesEntry e, StoredSeries stored, Text T) => stored.Dimensions.NotAsked(e.Defined.Definition, e.Key)
        .Select(name => e.Row.Finding("dimensions", "series.dimensions", T["a part the card asks for; it does not ask for {0}", name], FindingGrade.Warning));

    // A column the file does not have, and a source left to the card, say nothing new.
    private static bool IsSame(SeriesEntry e, StoredPoint there) =>
        (e.Value, e.Numerator, e.Denominator) == (there.Value, there.Numerator, there.Denominator)
        && (e.Row.Text("source") is not { } source || source == there.Source)
        && (!e.Row.Has("collected") || e.Row.Date("collected") == there.CollectedOn)
        && (!e.Row.Has("note") || e.Row.Text("note") == there.Note)
        && (!e.Row.Has("no-evidence") || e.Row.Text("no-evidence") == there.NoEvidenceBecause);

    private static (SeriesEntry? Entry, WorkbookFinding[] Findings) Understand(WorkbookRow row, StoredSeries stored, Text T)
    {
        WorkbookFinding[] No(string column, string rule, string expected) => [row.Finding(column, rule, expected)];

        var area = row.Text("area") ?? "";
        if (!stored.Indicators.TryGetValue(row.Text("indicator") ?? "", out var defined) || defined.Indicator.State == IndicatorState.Retired)
        {
            return (null, No("indicator", "series.indicator", T["the code of an indicator in use"]));
        }

        // A focal point brings in values of the institutions they speak for (domain handbook §0.4).
        if (stored.MayEnter(defined) is { Code: "values.not-yours" } notYours)
        {
            return (null, No("indicator", notYours.Code, T[notYours]));
        }

        if (stored.PeriodOf(row.Text("period")) is not { } period)
        {
            return (null, No("period", "series.period", T["a period such as 2024, 2024-Q1 or 2024-03"]));
        }

        if (area.Length > 0 && !stored.Regions.Contains(area))
        {
            return (null, No("area", "series.area", T["the code of a region, or empty for the whole country"]));
        }

        if (stored.KeyOf(row.Text("dimensions")) is not { } key)
        {
            return (null, No("dimensions", "series.dimensions", T["parts such as sex=F;age=18-24"]));
        }

        if (stored.Dimensions.Refuse(defined.Definition, key) is { } part)
        {
            return (null, No("dimensions", "series.dimensions", T[part]));
        }

        var (numerator, denominator) = (row.Number("numerator"), row.Number("denominator"));
        return (ValueOf(row, defined.Definition, numerator, denominator)) is { } value
            ? (new SeriesEntry(row, defined, period, area, key, value, numerator, denominator), [])
            : (null, No("value", "I9", T["a number, 3–6, ~50, <10, unknown or n/a"]));
    }

    private static Figure? ValueOf(WorkbookRow row, IndicatorDefinition card, decimal? numerator, decimal? denominator) => row.Text("value") is { } written
        ? decimal.TryParse(written, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var plain) ? Figure.Exact(plain)
            : Figure.TryParse(written, out var figure) ? figure : null
        : card.IsRatio && RollUp.RatioOf(card, numerator, denominator) is { } ratio ? Figure.Exact(decimal.Round(ratio, 8)) : null;

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

    private static SeriesPoint New(SeriesEntry e, Guid? corrects, StoredSeries stored, WorkbookRun run) => new()
    {
        Id = Guid.CreateVersion7(run.At),
        IndicatorId = e.Defined.Indicator.Id,
        Country = run.Country,
        Classification = e.Defined.Indicator.Classification,
        Area = e.Area,
        Dimensions = e.Dimensions,
        Period = e.Period,
        Value = e.Value,
        Numerator = e.Numerator,
        Denominator = e.Denominator,
        Source = e.Row.Text("source") ?? e.Defined.Definition.Source,
        CollectedOn = e.Row.Date("collected"),
        Note = e.Row.Text("note"),
        NoEvidenceBecause = e.Row.Text("no-evidence"),
        EnteredBy = run.Reader.Id,
        EnteredAt = run.At,
        Corrects = corrects,
        ImportId = stored.ImportId,
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

    private static WorkbookRow Row(string code, string area, string dimensions, StoredPoint p) => WorkbookRow.Of(Sheet,
    [
        ("indicator", code), ("period", p.Period.ToString()), ("area", area), ("dimensions", dimensions), ("value", p.Value.ToString()),
        ("numerator", p.Numerator), ("denominator", p.Denominator), ("source", p.Source), ("collected", p.CollectedOn), ("note", p.Note), ("no-evidence", p.NoEvidenceBecause),
    ]);
}
