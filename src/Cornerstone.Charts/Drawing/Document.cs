namespace Cornerstone.Charts.Drawing;

/// <summary>The <c>&lt;svg&gt;</c> element around a drawing, with what assistive technology needs.</summary>
internal static class Document
{
    /// <param name="hasLinks">Links inside role="img" would be hidden from assistive technology; such a chart is a group instead.</param>
    public static string Of(ChartText text, ChartOptions options, Canvas canvas, double height, string kind, bool hasLinks = false)
    {
        var (title, description) = (options.Id("title"), options.Id("desc"));
        var size = $"{Canvas.Number(options.Width)} {Canvas.Number(height)}";
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {kind}\" role=\"{(hasLinks ? "group" : "img")}\" "
            + $"aria-labelledby=\"{title} {description}\" direction=\"{(options.RightToLeft ? "rtl" : "ltr")}\"{Language(options)} "
            + $"width=\"{options.Width}\" height=\"{Canvas.Number(height)}\" viewBox=\"0 0 {size}\" font-size=\"{Canvas.Number(TextWidth.FontSize)}\">\n"
            + $"<title id=\"{title}\">{XmlText.Escape(text.Title)}</title>\n<desc id=\"{description}\">{XmlText.Escape(text.Description)}</desc>\n"
            + canvas + "</svg>\n";
    }

    /// <summary>A chart without figures says so.</summary>
    public static Chart Empty(ChartText text, ChartOptions options, ChartTable table, string kind)
    {
        const double height = 96;
        var canvas = new Canvas(options);
        var label = Label.Fit(options.Labels.Empty, options.Width - 32, mostLines: 3);
        canvas.Rect(new(0.5, 0.5, options.Width - 1, height - 1), "chart-empty", radius: 4);
        canvas.Text(options.Width / 2.0, (height - label.Height) / 2 + 11, label, "chart-muted", Anchor.Middle);
        return new(Of(text, options, canvas, height, kind), table);
    }

    private static string Language(ChartOptions options) =>
        options.Culture.Name.Length == 0 ? "" : $" xml:lang=\"{XmlText.Escape(options.Culture.Name)}\"";
}
