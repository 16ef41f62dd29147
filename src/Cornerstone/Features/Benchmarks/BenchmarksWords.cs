using System.Collections.Frozen;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Tags;
using Cornerstone.Values;

namespace Cornerstone.Features.Benchmarks;

/// <summary>The words of this room's values: one list, for pages, histories and workbooks.</summary>
public static class BenchmarksWords
{
    private static readonly FrozenDictionary<Enum, string> Words = new Dictionary<Enum, string>
    {
        [IndicatorState.Proposed] = Text.Later("Proposed"),
        [IndicatorState.Agreed] = Text.Later("Agreed"),
        [IndicatorState.Baselined] = Text.Later("Baselined"),
        [IndicatorState.Active] = Text.Later("Active"),
        [IndicatorState.Retired] = Text.Later("Retired"),
        [IndicatorUnit.Count] = Text.Later("Plain number"),
        [IndicatorUnit.Percent] = Text.Later("Per cent"),
        [IndicatorUnit.RatioPer100k] = Text.Later("Per 100,000"),
        [IndicatorUnit.Currency] = Text.Later("Currency"),
        [IndicatorUnit.Days] = Text.Later("Days"),
        [IndicatorUnit.Score] = Text.Later("Score"),
        [IndicatorUnit.YesNo] = Text.Later("Yes or no"),
        [IndicatorUnit.Ordinal] = Text.Later("Ordered levels"),
        [IndicatorMeasure.Unit] = Text.Later("Plain number"),
        [IndicatorMeasure.Percentage] = Text.Later("Percentage"),
        [IndicatorMeasure.Nominal] = Text.Later("Named categories"),
        [IndicatorMeasure.Ordinal] = Text.Later("Ordered levels"),
        [IndicatorMeasure.Qualitative] = Text.Later("Qualitative"),
        [Direction.Increase] = Text.Later("To increase"),
        [Direction.Decrease] = Text.Later("To decrease"),
        [Direction.Maintain] = Text.Later("To hold"),
        [Direction.Band] = Text.Later("To stay within a band"),
        [SourceType.Administrative] = Text.Later("Administrative records"),
        [SourceType.Survey] = Text.Later("Survey"),
        [SourceType.Expert] = Text.Later("Expert judgement"),
        [SourceType.Satellite] = Text.Later("Satellite"),
        [SourceType.Partner] = Text.Later("Partner"),
        [Frequency.Monthly] = Text.Later("Every month"),
        [Frequency.Quarterly] = Text.Later("Every quarter"),
        [Frequency.HalfYearly] = Text.Later("Every half-year"),
        [Frequency.Yearly] = Text.Later("Every year"),
        [Frequency.EveryTwoYears] = Text.Later("Every two years"),
        [Frequency.EveryFiveYears] = Text.Later("Every five years"),
        [ResultLevel.Impact] = Text.Later("Impact"),
        [ResultLevel.Outcome] = Text.Later("Outcome"),
        [ResultLevel.Output] = Text.Later("Output"),
        [ResultLevel.Process] = Text.Later("Process"),
        [RollUpRule.None] = Text.Later("Never combined"),
        [RollUpRule.Sum] = Text.Later("Added up"),
        [RollUpRule.WeightedMean] = Text.Later("Computed from numerators and denominators"),
        [RollUpRule.Last] = Text.Later("The latest value"),
        [RollUpRule.Max] = Text.Later("The greatest value"),
        [StockOrFlow.Stock] = Text.Later("Stock on a day"),
        [StockOrFlow.Flow] = Text.Later("Flow over a period"),
        [VerificationLevel.SelfReported] = Text.Later("Self-reported"),
        [VerificationLevel.DocumentVerified] = Text.Later("Verified by documents"),
        [VerificationLevel.FieldVerified] = Text.Later("Verified in the field"),
        [VerificationLevel.IndependentlyAudited] = Text.Later("Independently audited"),
        [PointState.Entered] = Text.Later("Entered"),
        [PointState.Submitted] = Text.Later("Submitted"),
        [PointState.Returned] = Text.Later("Returned"),
        [PointState.Verified] = Text.Later("Verified"),
        [PointState.Published] = Text.Later("Published"),
        [PointState.Corrected] = Text.Later("Corrected"),
        [PointState.Retracted] = Text.Later("Retracted"),
        [TargetKind.Baseline] = Text.Later("Baseline"),
        [TargetKind.Milestone] = Text.Later("Milestone"),
        [TargetKind.Target] = Text.Later("Target"),
        [FigureState.Known] = Text.Later("Known"),
        [FigureState.Unknown] = Text.Later("Unknown"),
        [FigureState.NotApplicable] = Text.Later("Not applicable"),
        [PeriodPrecision.Day] = Text.Later("Day"),
        [PeriodPrecision.Month] = Text.Later("Month"),
        [PeriodPrecision.Quarter] = Text.Later("Quarter"),
        [PeriodPrecision.Year] = Text.Later("Year"),
    }.ToFrozenDictionary();

    /// <summary>The English sentence for a code.</summary>
    public static string SentenceOf(Enum code) => Words[code];

    /// <summary>The code in the reader's language.</summary>
    public static string WordOf(this Text T, Enum code) => T[Words[code]];

    public static Tone ToneOf(PointState state) => state switch
    {
        PointState.Published => Tone.Good,
        PointState.Verified => Tone.Information,
        PointState.Returned => Tone.Warning,
        PointState.Retracted => Tone.Bad,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(IndicatorState state) => state switch
    {
        IndicatorState.Active => Tone.Good,
        IndicatorState.Baselined or IndicatorState.Agreed => Tone.Information,
        _ => Tone.Neutral,
    };

    /// <summary>"12.5", "3–6", "about 50"; unknown and not applicable in words, never as zero.</summary>
    public static string Written(this Text T, Figure figure) => T.Said(figure);

    /// <summary>A period as readers say it: "2024", "quarter 1 of 2024", "March 2024".</summary>
    public static string NameOf(this Text T, Period period) => T.Said(period);

    /// <summary>A figure with the unit of its card: "15 %", "303 per 100,000", the words of an ordered level.</summary>
    public static string Written(this Text T, Figure figure, IndicatorDefinition card) => card.Unit switch
    {
        _ when !figure.IsKnown => T.Written(figure),
        IndicatorUnit.Ordinal when figure.Number is { } level && level >= 0m && level < card.OrdinalLevels.Count => card.OrdinalLevels[(int)level],
        IndicatorUnit.YesNo when figure.Number is { } answer => answer == 0m ? T["No"] : T["Yes"],
        IndicatorUnit.Percent => T["{0} %", T.Written(figure)],
        IndicatorUnit.RatioPer100k => T["{0} per 100,000", T.Written(figure)],
        IndicatorUnit.Days => T["{0} days", T.Written(figure)],
        _ when card.UnitDetail is { } detail => $"{T.Written(figure)} {detail}",
        _ => T.Written(figure),
    };

    /// <summary>"Women, 18–24": a part of the whole in words; a country's own dimension shows its codes.</summary>
    public static string PartOf(this Text T, string dimensions) => dimensions.Length == 0 ? T["All"] : string.Join(T[", "], DimensionKey.Parse(dimensions).Parts
        .Select(p => StandardDimensions.Of(p.Key)?.Parts.FirstOrDefault(d => d.Code == p.Value) is { Name: { } name } ? T[name] : p.Value));
}
