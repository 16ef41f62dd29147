using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>Results: measured indicators have numbers, qualitative ones do not, periods run forward.</summary>
internal static class ResultChecks
{
    private static readonly (Rule Missing, Rule NoNumber, Rule Qualitative) Baseline = (StandardRules.BaselineMissing, StandardRules.BaselineNoNumber, StandardRules.BaselineQualitative);
    private static readonly (Rule Missing, Rule NoNumber, Rule Qualitative) Target = (StandardRules.TargetMissing, StandardRules.TargetNoNumber, StandardRules.TargetQualitative);
    private static readonly (Rule Missing, Rule NoNumber, Rule Qualitative) Actual = (StandardRules.ActualMissing, StandardRules.ActualNoNumber, StandardRules.ActualQualitative);

    public static void Run(Element activity, Check check)
    {
        foreach (var result in activity.All(IatiName.Result))
        {
            var isReferred = result.Has(IatiName.Reference);
            foreach (var indicator in result.All(IatiName.Indicator))
            {
                if (isReferred && indicator.Has(IatiName.Reference)) check.Found(StandardRules.ReferenceOnBoth, indicator);
                Indicator(indicator, check);
            }
        }
    }

    private static void Indicator(Element indicator, Check check)
    {
        var measure = Texts.Trim(indicator.Attribute(IatiName.Measure));
        var (isMeasured, isQualitative) = (measure.Length == 1 && measure[0] is >= (byte)'1' and <= (byte)'4', measure.SequenceEqual("5"u8));
        foreach (var baseline in indicator.All(IatiName.Baseline)) Value(baseline, isMeasured, isQualitative, Baseline, check);
        foreach (var period in indicator.All(IatiName.Period))
        {
            check.Period(StandardRules.IndicatorPeriodOrder, period);
            foreach (var target in period.All(IatiName.Target)) Value(target, isMeasured, isQualitative, Target, check);
            foreach (var actual in period.All(IatiName.Actual)) Value(actual, isMeasured, isQualitative, Actual, check);
        }
    }

    private static void Value(Element element, bool isMeasured, bool isQualitative, (Rule Missing, Rule NoNumber, Rule Qualitative) rules, Check check)
    {
        var isGiven = element.TryAttribute(IatiName.Value, out var value);
        if (isMeasured && !isGiven) check.Found(rules.Missing, element);
        if (isMeasured && isGiven && !Numbers.TryDecimal(value, out _)) check.Found(rules.NoNumber, element, IatiName.Value);
        if (isQualitative && isGiven) check.Found(rules.Qualitative, element, IatiName.Value);
    }
}
