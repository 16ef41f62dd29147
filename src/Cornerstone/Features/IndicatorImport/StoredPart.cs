using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>A value that is there, as far as a comparison needs it.</summary>
internal sealed record StoredPoint(
    Guid Id, Period Period, Figure Value, decimal? Numerator, decimal? Denominator, string Source, DateOnly? CollectedOn, string? Note, string? NoEvidenceBecause, PointState State,
    bool IsCorrection = false);

/// <summary>A whole and its parts along one dimension: "age=18-24;sex=F" and "age=18-24;sex=M" make up "age=18-24" along sex.</summary>
internal sealed record StoredAxis(string Dimension, StoredPart Whole)
{
    public List<StoredPart> Parts { get; } = [];
}

/// <summary>
/// The values of one indicator, area and part in order of time, of the record and of the rows before, with what the rules hold a new one
/// against: the values beside it in time (I5) and the parts beside it in the same whole (I4).
/// </summary>
internal sealed class StoredPart(StoredIndicator indicator, string area, DimensionKey key)
{
    private readonly SortedList<Period, StoredPoint> points = [];
    private readonly Dictionary<Period, int> lines = [];
    private readonly SortedList<string, StoredAxis> divided = new(StringComparer.Ordinal);
    private StoredAxis[]? around;

    public DimensionKey Key => key;

    /// <summary>As it is stored: empty for all.</summary>
    public string Dimensions { get; } = key.ToString();

    /// <summary>Why nothing of this part may come in; null when it may.</summary>
    public Refusal? Refused { get; } = indicator.Dimensions.Refuse(indicator.Card, key);

    /// <summary>What is said of dimensions the card does not ask for: the same of each value.</summary>
    public IReadOnlyList<string> NotAsked { get; } =
        [.. indicator.Dimensions.NotAsked(indicator.Card, key).Select(name => indicator.T["a part the card asks for; it does not ask for {0}", name])];

    /// <summary>What it is made of, along each dimension that has parts of it.</summary>
    public IList<StoredAxis> Divided => divided.Values;

    /// <summary>What it is a part of, along each of its dimensions.</summary>
    public IReadOnlyList<StoredAxis> Around => around ??= [.. key.Parts.Keys.Select(d => indicator.PartOf(area, key.Without(d)).Take(d, this))];

    public Spread Values { get; private set; }

    /// <summary>Changes from one value to the next as they came in order; what comes later in between changes them little.</summary>
    public Spread Jumps { get; private set; }

    public StoredPoint? At(Period period) => points.GetValueOrDefault(period);

    /// <summary>The value that ends last before this period.</summary>
    public StoredPoint? Before(Period period)
    {
        var (low, high) = (0, points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = points.GetKeyAtIndex(middle) < period ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : points.GetValueAtIndex(low - 1);
    }

    /// <summary>What is there, or what a row would make of it: the rows after it are held against the new figure.</summary>
    public void Put(StoredPoint point)
    {
        _ = Around;
        if (points.TryGetValue(point.Period, out var old) && old.Value.Number is { } gone)
        {
            Values = Values.Without(gone);
        }
        else if (points.Count > 0 && points.GetKeyAtIndex(points.Count - 1) < point.Period && points.GetValueAtIndex(points.Count - 1).Value.Number is { } last && point.Value.Number is { } next)
        {
            Jumps = Jumps.With(next - last);
        }

        points[point.Period] = point;
        Values = point.Value.Number is { } number ? Values.With(number) : Values;
    }

    /// <summary>The line of the file that had this period before, however it was written; null when none had, and this line has it now.</summary>
    public int? LineBefore(Period period, int line) => lines.TryAdd(period, line) ? null : lines[period];

    /// <summary>Lets go of the values; which lines of the file came by is still known.</summary>
    public void Forget()
    {
        points.Clear();
        (Values, Jumps) = (default, default);
    }

    private StoredAxis Take(string dimension, StoredPart part)
    {
        if (!divided.TryGetValue(dimension, out var axis))
        {
            divided[dimension] = axis = new(dimension, this);
        }

        axis.Parts.Add(part);
        return axis;
    }
}
