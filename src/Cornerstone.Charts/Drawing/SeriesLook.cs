namespace Cornerstone.Charts.Drawing;

/// <summary>How the n-th series is told apart: by colour class, by the shape of its points and by its hatching in print.</summary>
internal static class SeriesLook
{
    private const int Shapes = 4;

    public static string Colour(int series) => $"chart-series-{series % ChartStyles.SeriesColours + 1}";

    /// <summary>The colour of what the series means; where it means nothing by itself, of its place.</summary>
    public static string Colour(int index, Series series) => series.Tone == SeriesTone.None ? Colour(index) : $"chart-tone-{series.Tone.ToString().ToLowerInvariant()}";

    /// <summary>A point marker of about seven pixels; the shapes are symmetric, so mirroring leaves them alone.</summary>
    public static void Marker(Canvas canvas, int series, double x, double y, string? tooltip = null)
    {
        var data = (series % Shapes) switch
        {
            0 => "m-3 0a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z",
            1 => "m-2.8 -2.8h5.6v5.6h-5.6z",
            2 => "m0 -4l4 4l-4 4l-4 -4z",
            _ => "m0 -3.8l3.9 6.6h-7.8z",
        };
        canvas.Path($"M{canvas.Point(x, y)}{data}", $"chart-marker {Colour(series)}", tooltip);
    }

    /// <summary>Patterns that print lays over filled shapes, so that a grey copy stays readable; the first series stays plain.</summary>
    public static void DefineHatches(Canvas canvas, ChartOptions options, int series)
    {
        if (series < 2) return;

        canvas.Raw("<defs>");
        for (var i = 1; i < Math.Min(series, ChartStyles.SeriesColours); i++)
            canvas.Raw($"<pattern id=\"{options.Id($"hatch-{i}")}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\"><path class=\"chart-hatch-line\" d=\"{Hatches[i - 1]}\"/></pattern>");
        canvas.Raw("</defs>\n");
    }

    public static void Hatch(Canvas canvas, ChartOptions options, int series, IEnumerable<Box> boxes)
    {
        var pattern = series % ChartStyles.SeriesColours;
        var data = string.Concat(boxes.Select(box =>
            $"M{canvas.Point(box.X, box.Y)}V{Canvas.Number(box.Bottom)}H{Canvas.Number(canvas.MirroredX(box.End))}V{Canvas.Number(box.Y)}z"));
        if (pattern > 0 && data.Length > 0) canvas.Path(data, "chart-hatch", attributes: $" fill=\"url(#{options.Id($"hatch-{pattern}")})\"");
    }

    private static readonly string[] Hatches =
    [
        "M0 6L6 0M-1 1L1 -1M5 7L7 5", "M0 3H6", "M3 0V6", "M0 0L6 6M5 -1L7 1M-1 5L1 7",
        "M0 3H6M3 0V6", "M0 6L6 0M0 0L6 6", "M2 3h2M3 2v2",
    ];
}
