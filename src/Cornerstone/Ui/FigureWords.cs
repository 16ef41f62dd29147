using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Ui;

/// <summary>Figures and periods as readers say them, the same inside and on public pages.</summary>
public static class FigureWords
{
    /// <summary>"12.5", "3–6", "about 50", "fewer than 10"; unknown and not applicable in words, never as zero.</summary>
    public static string Said(this Text T, Figure figure)
    {
        string Number(decimal? number) => number!.Value.ToString("#,##0.##", T.Language.Culture);
        return figure switch
        {
            { State: FigureState.Unknown } => T["unknown"],
            { State: FigureState.NotApplicable } => T["n/a"],
            { IsUpperBound: true } => T["under {0}", Number(figure.High)],
            { IsLowerBound: true } => T["over {0}", Number(figure.Low)],
            { IsInterval: true } => T["{0} to {1}", Number(figure.Low), Number(figure.High)],
            { IsApproximate: true } => T["about {0}", Number(figure.Low)],
            _ => Number(figure.Low),
        };
    }

    /// <summary>A period as readers say it: "2024", "quarter 1 of 2024", "March 2024".</summary>
    public static string Said(this Text T, Period period)
    {
        string Of(DateOnly day) => period.Precision switch
        {
            PeriodPrecision.Year => day.ToString("yyyy", T.Language.Culture),
            PeriodPrecision.Quarter => T["quarter {0} of {1}", (day.Month + 2) / 3, day.Year.ToString(T.Language.Culture)],
            PeriodPrecision.Month => day.ToString("MMMM yyyy", T.Language.Culture),
            _ => day.ToString("d MMM yyyy", T.Language.Culture),
        };
        return period.IsSingle ? Of(period.From) : T["{0} to {1}", Of(period.From), Of(period.Until)];
    }
}
