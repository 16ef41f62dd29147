using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Features.SupportMeasures;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.Rendering;

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

    public static string Of(this Text T, LedgerAxis axis) => axis switch
    {
        { Marker: { } marker } => T["Marker: {0}", T.MarkerOf(marker)],
        _ when axis == LedgerAxis.Year => T["Year"],
        _ when axis == LedgerAxis.Partner => T["Partner"],
        _ when axis == LedgerAxis.Objective => T["Objective"],
        _ when axis == LedgerAxis.Component => T["Component"],
        _ when axis == LedgerAxis.Sector => T["Sector"],
        _ when axis == LedgerAxis.Region => T["Region"],
        _ when axis == LedgerAxis.FlowType => T["Type of flow"],
        _ when axis == LedgerAxis.Verdict => T["ODA, by the rules"],
        _ when axis == LedgerAxis.Beside => T["ODA, the rules beside what is reported"],
        _ when axis == LedgerAxis.Reach => T["Sector reform, core and broad"],
        _ when axis == LedgerAxis.FinanceType => T["Type of finance"],
        _ when axis == LedgerAxis.Crs => T["Told to the OECD or not"],
        _ when axis == LedgerAxis.Purpose => T["Purpose told to the OECD"],
        _ => T["Type of aid"],
    };

    /// <summary>A value of <see cref="LedgerAxis.Crs"/>.</summary>
    public static string CrsOf(this Text T, string value) => Enum.TryParse<CrsStanding>(value, out var standing) ? standing switch
    {
        CrsStanding.Alone => T["to the OECD alone"],
        CrsStanding.Joined => T["to the OECD, and another source tells of the same activity"],
        _ => T["by another source, and to the OECD too"],
    } : T["not to the OECD"];

    public static IEnumerable<SelectListItem> LedgerViews(this Text T) => Enum.GetValues<LedgerView>().Select(v => new SelectListItem(T.Of(v), v.ToString()));

    public static IEnumerable<SelectListItem> MoneyStages(this Text T) => Enum.GetValues<MoneyStage>().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    /// <summary>Currencies a ledger can be told in.</summary>
    public static IEnumerable<SelectListItem> Currencies(CountedLedger ledger) =>
        ledger.Rates.Currencies.Append(Currency.UsDollar).Select(c => c.Code).Distinct().Order(StringComparer.Ordinal).Select(c => new SelectListItem(c, c));

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
