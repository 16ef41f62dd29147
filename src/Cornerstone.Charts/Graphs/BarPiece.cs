namespace Cornerstone.Charts.Graphs;

/// <summary>One bar, or one part of a stacked bar: from which amount to which, and in which lane of its category's slot.</summary>
internal sealed record BarPiece(int Category, int Series, decimal From, decimal To, int Lane)
{
    /// <summary>All pieces in drawing order. Stacked parts above and below zero pile up separately.</summary>
    public static IReadOnlyList<BarPiece> Of(BarChart chart)
    {
        var pieces = new List<BarPiece>();
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            decimal above = 0, below = 0;
            for (var series = 0; series < chart.Series.Count; series++)
            {
                if (chart.Series[series].At(category).Amount is not { } amount) continue;

                var from = chart.Layout == BarLayout.Grouped ? 0 : amount < 0 ? below : above;
                pieces.Add(new(category, series, from, from + amount, chart.Layout == BarLayout.Grouped ? series : 0));
                if (amount < 0) below += amount;
                else above += amount;
            }
        }

        return pieces;
    }

    public static IEnumerable<decimal> Reach(IEnumerable<BarPiece> pieces) => pieces.Select(p => p.To);
}

/// <summary>How lanes share a category's slot: a quarter of it stays free, and no bar is clumsily thick.</summary>
internal readonly record struct BarLanes(double Start, double Thickness)
{
    private const double FilledShare = 0.74;
    private const double Thickest = 40;

    public static BarLanes In(double slot, int lanes)
    {
        var thickness = Math.Min(Thickest, slot * FilledShare / lanes);
        return new((slot - thickness * lanes) / 2, thickness);
    }

    public double Offset(int lane) => Start + lane * Thickness;

    /// <summary>Bars of a group stand a pixel apart where there is room.</summary>
    public double Drawn => Thickness > 6 ? Thickness - 1 : Thickness;
}
