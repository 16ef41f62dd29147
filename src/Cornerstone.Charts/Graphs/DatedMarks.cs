using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>How figures at days are joined and how an interval is drawn, the same in every chart over time.</summary>
internal static class DatedMarks
{
    private const double Cap = 4;

    /// <summary>Unbroken stretches of single known amounts: an interval has no one place a line could go through.</summary>
    public static IEnumerable<List<DatedFigure>> Runs(IEnumerable<DatedFigure> figures)
    {
        var run = new List<DatedFigure>();
        foreach (var figure in figures)
        {
            if (figure.Figure.Amount is not null)
            {
                run.Add(figure);
                continue;
            }

            if (run.Count > 0) yield return run;
            run = [];
        }

        if (run.Count > 0) yield return run;
    }

    /// <summary>Both ends with a cap; an end that nobody knows has none and runs to zero.</summary>
    public static void Whisker(Canvas canvas, ChartFigure figure, double x, Func<decimal, double> y, string classes, string tooltip)
    {
        var (top, bottom) = (y(figure.High.GetValueOrDefault()), y(figure.Low ?? Math.Min(0, figure.High.GetValueOrDefault())));
        var lowerCap = figure.Low is null ? "" : $"M{canvas.Point(x, bottom)}m-{Cap} 0h{Cap * 2}";
        canvas.Path($"M{canvas.Point(x, top)}V{Canvas.Number(bottom)}M{canvas.Point(x, top)}m-{Cap} 0h{Cap * 2}{lowerCap}", classes, tooltip);
    }
}
