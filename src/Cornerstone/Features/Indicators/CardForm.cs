using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;

namespace Cornerstone.Features.Indicators;

/// <summary>Everything a definition card says, as a person fills it in.</summary>
public sealed class CardForm
{
    [Display(Name = "Code"), Required, RegularExpression("^[A-Za-z0-9][A-Za-z0-9 ._-]{0,39}$")]
    public string Code { get; set; } = "";

    [Display(Name = "Name")]
    public WordingForm Name { get; set; } = new();

    [Display(Name = "Definition")]
    public WordingForm Meaning { get; set; } = new();

    [Display(Name = "Unit")]
    public IndicatorUnit Unit { get; set; } = IndicatorUnit.Percent;

    [Display(Name = "Unit in detail"), StringLength(60)]
    public string? UnitDetail { get; set; }

    [Display(Name = "Measure")]
    public IndicatorMeasure Measure { get; set; } = IndicatorMeasure.Percentage;

    [Display(Name = "Direction")]
    public Direction Direction { get; set; }

    [Display(Name = "Least of the band")]
    public decimal? BandLow { get; set; }

    [Display(Name = "Most of the band")]
    public decimal? BandHigh { get; set; }

    [Display(Name = "Tolerance"), Range(0d, 1_000_000_000d)]
    public decimal? Tolerance { get; set; }

    [Display(Name = "Numerator"), StringLength(500)]
    public string? Numerator { get; set; }

    [Display(Name = "Denominator"), StringLength(500)]
    public string? Denominator { get; set; }

    [Display(Name = "Method"), StringLength(4_000), DataType(DataType.MultilineText)]
    public string? Method { get; set; }

    [Display(Name = "Kind of source")]
    public SourceType SourceType { get; set; }

    [Display(Name = "Source"), StringLength(500)]
    public string? Source { get; set; }

    [Display(Name = "Frequency")]
    public Frequency Frequency { get; set; } = Frequency.Yearly;

    [Display(Name = "Days until a value can be there"), Range(0, 3_650)]
    public int LagDays { get; set; } = 90;

    [Display(Name = "Custodian"), StringLength(200)]
    public string? Custodian { get; set; }

    [Display(Name = "Institution of the custodian")]
    public Guid? CustodianId { get; set; }

    [Display(Name = "SDG indicator"), RegularExpression(@"^[0-9]{1,2}\.[0-9a-z]{1,2}\.[0-9]{1,2}$")]
    public string? SdgCode { get; set; }

    [Display(Name = "Component")]
    public string? Component { get; set; }

    [Display(Name = "Level")]
    public ResultLevel Level { get; set; } = ResultLevel.Outcome;

    [Display(Name = "Split by")]
    public List<string> Disaggregations { get; set; } = [];

    [Display(Name = "Combined over time")]
    public RollUpRule OverTime { get; set; } = RollUpRule.Last;

    [Display(Name = "Combined over areas")]
    public RollUpRule OverAreas { get; set; } = RollUpRule.WeightedMean;

    [Display(Name = "Combined over dimensions")]
    public RollUpRule OverDimensions { get; set; } = RollUpRule.WeightedMean;

    [Display(Name = "Stock or flow")]
    public StockOrFlow StockOrFlow { get; set; }

    [Display(Name = "Counted since a fixed day")]
    public bool IsCumulative { get; set; }

    [Display(Name = "Context only: told beside others, without target or light")]
    public bool IsContextOnly { get; set; }

    [Display(Name = "What each level means, one a line, from 0 upwards"), StringLength(4_000), DataType(DataType.MultilineText)]
    public string? OrdinalLevels { get; set; }

    [Display(Name = "Weight"), Range(0d, 1_000d)]
    public decimal Weight { get; set; } = 1m;

    [Display(Name = "Objectives of the plan")]
    public List<Guid> PlanLineages { get; set; } = [];

    [Display(Name = "How far it may travel")]
    public Classification Classification { get; set; } = Classification.Government;

    public static CardForm Of(Indicator indicator, IndicatorDefinition card, string language) => new()
    {
        Code = indicator.Code,
        Name = WordingForm.Of(card.Name, language),
        Meaning = WordingForm.Of(card.Meaning, language),
        Unit = card.Unit,
        UnitDetail = card.UnitDetail,
        Measure = card.Measure,
        Direction = card.Direction,
        BandLow = card.BandLow,
        BandHigh = card.BandHigh,
        Tolerance = card.Tolerance,
        Numerator = card.Numerator,
        Denominator = card.Denominator,
        Method = card.Method,
        SourceType = card.SourceType,
        Source = card.Source,
        Frequency = card.Frequency,
        LagDays = card.LagDays,
        Custodian = card.Custodian,
        CustodianId = card.CustodianId,
        SdgCode = card.SdgCode,
        Component = card.Component,
        Level = card.Level,
        Disaggregations = [.. card.Disaggregations],
        OverTime = card.OverTime,
        OverAreas = card.OverAreas,
        OverDimensions = card.OverDimensions,
        StockOrFlow = card.StockOrFlow,
        IsCumulative = card.IsCumulative,
        IsContextOnly = card.IsContextOnly,
        OrdinalLevels = string.Join('\n', card.OrdinalLevels),
        Weight = indicator.Weight,
        PlanLineages = [.. indicator.PlanLineages],
        Classification = indicator.Classification,
    };

    public IndicatorDefinition ToCard(Indicator indicator, int number, DateTimeOffset at, string? reason) => new()
    {
        IndicatorId = indicator.Id,
        Country = indicator.Country,
        Classification = indicator.Classification,
        Number = number,
        ValidFrom = at,
        Reason = Said(reason),
        Name = Name.ToWording() ?? Wording.Empty,
        Meaning = Meaning.ToWording() ?? Wording.Empty,
        Unit = Unit,
        UnitDetail = Said(UnitDetail),
        Measure = Measure,
        Direction = Direction,
        BandLow = BandLow,
        BandHigh = BandHigh,
        Tolerance = Tolerance,
        Numerator = Said(Numerator),
        Denominator = Said(Denominator),
        Method = Said(Method) ?? "",
        SourceType = SourceType,
        Source = Said(Source) ?? "",
        Frequency = Frequency,
        LagDays = LagDays,
        Custodian = Said(Custodian) ?? "",
        CustodianId = CustodianId,
        SdgCode = Said(SdgCode),
        Component = Said(Component) ?? "",
        Level = Level,
        Disaggregations = [.. Disaggregations.Distinct()],
        OverTime = OverTime,
        OverAreas = OverAreas,
        OverDimensions = OverDimensions,
        StockOrFlow = StockOrFlow,
        IsCumulative = IsCumulative,
        IsContextOnly = IsContextOnly,
        OrdinalLevels = [.. (OrdinalLevels ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
    };

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
