using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws amounts on their way: bands first, bars and words over them.</summary>
internal sealed class SankeyPicture(SankeyChart chart, SankeyFlows flows, Canvas canvas, ChartOptions options)
{
    private const double StubWidth = 7;

    private readonly SankeyLayout layout = new(flows, options);
    private readonly NumberText numbers = new(options);
    private readonly Dictionary<SankeySpot, double> leftAt = [];
    private readonly Dictionary<SankeySpot, double> cameAt = [];

    public double Draw()
    {
        for (var layer = 0; layer < chart.Words.Layers.Count; layer++)
        {
            var (x, anchor, room) = layout.TextOf(layer);
            canvas.Text(x, 12, Label.Fit(chart.Words.Layers[layer], room), "chart-muted", anchor);
        }

        foreach (var (link, leave, come) in Ports()) DrawBand(link, leave, come);
        foreach (var place in layout.Places) DrawUnsaid(place);
        foreach (var place in layout.Places) DrawSpot(place);
        return layout.Height;
    }

    /// <summary>Where each band leaves its bar and where it comes to the next: in the order of what it joins, so that bands of one bar do not cross.</summary>
    private List<(SankeyFlow Link, double Leave, double Come)> Ports()
    {
        foreach (var place in layout.Places) (leftAt[place.Spot], cameAt[place.Spot]) = (place.Bar.Y, place.Bar.Y);
        var leave = flows.Links.OrderBy(l => layout.Of(l.To).Bar.Y).ToDictionary(l => l, l => Next(leftAt, l.From, l));
        var come = flows.Links.OrderBy(l => layout.Of(l.From).Bar.Y).ToDictionary(l => l, l => Next(cameAt, l.To, l));
        return [.. flows.Links.OrderByDescending(l => l.Amount ?? 0).Select(l => (l, leave[l], come[l]))];
    }

    private double Next(Dictionary<SankeySpot, double> at, SankeySpot spot, SankeyFlow link)
    {
        var here = at[spot];
        at[spot] = here + WidthOf(link);
        return here;
    }

    private double WidthOf(SankeyFlow link) => (double)(link.Amount ?? 0) * layout.Scale;

    private void DrawBand(SankeyFlow link, double leave, double come)
    {
        var (start, end) = (layout.BarX(link.From.Layer) + SankeyLayout.BarWidth, layout.BarX(link.To.Layer));
        var middle = (start + end) / 2;
        var forth = $"M{canvas.Point(start, leave)}C{canvas.Point(middle, leave)} {canvas.Point(middle, come)} {canvas.Point(end, come)}";
        // U+203A is mirrored with the direction of the text; an arrow would not be.
        var tooltip = $"{link.From.Name} › {link.To.Name}: {(link.Amount is { } amount ? numbers.Exact(amount) : options.Labels.Unknown)}";
        if (link.Href is not null) canvas.OpenLink(link.Href);
        if (link.Amount is null)
        {
            canvas.Path(forth, "chart-flow-unknown", tooltip);
        }
        else
        {
            var (low, far) = (leave + WidthOf(link), come + WidthOf(link));
            canvas.Path($"{forth}V{Canvas.Number(far)}C{canvas.Point(middle, far)} {canvas.Point(middle, low)} {canvas.Point(start, low)}z", $"chart-flow {ColourOf(link.From)}", tooltip);
        }

        if (link.Href is not null) canvas.CloseLink();
    }

    /// <summary>What came and did not leave, or left and did not come, as far as the bar has a place free for it.</summary>
    private void DrawUnsaid(SankeyPlace place)
    {
        Stub(place, place.Spot.UnsaidOut, leftAt[place.Spot], place.Bar.End);
        Stub(place, place.Spot.UnsaidIn, cameAt[place.Spot], place.Bar.X - StubWidth);
    }

    private void Stub(SankeyPlace place, decimal unsaid, double from, double x)
    {
        var height = Math.Min((double)unsaid * layout.Scale, place.Bar.Bottom - from);
        if (unsaid <= 0 || height <= 0) return;
        canvas.Rect(new(x, from, StubWidth, height), "chart-flow-unsaid", tooltip: $"{place.Spot.Name}, {chart.Words.NotSaid}: {numbers.Exact(unsaid)}");
    }

    private void DrawSpot(SankeyPlace place)
    {
        var spot = place.Spot;
        var tooltip = $"{spot.Name}: {(spot.IsKnown ? numbers.Exact(spot.Total) : options.Labels.Unknown)}";
        if (spot.Href is not null) canvas.OpenLink(spot.Href);
        canvas.Rect(place.Bar, $"chart-flow-bar {ColourOf(spot)}", tooltip: tooltip);
        canvas.Text(place.TextX, place.TextY, place.Name, "chart-halo", place.Anchor);
        canvas.Text(place.TextX, place.TextY + place.Name.Height, place.Figure, "chart-figure chart-halo", place.Anchor);
        if (spot.Href is not null) canvas.CloseLink();
    }

    // Whose money it is can be followed to the first stop only: there it is mixed.
    private string ColourOf(SankeySpot spot) => spot.IsUnsaid ? "chart-unsaid" : spot.Layer > 0 ? "chart-mixed" : SeriesLook.Colour(flows.Layers[0].ToList().IndexOf(spot));
}
