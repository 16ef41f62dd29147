using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>A row of a series, understood.</summary>
internal sealed record SeriesEntry(
    WorkbookRow Row, DefinedIndicator Defined, Period Period, string Area, DimensionKey Key, Figure Value, decimal? Numerator, decimal? Denominator)
{
    public string Dimensions { get; } = Key.IsAll ? "" : Key.ToString();
}

/// <summary>
/// The rules of the entry form (domain handbook §4.4) asked of values that come by the thousand: of a row by itself, against the record, and
/// against the rows before it. What a person would confirm at the form is a warning here.
/// </summary>
internal static class SeriesRules
{
    /// <summary>Rules I2, I3, I6, I7 and I9.</summary>
    public static IEnumerable<WorkbookFinding> Check(SeriesEntry e, StoredSeries stored, DateOnly today, Text T) => EntryRules.Alone(new EntryFacts
    {
        Card = e.Defined.Definition,
        Period = e.Period,
        Area = e.Area,
        Key = e.Key,
        Value = e.Value,
        Numerator = e.Numerator,
        Denominator = e.Denominator,
        CollectedOn = e.Row.Date("collected"),
        Today = today,
        Targets = [.. stored.Targets[e.Defined.Indicator.Id]],
        Thresholds = stored.Thresholds,
    }).Select(f => e.Row.Finding(ColumnOf(f.Field), f.Rule, Expected(f, T), f.MayBeConfirmed ? FindingGrade.Warning : FindingGrade.Error));

    /// <summary>Rule I5, and a count since a fixed day that falls.</summary>
    public static WorkbookFinding? CheckLeap(SeriesEntry e, StoredSeries stored, Text T)
    {
        if (e.Value.Number is not { } value || stored.PartOf(e.Defined.Indicator.Id, e.Area, e.Dimensions) is not { } part)
        {
            return null;
        }

        var before = part.Before(e.Period) is { Value.Number: { } last } found ? (found.Period, Value: last) : ((Period Period, decimal Value)?)null;
        if (e.Defined.Definition.IsCumulative && value < before?.Value)
        {
            return e.Row.Finding("value", "I5", T["no less than {0}, because it is counted since a fixed day", before.Value.Value], FindingGrade.Warning);
        }

        // A value is not held against what it replaces.
        var values = part.At(e.Period)?.Value.Number is { } own ? part.Values.Without(own) : part.Values;
        return LeapRule.Check(value, before, values, part.Jumps, stored.Thresholds) switch
        {
            null => null,
            { Code: "values.I5-deviation" } says => e.Row.Finding("value", "I5", T["within {0} standard deviations of the mean of the series, {1}; confirm that it is right", says.Facts[0], says.Facts[1]], FindingGrade.Warning),
            _ => e.Row.Finding("value", "I5", T["close to {0}, the value before; confirm that the jump is right", before!.Value.Value], FindingGrade.Warning),
        };
    }

    /// <summary>
    /// Rule I4 against the record and every row before, in whichever order parts and total come. <paramref name="isLast"/>: no other part of
    /// this whole follows in the same batch, so that what is missing may be said.
    /// </summary>
    public static IEnumerable<WorkbookFinding> CheckParts(SeriesEntry e, StoredSeries stored, bool isLast, Text T)
    {
        var card = e.Defined.Definition;
        if (card.OverDimensions != RollUpRule.Sum)
        {
            return [];
        }

        var own = Findings(e, e.Key, e.Value, [.. stored.RelativesOf(e, e.Key).Where(p => p.Dimensions != e.Dimensions)], T).ToList();
        return own.Count > 0 || !isLast ? own : [.. e.Key.Parts.Keys.SelectMany(dimension => OfWhole(e, e.Key.Without(dimension), stored, T))];
    }

    // The total stands above already: with this part, does it add up?
    private static IEnumerable<WorkbookFinding> OfWhole(SeriesEntry e, DimensionKey whole, StoredSeries stored, Text T) =>
        stored.Find(e.Defined.Indicator.Id, e.Area, whole.ToString(), e.Period) is not { } total ? [] : Findings(
            e, whole, total.Value, [.. stored.RelativesOf(e, whole).Where(p => p.Dimensions != e.Dimensions), new PartFigure(e.Dimensions, e.Value)], T)
            .Select(f => f with { Grade = FindingGrade.Warning });

    private static IEnumerable<WorkbookFinding> Findings(SeriesEntry e, DimensionKey key, Figure value, IReadOnlyList<PartFigure> others, Text T) =>
        PartsOfWhole.Check(e.Defined.Definition, key, value, others).Select(f => e.Row.Finding(
            "value", f.Rule, T["parts by {0} that add up to {1}; they add up to {2}", f.Says.Facts[0], f.Says.Facts[2], f.Says.Facts[1]],
            f.MayBeConfirmed ? FindingGrade.Warning : FindingGrade.Error));

    private static string ColumnOf(string field) => field switch
    {
        "Numerator" or "Denominator" => field.ToLowerInvariant(),
        "Period" => "period",
        "CollectedOn" => "collected",
        _ => "value",
    };

    // A workbook names the rule in a column of its own, so only what was expected is said here.
    private static string Expected(EntryFinding finding, Text T) => finding.Says.Code switch
    {
        "values.I2" => T["a percentage between 0 and 100"],
        "values.I3-share" => T["{0}, which numerator and denominator give", finding.Says.Facts[1]],
        "values.I6" => T["a baseline on the other side of the target {0}", finding.Says.Facts[1]],
        "values.I7" => T["a period that is over"],
        "values.I7-collected" => T["a day up to today"],
        "values.I9-yes-no" or "values.I9-level" => T["one of the levels of the card, as a whole number"],
        _ => T["a numerator no greater than its denominator, which is above zero"],
    };
}
