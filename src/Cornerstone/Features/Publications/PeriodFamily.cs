using Cornerstone.Disclosure;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.Publications;

/// <summary>
/// A period with the shorter ones inside it, such as a year, its quarters and their months. Where people are counted over a period, whoever
/// reads both subtracts: what is withheld of one month is the quarter less the other two.
/// </summary>
internal sealed class PeriodFamily
{
    /// <summary>No dimension of a country can be called so.</summary>
    public const string Axis = "@period";

    private readonly Period period;
    private readonly List<PeriodFamily> within = [];

    private PeriodFamily(IReadOnlyList<SeriesPoint> points) => (period, Points) = (points[0].Period, points);

    /// <summary>Values of the longest period.</summary>
    public IReadOnlyList<SeriesPoint> Points { get; }

    /// <summary>The periods right inside it; they do not overlap.</summary>
    public IReadOnlyList<PeriodFamily> Within => within;

    private string Code => period.ToString();

    /// <summary>Every value in one family, and beside them those of periods that cross a calendar one, such as a fiscal year.</summary>
    /// <param name="addUp">Whether the people of shorter periods are among those of the longer one; who serves on a day is counted again on the next.</param>
    public static (IReadOnlyList<PeriodFamily> Families, IReadOnlyList<SeriesPoint> Crossing) Of(IEnumerable<SeriesPoint> points, bool addUp)
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
            (nested.Exists(made.Crosses) ? crossing : nested).Add(made);
        }

        foreach (var made in nested)
        {
            var around = nested.Where(n => n != made && n.period.Contains(made.period)).MinBy(n => n.period.Days);
            (around?.within ?? heads).Add(made);
        }

        return (heads, [.. crossing.SelectMany(c => c.Points)]);
    }

    /// <summary>The periods inside as an axis of people, like regions within regions.</summary>
    public Axis AsAxis() => new(Axis, [.. Under(null)]);

    /// <summary>Every value with the period inside the longest one that it is of; null where it is of all of it.</summary>
    public IEnumerable<(SeriesPoint Point, string? Period)> Placed() => Points.Select(p => (p, (string?)null)).Concat(within.SelectMany(w => w.Inside()));

    private IEnumerable<(SeriesPoint Point, string? Period)> Inside() => Points.Select(p => (p, (string?)Code)).Concat(within.SelectMany(w => w.Inside()));

    private IEnumerable<AxisPart> Under(string? above) => within.SelectMany(w => w.Under(w.Code).Prepend(new AxisPart(w.Code, Under: above)));

    private bool Crosses(PeriodFamily other) => period.Overlaps(other.period) && !period.Contains(other.period) && !other.period.Contains(period);
}
