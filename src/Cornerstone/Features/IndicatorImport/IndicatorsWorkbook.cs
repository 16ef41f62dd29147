using System.Runtime.CompilerServices;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>Indicators with their cards, and their baselines and targets. A changed row writes the next card; the one before stays.</summary>
internal sealed class IndicatorsWorkbook : IWorkbook
{
    public string Name => "indicators";

    public string Title => Text.Later("Indicators");

    public string Purpose => Text.Later("Definition cards of indicators, their baselines and targets.");

    public string Reads => BenchmarksRoom.Read;

    public string Needs => BenchmarksRoom.Edit;

    public async Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        var T = run.T;
        var components = (await run.Db.ComponentsAsync(run.Country, ct)).Select(c => new WorkbookChoice(c.Code, T.NameOf(c))).ToList();
        WorkbookColumn Choice<TCode>(string key, string title, bool isRequired = true)
            where TCode : struct, Enum => new(key, title, ColumnKind.Choice) { IsRequired = isRequired, Choices = [.. Enum.GetValues<TCode>().Select(c => new WorkbookChoice(c.ToString(), T.WordOf(c)))] };

        return
        [
            new(CardRow.Sheet, Text.Later("Indicators"),
            [
                new("code", Text.Later("Code")) { IsKey = true, Register = new("indicator"), Longest = Indicator.LongestCode },
                .. WorkbookColumn.Wording("name", Text.Later("Name"), isRequired: true),
                .. WorkbookColumn.Wording("meaning", Text.Later("Definition"), isRequired: true),
                Choice<IndicatorUnit>("unit", Text.Later("Unit")),
                new("detail", Text.Later("Unit in detail")) { Longest = 60 },
                Choice<IndicatorMeasure>("measure", Text.Later("Measure")),
                Choice<Direction>("direction", Text.Later("Direction")),
                new("low", Text.Later("Least of the band"), ColumnKind.Number),
                new("high", Text.Later("Most of the band"), ColumnKind.Number),
                new("tolerance", Text.Later("Tolerance"), ColumnKind.Number),
                new("numerator", Text.Later("Numerator")) { Longest = 500 },
                new("denominator", Text.Later("Denominator")) { Longest = 500 },
                new("method", Text.Later("Method")) { IsRequired = true, Longest = 4_000 },
                Choice<SourceType>("source-type", Text.Later("Kind of source")),
                new("source", Text.Later("Source")) { IsRequired = true, Longest = 500 },
                Choice<Frequency>("frequency", Text.Later("Frequency")),
                new("lag", Text.Later("Days until a value can be there"), ColumnKind.Number),
                new("custodian", Text.Later("Custodian")) { IsRequired = true, Longest = 200 },
                new("sdg", Text.Later("SDG indicator")) { Longest = 20 },
                new("component", Text.Later("Component"), ColumnKind.Choice) { IsRequired = true, Choices = components },
                Choice<ResultLevel>("level", Text.Later("Level")),
                new("split", Text.Later("Split by"), ColumnKind.Reference) { IsList = true },
                Choice<RollUpRule>("over-time", Text.Later("Combined over time")),
                Choice<RollUpRule>("over-areas", Text.Later("Combined over areas")),
                Choice<RollUpRule>("over-dimensions", Text.Later("Combined over dimensions")),
                Choice<StockOrFlow>("kind", Text.Later("Stock or flow")),
                new("cumulative", Text.Later("Counted since a fixed day"), ColumnKind.Choice) { Choices = [new("yes", T["Yes"]), new("no", T["No"])] },
                new("context", Text.Later("Context only: no target"), ColumnKind.Choice) { Choices = [new("yes", T["Yes"]), new("no", T["No"])] },
                new("levels", Text.Later("What each level means")) { Longest = 4_000, Note = Text.Later("From 0 upwards, separated by upright strokes.") },
                new("weight", Text.Later("Weight"), ColumnKind.Number),
                new("classification", Text.Later("How far it may travel"), ColumnKind.Choice) { Choices = [.. Enum.GetValues<Classification>().Select(c => new WorkbookChoice(c.ToString(), T.Of(c)))] },
            ]) { IsRequired = true },
            new(CardRow.Targets, Text.Later("Baselines and targets"),
            [
                new("indicator", Text.Later("Indicator"), ColumnKind.Reference) { IsKey = true },
                new("kind", Text.Later("Kind"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<TargetKind>().Select(k => new WorkbookChoice(k.ToString(), T.WordOf(k)))] },
                new("on", Text.Later("On"), ColumnKind.Date) { IsKey = true },
                new("area", Text.Later("Area"), ColumnKind.Reference) { IsKey = true, MayBeEmpty = true, Note = Text.Later("The code of a region; empty for the whole country.") },
                new("dimensions", Text.Later("Part of the whole")) { IsKey = true, MayBeEmpty = true, Longest = 300, Note = Text.Later("Such as sex=F;age=18-24; empty for all.") },
                new("value", Text.Later("Value"), ColumnKind.Figure) { IsRequired = true },
                new("set-by", Text.Later("Set by")) { Longest = 200 },
                new("approved", Text.Later("Approved in")) { Longest = 300 },
                new("source", Text.Later("Source")) { Longest = 500 },
                new("note", Text.Later("Note")) { Longest = 1_000 },
            ]),
        ];
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var known = await KnownIndicators.ReadAsync(run, ct);
        foreach (var d in known.ByCode.Values)
        {
            yield return CardRow.Of(d.Indicator, d.Definition);
        }

