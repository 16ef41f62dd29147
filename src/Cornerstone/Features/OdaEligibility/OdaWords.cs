using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>Verdicts in the reader's words.</summary>
public static class OdaWords
{
    public static string Of(this Text T, OdaVerdict verdict) => verdict switch
    {
        OdaVerdict.Eligible => T["Eligible as assistance"],
        OdaVerdict.PartlyEligible => T["Eligible in part"],
        OdaVerdict.NotEligible => T["Not eligible"],
        _ => T["Not decided"],
    };

    public static Tone ToneOf(OdaVerdict verdict) => verdict switch
    {
        OdaVerdict.Eligible => Tone.Good,
        OdaVerdict.PartlyEligible => Tone.Information,
        OdaVerdict.NotEligible => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static string Of(this Text T, OdaBeside beside) => beside switch
    {
        OdaBeside.NoDifference => T["No difference"],
        OdaBeside.EligibleUnreported => T["Eligible, not reported as assistance"],
        OdaBeside.PartUnreported => T["Eligible in part, not reported as assistance"],
        OdaBeside.ReportedIneligible => T["Reported as assistance, not eligible"],
        OdaBeside.PartReported => T["Reported as assistance, eligible in part only"],
        OdaBeside.Private => T["Private money, which is no official assistance whatever it does"],
        _ => T["Not decided"],
    };

    public static string Of(this Text T, SsrReach reach) => reach switch
    {
        SsrReach.Core => T["The core: purpose 15210"],
        SsrReach.Broad => T["The broad view, beyond the core"],
        _ => T["Outside both"],
    };

    /// <summary>Why, in words: the line of the table that decided, or what would have to be known.</summary>
    public static string ReasonOf(this Text T, OdaDecision decision) => decision switch
    {
        { Rule: { } rule } => rule.Item.In(T.Language.Code),
        { Missing.Count: 0 } => T["No line of the table names this."],
        _ => T["Not known: {0}", string.Join(T[", "], decision.FirstMissing.Select(q => T.Of(q)))],
    };

    /// <summary>Where the two words differ, with the rule.</summary>
    public static string DifferenceOf(this Text T, OdaJudgement judgement) => judgement is { Beside: OdaBeside.ReportedIneligible, Decision.Rule: { } rule }
        ? T["Reported as assistance, not eligible by rule {0}", rule.Code]
        : T.Of(judgement.Beside);

    private static string Of(this Text T, OdaQuestion question) => question switch
    {
        OdaQuestion.Recipient => T["who receives it"],
        OdaQuestion.Support => T["what exactly it does"],
        OdaQuestion.Lethal => T["whether the equipment is lethal"],
        OdaQuestion.Oversight => T["whether it is under civilian oversight"],
        OdaQuestion.Civilian => T["whether it is technical cooperation for civilian purposes"],
        OdaQuestion.Excess => T["whether only the cost beyond the normal is meant"],
        _ => T["whether the partner leads it, without coercion, for development"],
    };
}
