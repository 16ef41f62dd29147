using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Reading;

/// <summary>Results, their indicators and values.</summary>
internal static class ResultReading
{
    public static Result Read(Picker pick, Element result) => new(
        pick.Attribute(result, IatiName.Type), pick.Flag(result, IatiName.AggregationStatus), pick.NarrativesOf(result, IatiName.Title), pick.NarrativesOf(result, IatiName.Description))
    {
        Documents = pick.All(result, IatiName.DocumentLink, ActivityReading.Document),
        References = pick.All(result, IatiName.Reference, Reference),
        Indicators = pick.All(result, IatiName.Indicator, Indicator),
    };

    private static ResultReference Reference(Picker pick, Element reference) => new(
        pick.Code(reference), pick.Attribute(reference, IatiName.Vocabulary), pick.Attribute(reference, IatiName.IndicatorUri) ?? pick.Attribute(reference, IatiName.VocabularyUri));

    private static ResultIndicator Indicator(Picker pick, Element indicator) => new(
        pick.Attribute(indicator, IatiName.Measure),
        pick.Flag(indicator, IatiName.Ascending),
        pick.Flag(indicator, IatiName.AggregationStatus),
        pick.NarrativesOf(indicator, IatiName.Title),
        pick.NarrativesOf(indicator, IatiName.Description))
    {
        Documents = pick.All(indicator, IatiName.DocumentLink, ActivityReading.Document),
        References = pick.All(indicator, IatiName.Reference, Reference),
        Baselines = pick.All(indicator, IatiName.Baseline, static (p, e) => new ResultBaseline(p.Attribute(e, IatiName.Year), p.Day(e), Value(p, e))),
        Periods = pick.All(indicator, IatiName.Period, Period),
    };

    private static ResultPeriod Period(Picker pick, Element period) => new(
        pick.DayOf(period, IatiName.PeriodStart),
        pick.DayOf(period, IatiName.PeriodEnd),
        pick.All(period, IatiName.Target, Value),
        pick.All(period, IatiName.Actual, Value));

    private static ResultValue Value(Picker pick, Element value) => new(pick.Attribute(value, IatiName.Value), pick.NarrativesOf(value, IatiName.Comment))
    {
        Locations = pick.AllSaid(value, IatiName.Location, static (p, e) => p.Attribute(e, IatiName.Ref)),
        Dimensions = pick.All(value, IatiName.Dimension, static (p, e) => new ResultDimension(p.Attribute(e, IatiName.Name), p.Attribute(e, IatiName.Value))),
        Documents = pick.All(value, IatiName.DocumentLink, ActivityReading.Document),
    };
}
