using System.Text;
using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws regions by class.</summary>
internal sealed class MapPicture
{
    private const double Edge = 4;
    private const double MostHeight = 520;
    private const double NearestPoints = 0.7;
    private const double HaloRoom = 1.15;

    /// <summary>The empty class: zero, and everything on a map without figures.</summary>
    private const string Plain = "0";

    private readonly RegionMap map;
    private readonly Canvas canvas;
    private readonly ChartOptions options;
    private readonly NumberText numbers;
    private readonly HeatScale scale;
    private readonly MapProjection projection;

    public MapPicture(RegionMap map, Canvas canvas, ChartOptions options)
    {
        (this.map, this.canvas, this.options, numbers) = (map, canvas, options, new NumberText(options));
        scale = new([.. map.Regions.Where(r => r.Value.Amount.HasValue).Select(r => r.Value.Amount!.Value)], isFine: true);
        projection = new(map.Regions.SelectMany(r => r.Rings).SelectMany(r => r), options.Width - 2 * Edge, Math.Min(MostHeight, options.Height ?? options.Width * 0.9));
    }

    public double Draw()
    {
        MapPattern.Define(canvas, options, map.Regions.Select(r => ClassOf(r.Value)).Concat(LegendClasses().Select(c => c.Class)).Distinct());
        var drawn = map.Regions.Where(RegionMap.HasOutline).Select(r => (Region: r, Rings: Projected(r))).ToList();
        foreach (var (region, rings) in drawn) DrawRegion(region, rings);
        foreach (var (region, rings) in drawn) DrawLabel(region, rings);
        var y = projection.Height + 2 * Edge + 8;
        var legend = new Legend(LegendEntries(), options.Width);
        legend.Draw(canvas, 0, y);
        return DrawWithoutOutline(y + legend.Height);
    }

    private List<IReadOnlyList<Spot>> Projected(MapRegion region) =>
        [.. region.Rings.Where(ring => ring.Count > 2).Select(ring => (IReadOnlyList<Spot>)[.. ring.Select(projection.Of).Select(p => new Spot(p.X + Edge, p.Y + Edge))])];

    /// <summary>The canvas mirrors for right-to-left; going through its mirror twice leaves east on the right.</summary>
    private double Unmirrored(double x) => canvas.MirroredX(x);

    private void DrawRegion(MapRegion region, IReadOnlyList<IReadOnlyList<Spot>> rings)
    {
        if (region.Href is not null) canvas.OpenLink(region.Href);
        canvas.Path(string.Concat(rings.Select(DataOf)), "chart-region", Said(region, ": "),
            $" fill=\"url(#{options.Id(MapPattern.IdOf(ClassOf(region.Value)))})\"");
        if (region.Href is not null) canvas.CloseLink();
    }

    /// <summary>Points nobody could tell apart are left out.</summary>
    private string DataOf(IReadOnlyList<Spot> ring)
    {
        var data = new StringBuilder();
        var last = ring[0];
        for (var i = 0; i < ring.Count; i++)
        {
            if (i > 0 && Math.Abs(ring[i].X - last.X) + Math.Abs(ring[i].Y - last.Y) < NearestPoints) continue;
            data.Append(i == 0 ? 'M' : 'L').Append(canvas.Point(Unmirrored(ring[i].X), ring[i].Y));
            last = ring[i];
        }

        return data.Append('z').ToString();
    }

    private void DrawLabel(MapRegion region, List<IReadOnlyList<Spot>> rings)
    {
        var (middle, room) = MapLabelPlace.Of(rings);
        var value = ValueOf(region);
        var height = rings.Max(r => r.Max(p => p.Y)) - rings.Min(r => r.Min(p => p.Y));
        var isNamed = TextWidth.Of(region.Name) <= room * HaloRoom && height > 2 * Label.LineHeight;
        if (isNamed) canvas.Text(Unmirrored(middle.X), middle.Y + (value.Length == 0 ? 4 : -3), region.Name, "chart-halo", Anchor.Middle);
        if (map.IsOutlineOnly && !isNamed) value = region.Code;
        if (value.Length > 0 && TextWidth.Of(value) <= room * HaloRoom)
            canvas.Text(Unmirrored(middle.X), middle.Y + (isNamed ? 11 : 4), value, "chart-halo chart-figure", Anchor.Middle);
    }

    private double DrawWithoutOutline(double y)
    {
        var missing = map.Regions.Where(r => !RegionMap.HasOutline(r)).ToList();
        if (missing.Count == 0) return y;

        var words = Label.Fit($"{map.Words.WithoutOutline} {string.Join("; ", missing.Select(r => Said(r, " ")))}", options.Width - 4, mostLines: 4);
        canvas.Text(0, y + 14, words, "chart-muted");
        return y + 14 + words.Height;
    }

    private string Said(MapRegion region, string between) => map.IsOutlineOnly ? region.Name : $"{region.Name}{between}{numbers.Exact(region.Value)}";

    private string ValueOf(MapRegion region) => map.IsOutlineOnly ? ""
        : region.Value.State == ChartValueState.Unknown ? options.Labels.UnknownMark
        : region.Value.Amount is { } amount ? numbers.Short(amount) : options.Labels.NotApplicable;

    private string ClassOf(ChartValue value) => value.State switch
    {
        _ when map.IsOutlineOnly => Plain,
        ChartValueState.Known => scale.StepOf(value.Amount.GetValueOrDefault()),
        ChartValueState.NotApplicable => MapPattern.NotApplicable,
        _ => MapPattern.Unknown,
    };

    private IEnumerable<LegendEntry> LegendEntries() => LegendClasses().Select(c => new LegendEntry(c.Words, box =>
        canvas.Path($"M{canvas.Point(box.X, box.Y)}V{Canvas.Number(box.Bottom)}H{Canvas.Number(canvas.MirroredX(box.End))}V{Canvas.Number(box.Y)}z",
            "chart-region", attributes: $" fill=\"url(#{options.Id(MapPattern.IdOf(c.Class))})\"")));

    private IEnumerable<(string Class, string Words)> LegendClasses()
    {
        if (map.IsOutlineOnly) yield break;
        if (scale.HasNegative)
            foreach (var (colour, low, high) in scale.Steps.Reverse()) yield return ($"n{colour}", Range(-high, -low));
        if (map.Regions.Any(r => r.Value.Amount == 0)) yield return (Plain, numbers.Short(0));
        if (scale.HasPositive)
            foreach (var (colour, low, high) in scale.Steps) yield return ($"{colour}", Range(low, high));
        if (map.Regions.Any(r => r.Value.State == ChartValueState.Unknown)) yield return (MapPattern.Unknown, $"{options.Labels.UnknownMark} {options.Labels.Unknown}");
        if (map.Regions.Any(r => r.Value.State == ChartValueState.NotApplicable)) yield return (MapPattern.NotApplicable, options.Labels.NotApplicable);
    }

    private string Range(decimal low, decimal high) => low == high ? numbers.Short(low) : numbers.Range(low, high);
}
