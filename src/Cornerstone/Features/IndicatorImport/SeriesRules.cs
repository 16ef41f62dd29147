using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>
/// The rules of the entry form (domain handbook §4.4) asked of values that come by the thousand: of a row by itself, against the record, and
/// against the rows before it. What a person would confirm at the form is a warning here.
/// </summary>
internal static class SeriesRules
{
    /// <summary>Rule I1: a row that names its unit names that of the card. A column the file does not have, or a cell left empty, asks nothing.</summary>
    public static IReadOnlyList<WorkbookFinding> CheckUnit(SeriesEntry e, Text T)
    {
        var card = e.Of.Card;
        return e.Row.Text("unit") is { } unit && unit != card.Unit.ToString() ? [e.Row.Finding("unit", "I1", T["{0}, the unit of the whole series; another unit needs an indicator of its own", T.WordOf(card.Unit)])]
            : e.Row.Text("detail") is { } detail && detail != card.UnitDetail ? [e.Row.Finding("detail", "I1", T["{0}, the unit of the whole series; another unit needs an indicator of its own", card.UnitDetail ?? T.WordOf(card.Unit)])]
            : [];
    }

    /// <summary>Rules I2, I3, I6, I7 and I9.</summary>
    public static IEnumerable<WorkbookFinding> Check(SeriesEntry e, Framework thresholds, DateOnly today, Text T) => EntryRules.Alone(new EntryFacts
    {
        Card = e.Of.Card,
        Period = e.Period,
        Area = e.Area,
        Key = e.Part.Key,
        Value = e.Value,
        Numerator = e.Numerator,
        Denominator = e.Denominator,
        CollectedOn = e.Row.Date("collected"),
        Today = today,
        Targets = e.Of.Targets,
        Thresholds = thresholds,
    }).Select(f => e.Row.Finding(ColumnOf(f.Field), f.Rule, Expected(f, T), f.MayBeConfirmed ? FindingGrade.Warning : FindingGrade.Error));

    /// <summary>Rule I5, and a count since a fixed day that falls.</summary>
    public static IReadOnlyList<WorkbookFinding> CheckLeap(SeriesEntry e, Framework thresholds, Text T)
    {
        if (e.Value.Number is not { } value)
        {
            return [];
        }

        var part = e.Part;
        var before = part.Before(e.Period) is { Value.Number: { } last } found ? (found.Period, Value: last) : ((Period Period, decimal Value)?)null;
        if (e.Of.Card.IsCumulative && value < before?.Value)
        {
            return [e.Row.Finding("value", "I5", T["no less than {0}, because it is counted since a fixed day", before.Value.Value], FindingGrade.Warning)];
        }

        // A value is not held against what it replaces.
        var values = part.At(e.Period)?.Value.Number is { } own ? part.Values.Without(own) : part.Values;
        return LeapRule.Check(value, before, values, part.Jumps, thresholds) switch
        {
            null => [],
            { Code: "values.I5-deviation" } says => [e.Row.Finding("value", "I5", T["within {0} standard deviations of the mean of the series, {1}; confirm that it is right", says.Facts[0], says.Facts[1]], FindingGrade.Warning)],
            _ => [e.Row.Finding("value", "I5", T["close to {0}, the value before; confirm that the jump is right", before!.Value.Value], FindingGrade.Warning)],
        };
    }

    /// <summary>
    /// Rule I4 against the record and every row before, in whichever order parts and total come. <paramref name="isLast"/>: no other part of
    /// this whole follows in the same batch, so that what is missing may be said.
    /// </summary>
    public static IReadOnlyList<WorkbookFinding> CheckParts(SeriesEntry e, bool isLast, Text T)
    {
        if (!PartsOfWhole.Asks(e.Of.Card))
        {
            return [];
        }

        var own = Findings(e, e.Part, e.Value, T);
        return own.Count > 0 || !isLast ? own : [.. e.Part.Around.SelectMany(axis => OfWhole(e, axis.Whole, T))];
    }

    // The total stands above already: with this part, does it add up?
    private static IEnumerable<WorkbookFinding> OfWhole(SeriesEntry e, StoredPart whole, Text T) => whole.At(e.Period) is not { } total ? [] :
        Findings(e, whole, total.Value, T).Select(f => f with { Grade = FindingGrade.Warning });

    private static IReadOnlyList<WorkbookFinding> Findings(SeriesEntry e, StoredPart part, Figure value, Text T) => StandsAlone(e, part) ? [] :
        [.. PartsOfWhole.Check(e.Of.Card, part.Key, value, part.Divided.Select(axis => DivisionOf(e, axis)), part.Around.Select(axis => DivisionOf(e, axis)))
            .Select(f => e.Row.Finding(
                "value", f.Rule, T["parts by {0} that add up to {1}; they add up to {2}", f.Says.Facts[0], f.Says.Facts[2], f.Says.Facts[1]],
                f.MayBeConfirmed ? FindingGrade.Warning : FindingGrade.Error))];

    // Most values of most files: no parts of it and no whole around it.
    private static bool StandsAlone(SeriesEntry e, StoredPart part)
    {
        foreach (var axis in part.Around)
        {
            if (FigureOf(e, axis.Whole) is not null)
            {
                return false;
            }
        }

        return part.Divided.Count == 0;
    }

    private static Division DivisionOf(SeriesEntry e, StoredAxis axis) => new(axis.Dimension, FigureOf(e, axis.Whole), [.. axis.Parts
        .Select(part => (part.Key, Figure: FigureOf(e, part))).Where(p => p.Figure is not null).Select(p => new PartFigure(p.Key, p.Figure!))]);

    // What stands in the same period; in the place of the row, what the row says.
    private static Figure? FigureOf(SeriesEntry e, StoredPart part) => part == e.Part ? e.Value : part.At(e.Period)?.Value;

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
