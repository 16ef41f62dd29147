using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>A figure in the reader's digits and words: unknown, zero and not applicable never look alike.</summary>
internal static class ValueText
{
    public static string Of(Figure figure, Text T) => figure.State switch
    {
        FigureState.Unknown => T["unknown"],
        FigureState.NotApplicable => T["n/a"],
        _ => figure.ToString("#,0.####", T.Language.Culture),
    };
}
