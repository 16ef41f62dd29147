using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>A spot in the drawing: its bar, its words and where they stand.</summary>
internal sealed record SankeyPlace(SankeySpot Spot, Box Bar, Label Name, string Figure, double TextX, double TextY, Anchor Anchor);

/// <summary>
/// Gives every spot its bar, as high as its amount, with room for its words: beside the bar, or on a phone above it, so that the layers
/// keep the whole width. Layers are as wide apart as the drawing allows.
/// </summary>
internal sealed class SankeyLayout
{
    public const double BarWidth = 12;

    private const double Head = 26;
    private const double Gap = 8;
    private const double WidestNames = 190;

    private readonly Dictionary<SankeySpot, SankeyPlace> places = [];
    private readonly ChartOptions options;
    private readonly NumberText numbers;
    private readonly SankeyRoom room;
    private readonly double margin;
    private readonly double pitch;
    private readonly int last;

    public SankeyLayout(SankeyFlows flows, ChartOptions options)
    {
        (this.options, room, numbers) = (options, flows.Room, new NumberText(options));
        last = flows.Layers.Count - 1;
        margin = room.IsNarrow ? 0 : Math.Min(WidestNames, options.Width * 0.24);
        pitch = (options.Width - 2 * margin - BarWidth) / Math.Max(1, last);
        var most = flows.Layers.Max(layer => layer.Sum(s => s.Drawn));
        Scale = most == 0 ? 0 : (options.Height ?? (room.IsNarrow ? 220 : 300)) / (double)most;
        var layers = SankeyOrder.Of(flows).Select(layer => layer.Select(s => (Spot: s, Name: NameOf(s))).ToList()).ToList();
        var high = layers.Max(layer => layer.Sum(s => Slot(s.Spot, s.Name)));
        foreach (var layer in layers) Stand(layer, Head + (high - layer.Sum(s => Slot(s.Spot, s.Name))) / 2);
        Height = Head + high;
    }

    public double Height { get; }

    /// <summary>Pixels of an amount of one.</summary>
    public double Scale { get; }

    public IEnumerable<SankeyPlace> Places => places.Values;

    public SankeyPlace Of(SankeySpot spot) => places[spot];

    public double BarX(int layer) => margin + layer * pitch;

    /// <summary>The heading of a layer stands as its names do.</summary>
    public (double X, Anchor Anchor, double Room) TextOf(int layer)
    {
        if (room.IsNarrow)
        {
            var width = options.Width / (last + 1.0) - 6;
            return layer == 0 ? (0, Anchor.Start, width) : layer == last ? (options.Width, Anchor.End, width) : (BarX(layer) + BarWidth / 2, Anchor.Middle, width);
        }

        return layer == 0 ? (margin - 6, Anchor.End, margin - 8)
            : layer == last ? (BarX(layer) + BarWidth + 6, Anchor.Start, margin - 8)
            : (BarX(layer) + BarWidth + 6, Anchor.Start, Math.Min(WidestNames, pitch - BarWidth - 12));
    }

    private Label NameOf(SankeySpot spot) => Label.Fit(spot.Name, TextOf(spot.Layer).Room, room.IsNarrow ? 3 : 2);

    private static double WordsOf(Label name) => name.Height + Label.LineHeight;

    private double BarOf(SankeySpot spot) => (double)spot.Drawn * Scale;

    private double Slot(SankeySpot spot, Label name) => Gap + (room.IsNarrow ? WordsOf(name) + 4 + BarOf(spot) : Math.Max(BarOf(spot), WordsOf(name)));

    private void Stand(List<(SankeySpot Spot, Label Name)> layer, double top)
    {
        foreach (var (spot, name) in layer)
        {
            var slot = Slot(spot, name);
            var (bar, words) = (BarOf(spot), WordsOf(name));
            var y = room.IsNarrow ? top + words + 4 : top + (slot - Gap - bar) / 2;
            var textY = (room.IsNarrow ? top : top + (slot - Gap - words) / 2) + 11;
            var (x, anchor, _) = TextOf(spot.Layer);
            places[spot] = new(spot, new(BarX(spot.Layer), y, BarWidth, bar), name, FigureOf(spot), x, textY, anchor);
            top += slot;
        }
    }

    private string FigureOf(SankeySpot spot) => !spot.IsKnown ? options.Labels.UnknownMark
        : spot.HasUnknown ? $"{numbers.Short(spot.Total)} + {options.Labels.UnknownMark}"
        : numbers.Short(spot.Total);
}