        foreach (var (code, target) in known.ByCode.Values.SelectMany(d => known.Targets[d.Indicator.Id], (d, t) => (d.Indicator.Code, t)))
        {
            yield return CardRow.Of(code, target);
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var known = await run.OnceAsync("indicators", () => KnownIndicators.ReadAsync(run, ct));
        return [.. rows.Select(row => row.Sheet == CardRow.Sheet ? CheckCard(row, known, run) : CheckTarget(row, known, run))];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var now = await KnownIndicators.ReadAsync(run, ct);
        var added = new List<object>();
        foreach (var (row, _, _) in verdicts)
        {
            if (row.Sheet == CardRow.Sheet)
            {
                added.Add(await CardOfAsync(row, now, run, ct));
            }
            else
            {
                added.Add(await ReplaceAsync(KnownIndicators.TargetOf(row, now.ByCode[row.Text("indicator")!].Indicator)!, run, ct));
            }
        }

        // What was there gives way before the next one comes: only one card and one baseline hold at a time.
        await run.Db.RecordAsync(run.Act, ct);
        run.Db.AddRange(added);
    }

    private static RowVerdict CheckCard(WorkbookRow row, KnownIndicators known, WorkbookRun run)
    {
        var code = row.Text("code")!;
        var there = known.ByCode.GetValueOrDefault(code);
        var indicator = there?.Indicator ?? new Indicator { Country = run.Country, Classification = CardRow.LevelOf(row), Code = code };
        var card = CardRow.ToCard(row, indicator, there?.Definition, run.At);
        var findings = DefinitionRules.Check(card).Select(r => row.Finding(ColumnOf(r.Property), r.Refusal.Code, run.T[r.Refusal])).ToList();
        if (there is not null && DefinitionRules.MayFollow(there.Definition, card, known.HasValues.Contains(indicator.Id)) is { } refusal)
        {
            findings.Add(row.Finding("unit", "I1", run.T[refusal]));
        }

        if (there is not null && DefinitionRules.MayTurn(there.Definition, card, known.Targets[indicator.Id].Any(t => t.Kind != TargetKind.Baseline)) is { } context)
        {
            findings.Add(row.Finding("context", context.Code, run.T[context]));
        }

        known.Cards[code] = new(indicator, card);
        return findings.Count > 0 ? row.Refuse(findings) : row.Against(there is null ? null : CardRow.Of(there.Indicator, there.Definition));
    }

