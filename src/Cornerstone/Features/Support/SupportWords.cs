using Cornerstone.Features.Partners;
using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Support;

/// <summary>Values of this room in the reader's words.</summary>
public static class SupportWords
{
    public static string Of(this Text T, ActivityStatus? status) => status switch
    {
        ActivityStatus.Pipeline => T["In preparation"],
        ActivityStatus.Implementation => T["Under way"],
        ActivityStatus.Finalisation => T["Being finished"],
        ActivityStatus.Closed => T["Closed"],
        ActivityStatus.Cancelled => T["Cancelled"],
        ActivityStatus.Suspended => T["Suspended"],
        _ => T["not said"],
    };

    public static Tone ToneOf(ActivityStatus? status) => status switch
    {
        ActivityStatus.Implementation or ActivityStatus.Finalisation => Tone.Good,
        ActivityStatus.Pipeline => Tone.Information,
        ActivityStatus.Suspended or ActivityStatus.Cancelled => Tone.Warning,
        _ => Tone.Neutral,
    };

    public static string Of(this Text T, ActivityStage? stage) => stage switch
    {
        ActivityStage.Submitted => T["Submitted"],
        ActivityStage.Checked => T["Checked"],
        ActivityStage.Endorsed => T["Endorsed"],
        ActivityStage.Active => T["Active"],
        ActivityStage.Suspended => T["Suspended"],
        ActivityStage.Completed => T["Completed"],
        ActivityStage.Closed => T["Closed"],
        ActivityStage.Cancelled => T["Cancelled"],
        _ => T["Not taken up by the country"],
    };

    public static string Of(this Text T, TransactionType? type) => type switch
    {
        TransactionType.IncomingFunds => T["Money received"],
        TransactionType.OutgoingCommitment => T["Committed"],
        TransactionType.Disbursement => T["Paid out"],
        TransactionType.Expenditure => T["Spent"],
        TransactionType.InterestPayment => T["Interest paid"],
        TransactionType.LoanRepayment => T["Loan repaid"],
        TransactionType.Reimbursement => T["Reimbursed"],
        TransactionType.PurchaseOfEquity => T["Shares bought"],
        TransactionType.SaleOfEquity => T["Shares sold"],
        TransactionType.CreditGuarantee => T["Credit guaranteed"],
        TransactionType.IncomingCommitment => T["Committed to it"],
        TransactionType.OutgoingPledge => T["Pledged"],
        TransactionType.IncomingPledge => T["Pledged to it"],
        _ => T["Kind not said"],
    };

    public static string Of(this Text T, SupportForm? form) => form switch
    {
        SupportForm.Money => T["Money"],
        SupportForm.BudgetSupport => T["Budget support"],
        SupportForm.Equipment => T["Equipment"],
        SupportForm.GiftInKind => T["Gift in kind"],
        SupportForm.Infrastructure => T["Infrastructure"],
        SupportForm.Training => T["Training"],
        SupportForm.Advisers => T["Advisers"],
        SupportForm.Stipends => T["Stipends and salaries"],
        SupportForm.Loan => T["Loan"],
        SupportForm.Offset => T["Offset"],
        SupportForm.Services => T["Services"],
        _ => T["Form not said"],
    };

    /// <summary>Codes of what goods were like when they came.</summary>
    public static readonly IReadOnlyList<string> Conditions = ["New", "Used", "Refurbished"];

    public static string ConditionOf(this Text T, string condition) => condition switch
    {
        "New" => T["new goods"],
        "Used" => T["used goods"],
        "Refurbished" => T["refurbished goods"],
        _ => condition,
    };

    public static string Of(this Text T, AmountAbsence absence) => absence == AmountAbsence.Unknown ? T["unknown"] : T["not applicable"];

    public static string Of(this Text T, PartyRole? role) => role switch
    {
        PartyRole.Funding => T["Gives the money"],
        PartyRole.Accountable => T["Answers for it"],
        PartyRole.Extending => T["Passes it on"],
        PartyRole.Implementing => T["Carries it out"],
        _ => T["Takes part"],
    };

    public static string Of(this Text T, RelationKind? kind) => kind switch
    {
        RelationKind.Parent => T["Part of"],
        RelationKind.Child => T["Has as part"],
        RelationKind.Sibling => T["Beside"],
        RelationKind.CoFunded => T["Funded together with"],
        RelationKind.ThirdParty => T["Reported by others as"],
        _ => T["Related to"],
    };

    public static string Of(this Text T, AlignmentState state) => state switch
    {
        AlignmentState.Agreed => T["Agreed"],
        AlignmentState.Declined => T["Declined"],
        _ => T["Proposed, not judged"],
    };

    public static Tone ToneOf(AlignmentState state) => state switch
    {
        AlignmentState.Agreed => Tone.Good,
        AlignmentState.Declined => Tone.Warning,
        _ => Tone.Information,
    };

    public static string Of(this Text T, PartnerKind? kind) => kind switch
    {
        PartnerKind.Government => T["Government"],
        PartnerKind.LocalGovernment => T["Local government"],
        PartnerKind.OtherPublicSector => T["Other public body"],
        PartnerKind.InternationalNgo => T["International non-governmental organisation"],
        PartnerKind.NationalNgo or PartnerKind.PartnerCountryNgo => T["National non-governmental organisation"],
        PartnerKind.RegionalNgo => T["Regional non-governmental organisation"],
        PartnerKind.PublicPrivatePartnership => T["Public-private partnership"],
        PartnerKind.Multilateral => T["Multilateral organisation"],
        PartnerKind.Foundation => T["Foundation"],
        PartnerKind.PrivateSector or PartnerKind.PrivateSectorElsewhere => T["Company"],
        PartnerKind.PrivateSectorOfProvider => T["Company of the giving country"],
        PartnerKind.PrivateSectorOfRecipient => T["Company of this country"],
        PartnerKind.Academic => T["University or research body"],
        PartnerKind.Other => T["Other organisation"],
        _ => T["not said"],
    };

    public static string Of(this Text T, SourceKind kind) => kind switch
    {
        SourceKind.Iati => T["Published by the partner (IATI)"],
        SourceKind.Workbook => T["Sent by the partner as a workbook"],
        SourceKind.Crs => T["Told to the OECD (CRS)"],
        SourceKind.Tossd => T["Told as official support for sustainable development (TOSSD)"],
        _ => T["Entered in the national register"],
    };

    public static string Of(this Text T, PlannedAmount planned) => planned.Kind == PlannedKind.Disbursement ? T["Planned to be paid out"]
        : planned.IsRevised == true ? T["Budget, revised"]
        : T["Budget"];

    public static string YesOrNo(this Text T, bool? answer) => answer switch { true => T["Yes"], false => T["No"], null => T["not said"] };

    /// <summary>"60 %"; nothing where the share is not said.</summary>
    public static string ShareOf(this Text T, decimal? percentage) => percentage is { } share ? (share / 100m).ToString("P0", T.Language.Culture) : "";
}
