using System.Globalization;
using System.Text;

namespace Cornerstone.Charts.Drawing;

/// <summary>Where a text begins, relative to the direction of reading.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// Collects SVG elements. Everything is laid out as if read from the left; the canvas alone mirrors it for right-to-left, so that the two
/// layouts cannot drift apart. Text anchors need no mirroring: SVG reads start and end by the text's direction.
/// </summary>
internal sealed class Canvas(ChartOptions options)
{
    private readonly StringBuilder svg = new();

    public bool RightToLeft => options.RightToLeft;

    public double Width => options.Width;

    public override string ToString() => svg.ToString();

    public double MirroredX(double x) => RightToLeft ? Width - x : x;

    public string Point(double x, double y) => $"{Number(MirroredX(x))} {Number(y)}";

    public void OpenGroup(string attributes) => Raw($"<g {attributes}>");

    public void CloseGroup() => svg.Append("</g>\n");

    /// <summary>Its name is what it holds, tooltip included: a label of its own could differ from what is seen (WCAG 2.5.3).</summary>
    public void OpenLink(string href) => Raw($"<a class=\"chart-link\" href=\"{XmlText.Escape(href)}\">");

    /// <summary>A link among so many that even its class would weigh; the chart's own class gives it its look.</summary>
    public void OpenBareLink(string href) => Raw($"<a href=\"{XmlText.Escape(href)}\">");

    public void CloseLink() => svg.Append("</a>\n");

    public void Raw(string markup) => svg.Append(markup);

    public void Line(double x1, double y1, double x2, double y2, string classes) => Raw(
        $"<line class=\"{classes}\" x1=\"{Number(MirroredX(x1))}\" y1=\"{Number(y1)}\" x2=\"{Number(MirroredX(x2))}\" y2=\"{Number(y2)}\"/>\n");

    public void Rect(Box box, string classes, double radius = 0, string? tooltip = null)
    {
        var x = RightToLeft ? Width - box.X - box.Width : box.X;
        var rounding = radius > 0 ? $" rx=\"{Number(radius)}\"" : "";
        Raw($"<rect class=\"{classes}\" x=\"{Number(x)}\" y=\"{Number(box.Y)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"{rounding}");
        End("rect", tooltip);
    }

    public void Path(string data, string classes, string? tooltip = null, string attributes = "")
    {
        Raw($"<path class=\"{classes}\" d=\"{data}\"{attributes}");
        End("path", tooltip);
    }

    public void Text(double x, double y, string text, string classes, Anchor anchor = Anchor.Start, string? tooltip = null, double turn = 0)
    {
        var (mirrored, angle) = (Number(MirroredX(x)), Number(RightToLeft ? -turn : turn));
        var position = turn == 0 ? "" : $" transform=\"rotate({angle} {mirrored} {Number(y)})\"";
        var anchored = anchor == Anchor.Start ? "" : anchor == Anchor.Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        Raw($"<text{(classes.Length > 0 ? $" class=\"{classes}\"" : "")} x=\"{mirrored}\" y=\"{Number(y)}\"{anchored}{position}>");
        if (tooltip is not null) Raw($"<title>{XmlText.Escape(tooltip)}</title>");
        svg.Append(XmlText.Escape(Bidi.Isolate(text, RightToLeft))).Append("</text>\n");
    }

    /// <summary>Lines of a label below each other, the first one's baseline at <paramref name="y"/>.</summary>
    public void Text(double x, double y, Label label, string classes, Anchor anchor = Anchor.Start, double turn = 0)
    {
        for (var i = 0; i < label.Lines.Count; i++)
            Text(x, y + i * Label.LineHeight, label.Lines[i], classes, anchor, label.IsElided ? label.Whole : null, turn);
    }

    /// <summary>One decimal is a tenth of a pixel; more would only be weight.</summary>
    public static string Number(double value)
    {
        var rounded = Math.Round(value, 1, MidpointRounding.AwayFromZero);
        return rounded == 0 ? "0" : rounded.ToString("0.#", CultureInfo.InvariantCulture);
    }

    private void End(string element, string? tooltip) =>
        svg.Append(tooltip is null ? "/>\n" : $"><title>{XmlText.Escape(tooltip)}</title></{element}>\n");
}

/// <summary>A rectangle, as if read from the left.</summary>
internal readonly record struct Box(double X, double Y, double Width, double Height)
{
    /// <summary>Marks keep this much room, whatever the words beside them need: crowded is better than inside out.</summary>
    public const double LeastPlot = 40;

    public double End => X + Width;

    public double Bottom => Y + Height;

    public double MiddleX => X + Width / 2;

    public double MiddleY => Y + Height / 2;
}
