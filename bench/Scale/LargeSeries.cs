using Cornerstone.Demonstration;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Bench.Scale;

/// <summary>Cards, targets and values of the large country: six years by month, for nine provinces, and for women and men in each.</summary>
internal static class LargeSeries
{
    private const int Months = 71;
    private static readonly DateOnly First = new(2020, 12, 1);

    internal static IndicatorDefinition Card(Indicator indicator, int number, DateTimeOffset from) => new()
    {
        IndicatorId = indicator.Id,
        Country = indicator.Country,
        Classification = indicator.Classification,
        ValidFrom = from,
        Name = Wording.Of("en", $"Indicator {number} of the large country"),
        Meaning = Wording.Of("en", "What a real card says in two lines"),
        Unit = IndicatorUnit.Count,
        Measure = IndicatorMeasure.Unit,
        Direction = Direction.Increase,
        Method = "Count",
        SourceType = SourceType.Administrative,
        Source = "Register",
        Frequency = Frequency.Monthly,
        LagDays = 20,
        Custodian = "Register office",
        Component = "POL",
        Level = ResultLevel.Outcome,
        Disaggregations = ["sex", "region"],
        OverTime = RollUpRule.Last,
        OverAreas = RollUpRule.Sum,
        OverDimensions = RollUpRule.Sum,
        StockOrFlow = StockOrFlow.Stock,
    };

    internal static IEnumerable<IndicatorTarget> Targets(Indicator indicator) =>
    [
        Target(indicator, TargetKind.Baseline, new DateOnly(2020, 12, 31), 1_000m),
        Target(indicator, TargetKind.Target, new DateOnly(2029, 12, 31), 3_000m),
    ];

    /// <summary>2,059 values of one indicator: the whole, each province, women and men of each province.</summary>
    internal static IEnumerable<SeriesPoint> Points(Indicator indicator, IReadOnlyList<string> regions, SoleniaPeople people, Percentage lowest)
    {
        for (var month = 0; month < Months; month++)
        {
            var period = new Period(First.AddMonths(month), First.AddMonths(month), PeriodPrecision.Month);
            yield return Point(indicator, period, "", "", 1_000m + 10 * month, people, lowest);
            foreach (var region in regions)
            {
                yield return Point(indicator, period, region, "", 110m + month, people, lowest);
                yield return Point(indicator, period, region, "sex=F", 40m + month, people, lowest);
                yield return Point(indicator, period, region, "sex=M", 70m, people, lowest);
            }
        }
    }

    private static SeriesPoint Point(Indicator indicator, Period period, string area, string dimensions, decimal value, SoleniaPeople people, Percentage lowest)
    {
        var at = new DateTimeOffset(period.Until.AddDays(10), TimeOnly.MinValue, TimeSpan.Zero);
        var point = new SeriesPoint
        {
            IndicatorId = indicator.Id,
            Country = indicator.Country,
            Classification = indicator.Classification,
            Area = area,
            Dimensions = dimensions,
            Period = period,
            Value = Figure.Exact(value),
            Quality = [3, 3, 3, 3, 3, 3],
            Source = "Register",
            NoEvidenceBecause = "Benchmark",
            EnteredBy = people.FocalPoint.Id,
            EnteredAt = at,
        };
        _ = point.Submit(people.FocalPoint.Id);
        _ = point.Verify(people.Secretariat.Id, at, hasEvidence: false);
        _ = point.Publish(at, lowest);
        return point;
    }

    private static IndicatorTarget Target(Indicator indicator, TargetKind kind, DateOnly day, decimal value) => new()
    {
        IndicatorId = indicator.Id,
        Country = indicator.Country,
        Classification = indicator.Classification,
        Kind = kind,
        OnDay = day,
        Value = Figure.Exact(value),
    };
}
