namespace Cornerstone.Disclosure.Tests;

/// <summary>
/// An attacker written apart from the library: looks at every table of whole people there can be for the finest cells, and keeps those that
/// would be published as the same page. Slow, and of no theory that the library shares.
/// </summary>
internal sealed class CarefulReader
{
    private readonly List<Place> leaves;
    private readonly List<(List<int> Leaves, long Least, long Most)> told = [];
    private readonly (Place Place, List<int> Leaves)[] asked;
    private readonly long mostPeople;

    /// <param name="sums">Every place of the table, with the finest cells it is made of.</param>
    /// <param name="mostPeople">No finest cell has more: nothing to the attacker's advantage.</param>
    public CarefulReader(IReadOnlyDictionary<Place, List<Place>> sums, IReadOnlyDictionary<Place, ToldCount> page, CountRule rule, long mostPeople)
    {
        this.mostPeople = mostPeople;
        leaves = [.. sums.Values.SelectMany(s => s).Distinct()];
        asked = [.. sums.Select(s => (s.Key, s.Value.ConvertAll(p => leaves.IndexOf(p))))];
        Ranges = sums.Keys.ToDictionary(p => p, _ => (long.MaxValue, long.MinValue));
        foreach (var (place, made) in asked.Where(a => page[a.Place].Telling == Telling.Told))
        {
            var low = page[place].Count!.Value - (rule.Base / 2);
            told.Add((made, Math.Max(rule.Threshold, low), low + rule.Base - 1));
        }

        Try(0, new long[leaves.Count]);
    }

    /// <summary>By place, the fewest and the most people it has in any table that fits the page.</summary>
    public Dictionary<Place, (long Least, long Most)> Ranges { get; }

    private void Try(int next, long[] numbers)
    {
        if (next == leaves.Count)
        {
            foreach (var (place, made) in asked)
            {
                var (count, range) = (made.Sum(l => numbers[l]), Ranges[place]);
                Ranges[place] = (Math.Min(range.Least, count), Math.Max(range.Most, count));
            }

            return;
        }

        var (from, to) = Room(next, numbers);
        for (numbers[next] = from; numbers[next] <= to; numbers[next]++)
        {
            Try(next + 1, numbers);
        }
    }

    // What every sum leaves to the number, whatever those after it are.
    private (long From, long To) Room(int next, long[] numbers)
    {
        var (from, to) = (0L, mostPeople);
        foreach (var (made, least, most) in told.Where(t => t.Leaves.Contains(next)))
        {
            var before = made.Where(l => l < next).Sum(l => numbers[l]);
            (from, to) = (Math.Max(from, least - before - (made.Count(l => l > next) * mostPeople)), Math.Min(to, most - before));
        }

        return (from, to);
    }
}
