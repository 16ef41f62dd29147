using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Cornerstone.Workbooks.Published;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>Reference figures as series: intervals, bounds and approximate values as printed; what the source does not date is said and left out.</summary>
internal static class FigureSeries
{
    private const string File = "figures";

    public static PublishedFile Read(IReadOnlyList<ReferenceFigure> figures) => new(
        [.. figures.Where(f => f.When is not null).Select(Series)],
        [.. figures.Where(f => f.When is null).Select(Undated)]);

    private static PublishedSeries Series(ReferenceFigure figure) => new(
        $"REF-{figure.Number:00}", $"{figure.What}: {figure.Where}", figure.Unit, figure.Path is { } path ? $"{figure.Symbol}, {path}" : figure.Symbol,
        [.. Points(figure)]);

    private static IEnumerable<PublishedPoint> Points(ReferenceFigure figure)
    {
        yield return new(Period.Parse(figure.When!, null), "", figure.Figure, figure.Number);
        if (figure is { Second: { } second, WhenTo: { } until })
        {
            yield return new(Period.Parse(until, null), "", second, figure.Number);
        }
    }

    // Drawing it at a guessed year would be inventing it (domain handbook §16, trap b).
    private static WorkbookFinding Undated(ReferenceFigure figure) => new(
        File, $"figure {figure.Number}", 0, "when", "S3", $"{figure.What}: {figure.Where}", "a date; the source gives none, so the figure has no place on an axis of time and was left out", FindingGrade.Warning);
}
