namespace Cornerstone.Charts.Graphs;

/// <summary>What comes to a node and what leaves it.</summary>
internal sealed class SankeyBalance(SankeyNode node, bool IsFirst, bool IsLast)
{
    private readonly Side came = new();
    private readonly Side left = new();

    public SankeyNode Node => node;

    /// <summary>The bar: as much as is drawn on its fuller side.</summary>
    public decimal Drawn => Math.Max(came.Drawn, left.Drawn);

    public bool HasUnknown => came.HasUnknown || left.HasUnknown;

    /// <summary>Came and did not leave; nothing is said of it where an amount that left is not known.</summary>
    public decimal UnsaidOut => IsLast || left.HasUnknown ? 0 : Math.Max(0, came.Net - left.Net);

    /// <summary>Left and did not come.</summary>
    public decimal UnsaidIn => IsFirst || came.HasUnknown ? 0 : Math.Max(0, left.Net - came.Net);

    /// <summary>With what came back taken off; unknown where no amount is known.</summary>
    public ChartValue Total => came.HasKnown || left.HasKnown ? ChartValue.Known(Known()) : ChartValue.Unknown;

    public void Come(ChartValue amount) => came.Add(amount);

    public void Leave(ChartValue amount) => left.Add(amount);

    private decimal Known() => !came.HasKnown ? left.Net : !left.HasKnown ? came.Net : Math.Max(came.Net, left.Net);

    private sealed class Side
    {
        public decimal Net { get; private set; }

        public decimal Drawn { get; private set; }

        public bool HasKnown { get; private set; }

        public bool HasUnknown { get; private set; }

        public void Add(ChartValue value)
        {
            HasUnknown |= value.State == ChartValueState.Unknown;
            if (value.Amount is not { } amount) return;

            HasKnown = true;
            Net += amount;
            Drawn += Math.Max(0, amount);
        }
    }
}
