using Cornerstone.Features.Institutions;
using Cornerstone.Features.Support;
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

    /// <summary>Of a line of money: its purpose, or its component in the country's own register.</summary>
    public static string PurposeOf(this Text T, string? sector) => sector is null ? T["no single sector is declared"]
        : ComponentShares.Named(sector) is { } component ? T.Of(component)
        : T.SectorOf(sector);

    /// <summary>A question where its answer stands beside it.</summary>
    public static string LabelOf(this Text T, OdaQuestion question) => question switch
    {
        OdaQuestion.Recipient => T["Who receives it"],
        OdaQuestion.Support => T["What exactly it does"],
        OdaQuestion.Lethal => T["The equipment is lethal"],
        OdaQuestion.Oversight => T["Under civilian oversight"],
        OdaQuestion.Civilian => T["Technical cooperation for civilian purposes"],
        OdaQuestion.Excess => T["Only the cost beyond the normal is meant"],
        _ => T["Led by the partner, without coercion, for development"],
    };

    /// <summary>Null where it is not known.</summary>
    public static string? AnswerOf(this Text T, OdaFacts facts, OdaQuestion question) => question switch
    {
        OdaQuestion.Recipient => facts.Recipient is { } recipient ? T.Of(recipient) : null,
        OdaQuestion.Support => facts.Support is { } support ? T.Of(support) : null,
        _ => facts.Answer(question) is { } answer ? answer == "yes" ? T["Yes"] : T["No"] : null,
    };

    public static string Of(this Text T, OdaRecipient recipient) => recipient switch
    {
        OdaRecipient.CivilianBody => T["A civilian body"],
        OdaRecipient.CivilSociety => T["Civil society"],
        OdaRecipient.Police => T["The police"],
        OdaRecipient.Judiciary => T["Courts and prosecution"],
        OdaRecipient.Corrections => T["Prisons and probation"],
        OdaRecipient.Military => T["The partner’s military"],
        OdaRecipient.Intelligence => T["An intelligence service"],
        OdaRecipient.DonorForces => T["The donor’s own forces"],
        _ => T["An international peace operation"],
    };

    public static string Of(this Text T, OdaSupport support) => support switch
    {
        OdaSupport.Oversight => T["Civilian oversight, budgets, audit, parliament, ministries"],
        OdaSupport.RoutinePolicing => T["Training in routine policing"],
        OdaSupport.Equipment => T["Equipment"],
        OdaSupport.CounterSubversion => T["Counter-subversion or suppression of dissent"],
        OdaSupport.RightsTraining => T["Training in human rights, humanitarian law, the rule of law only"],
        OdaSupport.OperationalTraining => T["Operational training"],
        OdaSupport.Salaries => T["Stipends and salaries"],
        OdaSupport.HumanitarianDelivery => T["Delivery of humanitarian aid"],
        OdaSupport.ListedPeacekeeping => T["Peacekeeping, as listed under purpose code 15230"],
        OdaSupport.Enforcement => T["Peace enforcement"],
        OdaSupport.Contingents => T["Cost of contingents"],
        OdaSupport.AssessedContribution => T["Assessed contribution to United Nations peacekeeping"],
        OdaSupport.ArmsControl => T["Control of small arms, demining, child soldiers"],
        OdaSupport.PreventingExtremism => T["Prevention of violent extremism"],
        OdaSupport.CounterTerrorismCombat => T["Combat against terrorism"],
        OdaSupport.DonorIntelligence => T["Intelligence for the donor"],
        OdaSupport.JusticeReform => T["Courts, detention, probation, prison reform"],
        OdaSupport.MilitaryPension => T["Military pensions"],
        OdaSupport.Offset => T["Offset"],
        OdaSupport.ArmsLoan => T["Loan for arms"],
        _ => T["Something else, which the rules do not name"],
    };
}
