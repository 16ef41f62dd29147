using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.IndicatorValues;

/// <summary>Cards, values and targets for tests of rules; each sets only what its test is about.</summary>
internal static class EntryCases
{
    private static readonly Guid Indicator = Guid.CreateVersion7();

    public static IndicatorDefinition Card(
        IndicatorUnit unit = IndicatorUnit.Count, Direction direction = Direction.Increase, StockOrFlow stock = StockOrFlow.Flow,
        bool isCumulative = false, int number = 1) => new()
        {
            IndicatorId = Indicator,
            Country = "XS",
            Classification = Classification.Government,
            Number = number,
            ValidFrom = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Name = Wording.Of("en", "Police officers trained"),
            Meaning = Wording.Of("en", "Officers who completed the basic course"),
            Unit = unit,
            Measure = unit switch { IndicatorUnit.Percent => IndicatorMeasure.Percentage, IndicatorUnit.Ordinal => IndicatorMeasure.Ordinal, _ => IndicatorMeasure.Unit },
            Direction = direction,
            Method = "Register of the academy",
            SourceType = SourceType.Administrative,
            Source = "Academy",
            Frequency = Frequency.Yearly,
            Custodian = "Police",
            Component = "POL",
            Level = ResultLevel.Output,
            OverTime = RollUpRule.Sum,
            OverAreas = RollUpRule.Sum,
            OverDimensions = unit == IndicatorUnit.Count ? RollUpRule.Sum : RollUpRule.None,
            StockOrFlow = stock,
            IsCumulative = isCumulative,
            OrdinalLevels = unit == IndicatorUnit.Ordinal ? ["none", "some", "all"] : [],
        };

    public static EntryFacts Facts(IndicatorDefinition card, Figure value) => new()
    {
        Card = card,
        Period = Period.OfYear(2026),
        Value = value,
        Today = new(2027, 2, 1),
        Thresholds = Framework.DefaultOf("XS"),
    };

    public static SeriesPoint Point(string period, Figure value, string dimensions = "") => new()
    {
        IndicatorId = Indicator,
        Country = "XS",
        Classification = Classification.Government,
        Dimensions = dimensions,
        Period = Period.Parse(period),
        Value = value,
        Source = "Academy",
        EnteredBy = Guid.CreateVersion7(),
        EnteredAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
    };

    public static IndicatorTarget Target(TargetKind kind, int year, decimal value) => new()
    {
        IndicatorId = Indicator,
        Country = "XS",
        Classification = Classification.Government,
        Kind = kind,
        OnDay = new(year, 12, 31),
        Value = value,
    };
}
