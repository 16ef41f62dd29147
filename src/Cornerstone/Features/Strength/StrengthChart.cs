using Cornerstone.Charts;
using Cornerstone.Languages;

namespace Cornerstone.Features.Strength;

/// <summary>Posts and people over time: what is authorised holds until it is changed, what was counted is a point in time.</summary>
internal static class StrengthChart
{
    /// <param name="reports">As the reader may see them: what is withheld leaves a gap.</param>
    public static TargetLineChart Of(IReadOnlyList<StrengthReport> reports, Text T)
    {
        var counted = reports.Where(r => r.Kind == StrengthKind.Actual).OrderBy(r => r.AsAt).ToList();
        var authorised = reports.Where(r => r is { Kind: StrengthKind.Authorised, Total.Total.People: not null }).OrderBy(r => r.AsAt)
            .Select(r => new TargetPoint(r.AsAt, NameOf(r.AsAt, T), r.Total.Total.People!.Value)).ToList();
        (string Name, Func<StrengthRow, StrengthCell> Cell)[] lines =
            [(T["Actual"], r => r.Total), (T["Men"], r => r.Men), (T["Women"], r => r.Women), (T["Sex not recorded"], r => r.Unknown)];
        return new TargetLineChart(
            new ChartText(T["Strength over time"], T["Posts the law or the budget allows, and people who serve, by sex."], T["As at"], T["people"]),
            new TargetLineWords(T["Authorised"], "", "", "", ""),
            [.. lines.Where(l => counted.Exists(r => l.Cell(r.Total).People is not null)).Select(l => Line(l.Name, counted, l.Cell, T))])
        {
            Target = authorised.Count == 0 ? null : new TargetPath(Prolonged(authorised, reports.Max(r => r.AsAt), T), TargetShape.Stepwise),
        };
    }

    private static DatedSeries Line(string name, IEnumerable<StrengthReport> counted, Func<StrengthRow, StrengthCell> cell, Text T) =>
        new(name, [.. counted.Select(r => new DatedFigure(r.AsAt, NameOf(r.AsAt, T), ChartFigure.Of(cell(r.Total).People)))]);

    // Posts once authorised stay authorised: the line goes on to the latest report.
    private static List<TargetPoint> Prolonged(List<TargetPoint> points, DateOnly until, Text T) =>
        points[^1].On < until ? [.. points, points[^1] with { On = until, Name = NameOf(until, T) }] : points;

    private static string NameOf(DateOnly day, Text T) => day.ToString("d MMM yyyy", T.Language.Culture);
}
