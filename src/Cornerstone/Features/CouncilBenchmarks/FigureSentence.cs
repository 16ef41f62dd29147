using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Strength;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>Figures in the sentences of Secretary-General reports (domain handbook §4.5): as at, authorised, share, women, the period before.</summary>
internal static class FigureSentence
{
    // Counts of people below it are shown only to those whose task it is (domain handbook §0.3).
    private const int SmallestShown = 10;

    public static string OfStrength(string name, StrengthInBrief strength, bool showsSmallCounts, Text T)
    {
        if (strength is not { Serving: { } serving, AsAt: { } day })
        {
            return T["{0}: strength unknown", name];
        }

        var sentence = strength is { Authorised: { } authorised, Filled: { } filled }
            ? T["{0}: strength {1:N0} as at {2:d MMMM yyyy}; authorised strength {3:N0}; {4:P1}", name, serving, day, authorised, filled.Share]
            : T["{0}: strength {1:N0} as at {2:d MMMM yyyy}; authorised strength unknown", name, serving, day];
        return strength switch
        {
            { Women: null } => T["{0}; women: unknown", sentence],
            { Women: < SmallestShown } when !showsSmallCounts => T["{0}; women: fewer than {1}", sentence, SmallestShown],
            { Women: { } women, WomenShare: { } share } => T["{0}; women: {1:N0} ({2:P1})", sentence, women, share.Share],
            _ => sentence,
        };
    }

    /// <param name="points">Published values of the whole country, all and women.</param>
    public static string OfIndicator(IndicatorDefinition card, IReadOnlyList<SeriesPoint> points, Text T)
    {
        var name = card.Name.In(T.Language.Code);
        var totals = points.Where(p => p.IsTotal).OrderByDescending(p => p.Period).ToList();
        if (totals.FirstOrDefault() is not { } latest)
        {
            return T["{0}: no published value", name];
        }

        var said = card.StockOrFlow == StockOrFlow.Stock
            ? T["{0}: {1} as at {2}", name, Said(latest, card, T), latest.Period]
            : T["{0}: {1} in {2}", name, Said(latest, card, T), latest.Period];
        if (points.SingleOrDefault(p => p.Dimensions.Length > 0 && p.Period == latest.Period) is { } women)
        {
            said = T["{0}; women: {1}", said, Said(women, card, T)];
        }

        return totals.ElementAtOrDefault(1) is { } before
            ? T["{0}; the period before ({1}): {2}", said, before.Period, Said(before, card, T)]
            : said;
    }

    private static string Said(SeriesPoint point, IndicatorDefinition card, Text T)
    {
        var value = point.Value.State switch
        {
            FigureState.Unknown => T["unknown"],
            FigureState.NotApplicable => T["n/a"],
            _ => point.Value.ToString("#,0.##", T.Language.Culture) + (card.Unit == IndicatorUnit.Percent ? " %" : ""),
        };
        return point is { Numerator: { } numerator, Denominator: { } denominator }
            ? T["{0} ({1:N0} of {2:N0})", value, numerator, denominator]
            : value;
    }
}
