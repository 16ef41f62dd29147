using System.Collections.Frozen;

namespace Cornerstone.Features.SupportReported;

/// <summary>
/// A figure of the page: one of the two sides, or a reason of their difference. Reasons stand in the order in which they are asked; the
/// first that holds is the reason (decision 59).
/// </summary>
public enum ReportedFigure
{
    /// <summary>What givers told the OECD.</summary>
    Told,

    /// <summary>What the ledger counts where money entered.</summary>
    Counted,

    /// <summary>Told to the OECD alone, and counted: part of both sides.</summary>
    TheirsAlone,

    /// <summary>Of other sources: the OECD was told nothing by this giver, in any year that was brought in.</summary>
    GiverSilent,

    /// <summary>Of other sources: later than the latest year of the OECD that was brought in.</summary>
    YearNotYet,

    /// <summary>Of other sources: no table of the OECD of this year was brought in.</summary>
    YearMissing,

    /// <summary>Of other sources, which say themselves that it is no official development assistance.</summary>
    NotAid,

    /// <summary>Of other sources: giver and year are told to the OECD, and nobody said that it is one of the activities told there.</summary>
    OthersAlone,

    /// <summary>Of one activity: only one side tells of this stage of money.</summary>
    OneStage,

    /// <summary>Of one activity: rates and rounding, as the ledger takes them (<see cref="SupportLedger.LedgerSettings.Likeness"/>).</summary>
    Rounding,

    /// <summary>Of one activity: the same each year, and another giver is named.</summary>
    OtherGiver,

    /// <summary>Of one activity: the same in all, told for other years.</summary>
    OtherYear,

    /// <summary>Of one activity: another amount.</summary>
    OtherAmount,

    /// <summary>The ledger counts it where it is told by somebody else: told twice, passed on, or reported by its parts.</summary>
    CountedElsewhere,

    /// <summary>For other countries, or nobody said for which.</summary>
    OtherCountries,

    /// <summary>Other sources divide it among several purposes, or call it another one.</summary>
    OtherPurposes,

    /// <summary>What no reason explains.</summary>
    NotExplained,
}

public static class ReportedFigures
{
    /// <summary>Reasons, in their order.</summary>
    public static readonly IReadOnlyList<ReportedFigure> Reasons =
        [.. Enum.GetValues<ReportedFigure>().Where(f => f is not (ReportedFigure.Told or ReportedFigure.Counted or ReportedFigure.TheirsAlone or ReportedFigure.NotExplained))];

    private static readonly FrozenSet<ReportedFigure> Joined =
        [ReportedFigure.OneStage, ReportedFigure.Rounding, ReportedFigure.OtherGiver, ReportedFigure.OtherYear, ReportedFigure.OtherAmount];

    /// <summary>Of activities of which both sides tell.</summary>
    public static bool IsOfBoth(this ReportedFigure figure) => Joined.Contains(figure);
}
