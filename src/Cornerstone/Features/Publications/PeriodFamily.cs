using Cornerstone.Disclosure;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.Publications;

/// <summary>
/// A period with the shorter ones inside it, such as a year, its quarters and their months. Where numbers of people add up over time, whoever
/// reads both subtracts: what is withheld of one month is the quarter less the other two.
/// </summary>
internal sealed class PeriodFamily
{
    public const string Axis = "period";

    private readonly Period period;
    private readonly List<PeriodFamily> within = [];

    private PeriodFamily(IReadOnlyList<SeriesPoint> points) => (period, Points) = (points[0].Period, points);

    /// <summary>Values of the longest period.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; }

    /// <summary>The periods right inside it, that do not overlap.</summary>
    public IReadOnlyList<PeriodFamily> Within => within;

    private string Code => period.ToString();

    /// <summary>Every point in one family, by its period. What does not add up, as strengths at the end of a month do not, stays by itself.</summary>
    /// <param name="counted">The people behind a value, and of a share those it is a share of; null where it counts nobody.</param>
    public static IReadOnlyList<PeriodFamily> Of(IEnumerable<SeriesPoint> points, Func<SeriesPoint, (long Count, long? Whole)?> counted)
    {
        var heads = new List<PeriodFamily>();
        foreach (var made in points.GroupBy(p => (p.FromDay, p.UntilDay)).Select(g => new PeriodFamily([.. g])).OrderByDescending(f => f.period.Days).ThenBy(f => f.period))
        {
            (heads.Select(h => h.Around(made)).FirstOrDefault(h => h is not null)?.within ?? heads).Add(made);
        }

        return [.. heads.SelectMany(h => h.Parted(counted))];
    }

    /// <summary>The periods inside as an axis of people, like regions within regions.</summary>
    public Axis AsAxis() => new(Axis, [.. Under(null)]);

    /// <summary>Every value with the period inside the longest one that it is of; null where it is of all of it.</summary>
    public IEnumerable<(SeriesPoint Point, string? Period)> Placed() => Points.Select(p => (p, (string?)null)).Concat(within.SelectMany(w => w.Inside()));

    private IEnumerable<(SeriesPoint Point, string? Period)> Inside() => Points.Select(p => (p, (string?)Code)).Concat(within.SelectMany(w => w.Inside()));

    private IEnumerable<AxisPart> Under(string? above) => within.SelectMany(w => w.Under(w.Code).Prepend(new AxisPart(w.Code, Under: above)));

    // The shortest period around another one. Periods that cross are no parts of one whole.
    private PeriodFamily? Around(PeriodFamily other) =>
        !period.Contains(other.period) ? null
        : within.Select(w => w.Around(other)).FirstOrDefault(w => w is not null) is { } closer ? closer
        : within.Exists(w => w.period.Overlaps(other.period)) ? null
        : this;

    private IEnumerable<PeriodFamily> Parted(Func<SeriesPoint, (long Count, long? Whole)?> counted)
    {
        var parts = within.SelectMany(w => w.Parted(counted).ToList()).ToList();
        if (within.Count > 0 && !AddsUp(counted))
        {
            within.Clear();
            return [this, .. parts];
        }

        return [this, .. parts.Except(within)];
    }

    // As the whole country tells, else as every place does: all of it where the parts leave no gap, and never more.
    private bool AddsUp(Func<SeriesPoint, (long Count, long? Whole)?> counted)
    {
        var whole = Counts(this);
        var parts = within.ConvertAll(Counts);
        var shared = whole.Keys.Where(k => parts.Exists(p => p.ContainsKey(k))).ToList();
        return (shared.Contains(("", "")) ? [("", "")] : shared).TrueForAll(Fits);

        bool Fits((string, string) place)
        {
            var told = parts.Where(p => p.ContainsKey(place)).Select(p => p[place]).ToList();
            var (count, of) = (told.Sum(p => p.Count), told.Sum(p => p.Whole ?? 0));
            var (all, allOf) = (whole[place].Count, whole[place].Whole ?? 0);
            return LeavesNoGap && told.Count == parts.Count ? (count, of) == (all, allOf) : count <= all && of <= allOf;
        }

        Dictionary<(string Area, string Dimensions), (long Count, long? Whole)> Counts(PeriodFamily family) => family.Points
            .Select(p => (Key: (p.Area, p.Dimensions), Counted: counted(p))).Where(p => p.Counted is not null).ToDictionary(p => p.Key, p => p.Counted!.Value);
    }

    private bool LeavesNoGap => within.Sum(w => w.period.Days) == period.Days;
}
