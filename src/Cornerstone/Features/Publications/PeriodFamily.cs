using Cornerstone.Disclosure;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.Publications;

/// <summary>
/// A period with the shorter ones inside it, such as a year, its quarters and their months. Where people are counted over a period, whoever
/// reads both subtracts: what is withheld of one month is the quarter less the other two. A running total holds the one before it in the same
/// way: what is left are those who came in between.
/// </summary>
internal sealed class PeriodFamily
{
    /// <summary>No dimension of a country can be called so.</summary>
    public const string Axis = "@period";

    private readonly Period period;
    private readonly List<PeriodFamily> within = [];

    private PeriodFamily(IReadOnlyList<SeriesPoint> points) => (period, Points) = (points[0].Period, points);

    /// <summary>Whether it counts since a fixed day, so that the newest holds all before it.</summary>
    public bool IsRunning { get; private init; }

    /// <summary>Values of the longest period.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; }

    /// <summary>The periods right inside it; they do not overlap.</summary>
    public IReadOnlyList<PeriodFamily> Within => within;

    private string Code => period.ToString();

    private decimal? Total => Points.FirstOrDefault(p => p.IsTotal)?.Value.Number;

    /// <summary>Every value in one family, and beside them those of periods that cross a calendar one, such as a fiscal year.</summary>
    /// <param name="addUp">Whether the people of shorter periods are among those of the longer one; who serves on a day is counted again on the next.</param>
    /// <param name="isOut">What was told before stays in a family of its own.</param>
    public static (IReadOnlyList<PeriodFamily> Families, IReadOnlyList<SeriesPoint> Crossing) Of(IEnumerable<SeriesPoint> points, bool addUp, Func<SeriesPoint, bool> isOut)
    {
        var periods = points.GroupBy(p => (p.FromDay, p.UntilDay)).Select(g => new PeriodFamily([.. g]))
            .OrderByDescending(f => f.period.IsSingle).ThenByDescending(f => f.period.Days).ThenBy(f => f.period).ToList();
        if (!addUp)
        {
            return (periods, []);
        }

        List<PeriodFamily> heads = [], nested = [], crossing = [];
        foreach (var made in periods)
        {
            (!nested.Exists(made.Crosses) ? nested : made.Points.Any(isOut) ? heads : crossing).Add(made);
        }

        foreach (var made in nested)
        {
            var around = nested.Where(n => n != made && n.period.Contains(made.period)).MinBy(n => n.period.Days);
            (around?.within ?? heads).Add(made);
        }

        return (heads, [.. crossing.SelectMany(c => c.Points)]);
    }

    /// <summary>
    /// Running totals in one family, the newest around the one before it and so on. Beside them stand those that were more than a later one,
    /// which is to say wrong, and of two that end on one day, such as a year and its last month, the second.
    /// </summary>
    public static (IReadOnlyList<PeriodFamily> Families, IReadOnlyList<SeriesPoint> Beside) Running(IEnumerable<SeriesPoint> points, Func<SeriesPoint, bool> isOut)
    {
        List<PeriodFamily> heads = [], beside = [];
        PeriodFamily? later = null;
        foreach (var made in points.GroupBy(p => (p.FromDay, p.UntilDay)).Select(g => new PeriodFamily([.. g]) { IsRunning = true })
            .OrderByDescending(f => f.period.Until).ThenByDescending(f => f.Points.Any(isOut)).ThenByDescending(f => f.period))
        {
            if (later is not null && (later.period.Until == made.period.Until || later.Total < made.Total))
            {
                (made.Points.Any(isOut) ? heads : beside).Add(made);
                continue;
            }

            (later?.within ?? heads).Add(made);
            later = made;
        }

        return (heads, [.. beside.SelectMany(b => b.Points)]);
    }

    /// <summary>The periods inside as an axis of people, like regions within regions.</summary>
    public Axis AsAxis() => new(Axis, [.. Under(null)]);

    /// <summary>Every value with the period inside the longest one that it is of; null where it is of all of it.</summary>
    public IEnumerable<(SeriesPoint Point, string? Period)> Placed() => Points.Select(p => (p, (string?)null)).Concat(within.SelectMany(w => w.Inside()));

    private IEnumerable<(SeriesPoint Point, string? Period)> Inside() => Points.Select(p => (p, (string?)Code)).Concat(within.SelectMany(w => w.Inside()));

    private IEnumerable<AxisPart> Under(string? above) => within.SelectMany(w => w.Under(w.Code).Prepend(new AxisPart(w.Code, Under: above)));

    private bool Crosses(PeriodFamily other) => period.Overlaps(other.period) && !period.Contains(other.period) && !other.period.Contains(period);
}
