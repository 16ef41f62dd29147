using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>One actual figure held against its target.</summary>
/// <param name="Bands">Upper ends of "poor", "fair" and so on, lowest first; at most three.</param>
public sealed record Bullet(string Name, ChartFigure Actual, ChartFigure Target, IReadOnlyList<decimal> Bands, string? Href = null);

/// <summary>"Actual", "Target", and the names of the bands from the lowest.</summary>
public sealed record BulletWords(string Actual, string Target, IReadOnlyList<string> Bands);

/// <summary>
/// Actual figures as thin bars before bands of judgement, each with its target as an upright stroke. All rows share one axis, so they
/// must share one unit.
/// </summary>
public sealed record BulletChart(ChartText Text, BulletWords Words, IReadOnlyList<Bullet> Bullets)
{
    internal const int MostBands = 3;
    private const string Kind = "chart-bullets";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        if (Words.Bands.Count > MostBands || Bullets.Any(b => b.Bands.Count > Words.Bands.Count))
            throw new ArgumentException($"A bullet has at most {MostBands} bands, each with a name.");

        var table = Table(options);
        if (!Bullets.Any(b => b.Actual.Ends.Concat(b.Target.Ends).Any())) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new BulletPicture(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind, Bullets.Any(b => b.Href is not null)), table);
    }

    private ChartTable Table(ChartOptions options)
    {
        var text = new FigureText(options);
        var rows = Bullets.Select(b => new ChartTableRow(new(b.Name, Href: b.Href),
            [text.Cell(b.Actual), text.Cell(b.Target), .. Words.Bands.Select((_, i) => i < b.Bands.Count ? text.Cell(b.Bands[i]) : text.Cell(ChartFigure.NotApplicable))]));
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, Words.Actual, Words.Target, .. Words.Bands], [.. rows]);
    }
}