    private static RowVerdict CheckTarget(WorkbookRow row, KnownIndicators known, WorkbookRun run)
    {
        if (row.Text("indicator") is not { } code || known.CardOf(code) is not { } defined)
        {
            return row.Refuse(row.Finding("indicator", "series.indicator", run.T["the code of an indicator in use"]));
        }

        if (row.Text("area") is { } area && !known.Regions.Contains(area))
        {
            return row.Refuse(row.Finding("area", "series.area", run.T["the code of a region, or empty for the whole country"]));
        }

        if (!DimensionKey.TryParse(row.Text("dimensions"), out var key) || known.Dimensions.Refuse(defined.Definition, key) is not null)
        {
            return row.Refuse(row.Finding("dimensions", "series.dimensions", run.T["parts such as sex=F;age=18-24"]));
        }

        if (KnownIndicators.TargetOf(row, defined.Indicator) is not { } target)
        {
            return row.Refuse(row.Finding("value", "I9", run.T["A baseline or target is a number."]));
        }

        var (id, seen) = (defined.Indicator.Id, known.Seen.GetValueOrDefault(code) ?? []);
        var others = known.Targets[id].Where(t => !seen.Exists(s => IsSamePlace(s, t)) && !IsSamePlace(target, t)).Concat(seen.Where(t => !IsSamePlace(target, t)));
        var findings = DefinitionRules.Check(defined.Definition, others, target).Select(r => row.Finding(ColumnOfTarget(r.Property), r.Refusal.Code, run.T[r.Refusal])).ToList();
        if (findings.Count > 0)
        {
            return row.Refuse(findings);
        }

        known.Seen[code] = [.. seen, target];
        var there = known.Targets[id].FirstOrDefault(t => IsSamePlace(target, t) && t.OnDay == target.OnDay);
        return row.Against(there is null ? null : CardRow.Of(code, there));
    }

    // There is one baseline of an area and part; of milestones and targets one on a day.
    private static bool IsSamePlace(IndicatorTarget one, IndicatorTarget other) =>
        (one.Kind, one.Area, one.Dimensions) == (other.Kind, other.Area, other.Dimensions) && (one.Kind == TargetKind.Baseline || one.OnDay == other.OnDay);

    private static string ColumnOfTarget(string property) => property switch { nameof(IndicatorTarget.Kind) => "kind", nameof(IndicatorTarget.OnDay) => "on", _ => "value" };

    private static async Task<IndicatorDefinition> CardOfAsync(WorkbookRow row, KnownIndicators now, WorkbookRun run, CancellationToken ct)
    {
        if (!now.ByCode.TryGetValue(row.Text("code")!, out var there))
        {
            var indicator = new Indicator { Country = run.Country, Classification = CardRow.LevelOf(row), Code = row.Text("code")!, Weight = row.Number("weight") ?? 1m };
            run.Db.Indicators.Add(indicator);
            return CardRow.ToCard(row, indicator, null, run.At);
        }

        var old = await run.Db.IndicatorDefinitions.SingleAsync(d => d.Id == there.Definition.Id, ct);
        old.ReplacedAt = run.At;
        var changed = await run.Db.Indicators.SingleAsync(i => i.Id == there.Indicator.Id, ct);
        changed.Weight = row.Has("weight") ? row.Number("weight") ?? 1m : changed.Weight;
        changed.Version++;
        return CardRow.ToCard(row, changed, there.Definition, run.At);
    }

    private static async Task<IndicatorTarget> ReplaceAsync(IndicatorTarget target, WorkbookRun run, CancellationToken ct)
    {
        foreach (var old in (await run.Db.IndicatorTargets.Where(t => t.IndicatorId == target.IndicatorId && t.ReplacedAt == null).ToListAsync(ct)).Where(t => IsSamePlace(target, t)))
        {
            old.ReplacedAt = run.At;
        }

        return target;
    }

    private static string ColumnOf(string property) => property switch
    {
        nameof(IndicatorDefinition.Name) => "name.en",
        nameof(IndicatorDefinition.Meaning) => "meaning.en",
        nameof(IndicatorDefinition.UnitDetail) => "detail",
        nameof(IndicatorDefinition.BandLow) => "low",
        nameof(IndicatorDefinition.OverTime) => "over-time",
        nameof(IndicatorDefinition.OverAreas) => "over-areas",
        nameof(IndicatorDefinition.OverDimensions) => "over-dimensions",
        nameof(IndicatorDefinition.IsCumulative) => "cumulative",
        nameof(IndicatorDefinition.OrdinalLevels) => "levels",
        _ => property.ToLowerInvariant(),
    };
}
