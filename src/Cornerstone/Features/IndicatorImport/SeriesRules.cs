using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>A row of a series, understood.</summary>
internal sealed record SeriesEntry(
    WorkbookRow Row, DefinedIndicator Defined, Period Period, string Area, DimensionKey Key, Figure Value, decimal? Numerator, decimal? Denominator)
{
    public string Dimensions { get; } = Key.ToString();
}

/// <summary>Rules I2 to I9 of domain handbook §4.4 for values that come by the thousand: the same rules as at the form, asked in memory.</summary>
internal static class SeriesRules
{
    public static IEnumerable<WorkbookFinding> Check(SeriesEntry e, StoredPoint? before, Framework thresholds, DateOnly today, Text T)
    {
        var card = e.Defined.Definition;
        if (card.Unit == IndicatorUnit.Percent && (e.Value.Low < 0m || e.Value.High < 0m || e.Value.High > 100m || e.Value.Low > 100m))
        {
            yield return e.Row.Finding("value", "I2", T["a percentage between 0 and 100"]);
        }

        if (e.Denominator <= 0m || e.Numerator < 0m || (card.Unit == IndicatorUnit.Percent && e.Numerator > e.Denominator))
        {
            yield return e.Row.Finding("numerator", "I3", T["a numerator no greater than its denominator, which is above zero"]);
        }

        if (card.StockOrFlow == StockOrFlow.Stock ? e.Period.Until > today : e.Period.Until >= today)
        {
            yield return e.Row.Finding("period", "I7", T["a period that is over"]);
        }

        if (IsNoLevel(card, e.Value))
        {
            yield return e.Row.Finding("value", "I9", T["one of the levels of the card, as a whole number"]);
        }

        foreach (var doubt in Doubts(e, before, thresholds, T))
        {
            yield return doubt;
        }
    }

    /// <summary>Rule I4: parts are no more than their total, and what is missing is said to be unknown.</summary>
    public static IEnumerable<(SeriesEntry Entry, WorkbookFinding Finding)> CheckParts(IEnumerable<SeriesEntry> entries, Text T)
    {
        foreach (var whole in entries.Where(e => e.Defined.Definition.OverDimensions == RollUpRule.Sum).GroupBy(e => (e.Defined.Indicator.Id, e.Period, e.Area)))
        {
            if (whole.FirstOrDefault(e => e.Key.IsAll)?.Value.Number is not { } total)
            {
                continue;
            }

            foreach (var axis in whole.Where(e => e.Key.Parts.Count == 1 && e.Value.Number is not null).GroupBy(e => e.Key.Parts.Keys.First()))
            {
                var sum = axis.Sum(e => e.Value.Number!.Value);
                if (sum != total)
                {
                    var last = axis.Last();
                    yield return (last, last.Row.Finding("value", "I4", T["parts by {0} that add up to {1}; they add up to {2}", axis.Key, total, sum], sum > total ? FindingGrade.Error : FindingGrade.Warning));
                }
            }
        }
    }

    // Rule I5 asks for a second look; a count since a fixed day cannot fall.
    private static IEnumerable<WorkbookFinding> Doubts(SeriesEntry e, StoredPoint? before, Framework thresholds, Text T)
    {
        if (e.Value.Number is not { } value || before?.Value.Number is not { } last)
        {
            yield break;
        }

        if (e.Defined.Definition.IsCumulative && value < last)
        {
            yield return e.Row.Finding("value", "I5", T["no less than {0}, because it is counted since a fixed day", last], FindingGrade.Warning);
        }
        else if (last != 0m && Math.Abs(value - last) > thresholds.GreatestJump * Math.Abs(last))
        {
            yield return e.Row.Finding("value", "I5", T["close to {0}, the value before; confirm that the jump is right", last], FindingGrade.Warning);
        }
    }

    private static bool IsNoLevel(IndicatorDefinition card, Figure value) => value.IsKnown && card.Unit switch
    {
        IndicatorUnit.YesNo => value.Number is not (0m or 1m),
        IndicatorUnit.Ordinal => value.Number is not { } level || level != decimal.Truncate(level) || level < 0m || level >= card.OrdinalLevels.Count,
        _ => false,
    };
}
