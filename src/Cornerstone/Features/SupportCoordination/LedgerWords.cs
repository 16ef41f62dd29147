using Cornerstone.Features.SupportLedger;
using Cornerstone.Features.SupportMeasures;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>Values of the ledger in the reader's words.</summary>
public static class LedgerWords
{
    public static string Of(this Text T, LedgerView view) => view == LedgerView.Funding ? T["Where money entered (funding)"] : T["Where money was last seen (spending)"];

    public static string Of(this Text T, MoneyStage stage) => stage switch
    {
        MoneyStage.Paid => T["Paid out and spent"],
        MoneyStage.Committed => T["Committed"],
        _ => T["Pledged"],
    };

    public static string Of(this Text T, ExclusionReason reason) => reason switch
    {
        ExclusionReason.NoValue => T["The source gives no value"],
        ExclusionReason.NoDate => T["It has no date, so no rate and no year"],
        ExclusionReason.NoRate => T["No rate leads from its currency on that day"],
        ExclusionReason.OutOfBounds => T["It is out of all proportion and waits for a person"],
        ExclusionReason.SameActivityElsewhere => T["Another source’s record stands for this activity"],
        ExclusionReason.SaidTwice => T["A co-financing partner reports the same payment"],
        ExclusionReason.CountedInParts => T["The activities below it report it"],
        ExclusionReason.ReportedByProvider => T["The giver reports it, and it is counted there"],
        ExclusionReason.PassedOn => T["It comes from money that is counted where it entered"],
        ExclusionReason.SpentFurtherOn => T["It went to an activity that reports what became of it"],
        ExclusionReason.Receipt => T["What comes in is not spending"],
        ExclusionReason.OtherCountry => T["It is for other countries"],
        _ => T["Nobody said that it is for this country"],
    };

    public static string Of(this Text T, Attention attention) => attention switch
    {
        Attention.Orphan => T["Hardly anything is committed"],
        Attention.Darling => T["More is bound than it costs"],
        Attention.Unknown => T["Its cost is not known"],
        _ => T["In between"],
    };
}
