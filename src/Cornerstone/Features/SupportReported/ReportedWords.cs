using Cornerstone.Features.Support;
using Cornerstone.Languages;

namespace Cornerstone.Features.SupportReported;

/// <summary>Figures in the reader's words, and how each is found.</summary>
public static class ReportedWords
{
    public static string Of(this Text T, ReportedFigure figure) => figure switch
    {
        ReportedFigure.Told => T["Told to the OECD"],
        ReportedFigure.Counted => T["Counted here"],
        ReportedFigure.TheirsAlone => T["In both: told to the OECD alone"],
        ReportedFigure.GiverSilent => T["Giver tells the OECD nothing"],
        ReportedFigure.YearNotYet => T["Year not yet told"],
        ReportedFigure.YearMissing => T["Year not brought in"],
        ReportedFigure.NotAid => T["Not aid"],
        ReportedFigure.OthersAlone => T["Told by others only"],
        ReportedFigure.OneStage => T["Stage told by one side only"],
        ReportedFigure.Rounding => T["Rates and rounding"],
        ReportedFigure.OtherGiver => T["Another giver named"],
        ReportedFigure.OtherYear => T["Told for other years"],
        ReportedFigure.OtherAmount => T["Other amount"],
        ReportedFigure.CountedElsewhere => T["Counted elsewhere"],
        ReportedFigure.OtherCountries => T["For other countries"],
        ReportedFigure.OtherPurposes => T["Divided among purposes"],
        _ => T["Not explained"],
    };

    /// <summary>"1,200,000 USD": what was told, in each currency it was told in.</summary>
    public static string AsTold(this Text T, ReportedCell cell) => string.Join(T["; "], cell.AsTold.OrderBy(a => a.Key, StringComparer.Ordinal).Select(a => T.AmountOf(a.Value, a.Key)));

    public static string HowFound(this Text T, ReportedFigure figure) => figure switch
    {
        ReportedFigure.GiverSilent => T["No source but others tells of it, and the tables of the OECD that were brought in name this giver in no year."],
        ReportedFigure.YearNotYet => T["Later than the latest year of which a table of the OECD was brought in."],
        ReportedFigure.YearMissing => T["An earlier year of which no table of the OECD was brought in."],
        ReportedFigure.NotAid => T["Its own source gives it a type of flow that is not official development assistance."],
        ReportedFigure.OthersAlone => T["Giver and year are told to the OECD, and nobody said that it is one of the activities told there: look for likely pairs."],
        ReportedFigure.OneStage => T["Records of one activity: one side tells of this stage of money, the other does not."],
        ReportedFigure.Rounding => T["Records of one activity: for each giver and year the amounts differ by two per cent at most."],
        ReportedFigure.OtherGiver => T["Records of one activity: each year the same in all, and the two sides name different givers."],
        ReportedFigure.OtherYear => T["Records of one activity: the same in all, told for different years."],
        ReportedFigure.OtherAmount => T["Records of one activity: the amounts differ in all."],
        ReportedFigure.CountedElsewhere => T["Left out of the ledger because the same money is counted at another activity: told twice, passed on, or reported by parts."],
        ReportedFigure.OtherCountries => T["Left out of the ledger because it is for other countries, or nobody said for which."],
        ReportedFigure.OtherPurposes => T["Its source divides it among several purposes, or calls it another one than the OECD was told."],
        _ => T["What is left when all reasons are taken off."],
    };
}
