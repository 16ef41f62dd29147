using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>The fills of a map: a colour for each class with lines that grow denser, so that a grey copy or a colour-blind reader can follow.</summary>
internal static class MapPattern
{
    public const string Unknown = "unknown";
    public const string NotApplicable = "na";

    public static string IdOf(string step) => $"class-{step}";

    public static void Define(Canvas canvas, ChartOptions options, IEnumerable<string> steps)
    {
        canvas.Raw("<defs>");
        foreach (var step in steps)
        {
            canvas.Raw($"<pattern id=\"{options.Id(IdOf(step))}\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path class=\"{Background(step)}\" d=\"M0 0h8v8h-8z\"/>");
            if (Lines(step) is { } lines) canvas.Raw($"<path class=\"chart-map-line chart-map-line-{step}\" d=\"{lines}\"/>");
            canvas.Raw("</pattern>");
        }

        canvas.Raw("</defs>\n");
    }

    // The outline of zero and "not applicable" in a heat map would frame every tile of a pattern.
    private static string Background(string step) => step is "0" or NotApplicable ? "chart-map-empty" : $"chart-heat-{step}";

    private static string? Lines(string step) => step switch
    {
        "2" or "n2" => "M3 4h2",
        "3" or "n3" => "M0 4h8",
        "4" or "n4" => "M0 8L8 0M-1 1L1 -1M7 9L9 7",
        "5" or "n5" => "M0 4h8M4 0v8",
        Unknown => "M0 0L8 8M-1 7L1 9M7 -1L9 1",
        NotApplicable => "M3 4h1.5",
        _ => null,
    };
}
