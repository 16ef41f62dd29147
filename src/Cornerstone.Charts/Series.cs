namespace Cornerstone.Charts;

/// <summary>How a series is meant: figures that were measured, or a target they are held against (drawn dashed).</summary>
public enum SeriesRole
{
    Measured,
    Target,
}

/// <summary>What a series says by itself, as a light does: colour then goes by meaning and not by place.</summary>
public enum SeriesTone
{
    None,
    Good,
    Warning,
    Bad,
    Neutral,
    Information,
}

/// <summary>One named row of figures, in the order of the chart's categories. Where it ends early, the rest is unknown.</summary>
public sealed record Series(string Name, IReadOnlyList<ChartValue> Values, SeriesRole Role = SeriesRole.Measured, SeriesTone Tone = SeriesTone.None)
{
    internal ChartValue At(int category) => category < Values.Count ? Values[category] : ChartValue.Unknown;

    internal static void Check(IReadOnlyList<string> categories, IReadOnlyList<Series> series)
    {
        if (series.FirstOrDefault(s => s.Values.Count > categories.Count) is { } tooLong)
            throw new ArgumentException($"Series '{tooLong.Name}' has {tooLong.Values.Count} values for {categories.Count} categories.", nameof(series));
    }
}
