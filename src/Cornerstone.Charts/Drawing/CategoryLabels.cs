namespace Cornerstone.Charts.Drawing;

/// <summary>
/// Chooses how category names stand under their slots without touching each other: side by side, broken into lines, turned, or, where
/// the categories are a sequence such as years, only every n-th.
/// </summary>
internal sealed class CategoryLabels
{
    private const double Gap = 6;
    private const double SequenceGap = 14;
    private const double MostTurnedRoom = 110;
    private const double TurnAngle = 45;

    private readonly IReadOnlyList<Label> labels;
    private readonly int every;
    private readonly bool turned;

    private CategoryLabels(IReadOnlyList<Label> labels, int every, bool turned) => (this.labels, this.every, this.turned) = (labels, every, turned);

    public double Height => labels.Count == 0 ? 0 : turned
        ? labels.Max(l => l.Width) * Math.Sin(TurnAngle * Math.PI / 180) + 16
        : labels.Max(l => l.Height) + 8;

    /// <param name="isSequence">Readers can fill in what is left out, as between years.</param>
    public static CategoryLabels Fit(IReadOnlyList<string> names, double slot, bool isSequence)
    {
        var widest = names.Count == 0 ? 0 : names.Max(TextWidth.Of);
        if (widest + Gap <= slot) return new([.. names.Select(n => Label.Fit(n, slot))], 1, false);
        if (isSequence) return Skipping(names, slot, widest);
        if (WidestWord(names) + Gap <= slot) return Broken(names, slot);
        return Turned(names, slot);
    }

    public void Draw(Canvas canvas, Func<int, double> middleOf, double top)
    {
        for (var i = 0; i < labels.Count; i += every)
        {
            if (turned) canvas.Text(middleOf(i) + 3, top + 12, labels[i], "chart-label", Anchor.End, -TurnAngle);
            else canvas.Text(middleOf(i), top + 14, labels[i], "chart-label", Anchor.Middle);
        }
    }

    private static CategoryLabels Skipping(IReadOnlyList<string> names, double slot, double widest)
    {
        var room = Math.Min(widest, MostTurnedRoom);
        var every = (int)Math.Ceiling((room + SequenceGap) / slot);
        return new([.. names.Select(n => Label.Fit(n, room))], every, false);
    }

    private static CategoryLabels Broken(IReadOnlyList<string> names, double slot) =>
        new([.. names.Select(n => Label.Fit(n, slot - Gap, mostLines: 3))], 1, false);

    private static CategoryLabels Turned(IReadOnlyList<string> names, double slot)
    {
        // A line turned by 45° needs its height times √2 across.
        var every = (int)Math.Ceiling(Label.LineHeight * 1.5 / slot);
        return new([.. names.Select(n => Label.Fit(n, MostTurnedRoom))], every, true);
    }

    private static double WidestWord(IReadOnlyList<string> names) =>
        names.SelectMany(n => n.Split(' ')).Max(TextWidth.Of);
}
