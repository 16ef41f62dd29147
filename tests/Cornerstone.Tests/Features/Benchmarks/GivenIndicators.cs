using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Benchmarks;

/// <summary>Indicators, targets and values as tests need them.</summary>
internal static class GivenIndicators
{
    public static readonly Guid Author = new("0197a000-0000-7000-8000-000000000001");
    public static readonly Guid Another = new("0197a000-0000-7000-8000-000000000002");
    public static readonly DateTimeOffset Then = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    public static Indicator Indicator(string code = "SSR-02") => new() { Country = "XS", Classification = Classification.Public, Code = code };

    public static IndicatorDefinition Card(
        Guid indicator = default,
        IndicatorUnit unit = IndicatorUnit.Percent,
        Direction direction = Direction.Increase,
        RollUpRule overTime = RollUpRule.Last,
        RollUpRule overAreas = RollUpRule.WeightedMean,
        RollUpRule overDimensions = RollUpRule.WeightedMean,
        StockOrFlow stockOrFlow = StockOrFlow.Stock,
        bool isCumulative = false,
        string name = "Women in the police",
        Classification level = Classification.Public,
        string component = "POL") => new()
        {
            IndicatorId = indicator,
            Country = "XS",
            Classification = level,
            ValidFrom = Then,
            Name = Wording.Of("en", name),
            Meaning = Wording.Of("en", "Women among uniformed police officers"),
            Unit = unit,
            Measure = IndicatorMeasure.Percentage,
            Direction = direction,
            BandLow = direction == Direction.Band ? 40m : null,
            BandHigh = direction == Direction.Band ? 60m : null,
            Tolerance = 10m,
            Numerator = "Women",
            Denominator = "All officers",
            Method = "Payroll headcount on the last day of the year",
            SourceType = SourceType.Administrative,
            Source = "Police payroll",
            Frequency = Frequency.Yearly,
            LagDays = 60,
            Custodian = "Police, human resources",
            Component = component,
            Level = ResultLevel.Outcome,
            OverTime = overTime,
            OverAreas = overAreas,
            OverDimensions = overDimensions,
            StockOrFlow = stockOrFlow,
            IsCumulative = isCumulative,
            OrdinalLevels = unit == IndicatorUnit.Ordinal ? ["None", "Some", "All"] : [],
        };

    public static IndicatorTarget Target(Guid indicator, TargetKind kind, string day, Figure value, Classification level = Classification.Public) => new()
    {
        IndicatorId = indicator,
        Country = "XS",
        Classification = level,
        Kind = kind,
        OnDay = Day(day),
        Value = value,
    };

    public static SeriesPoint Point(Guid indicator, string period, Figure value, string area = "", string dimensions = "", Classification level = Classification.Public) => new()
    {
        IndicatorId = indicator,
        Country = "XS",
        Classification = level,
        Area = area,
        Dimensions = dimensions,
        Period = Period.Parse(period),
        Value = value,
        Source = "Police payroll",
        EnteredBy = Author,
        EnteredAt = Then,
        NoEvidenceBecause = "The payroll is confidential",
    };

    /// <summary>Brings a value through all hands, so that everybody may see it.</summary>
    public static SeriesPoint Published(this SeriesPoint point)
    {
        Assert.Null(point.Submit(Author));
        Assert.Null(point.Verify(Another, Then, hasEvidence: false));
        Assert.Null(point.Publish(Then, new Percentage(0.5m)));
        return point;
    }

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
