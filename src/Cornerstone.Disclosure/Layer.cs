namespace Cornerstone.Disclosure;

/// <summary>A number that somebody recorded.</summary>
/// <param name="IsOut">It was told before.</param>
internal sealed record Recorded(long Count, int Unit, bool IsOut);

/// <summary>
/// Numbers of one kind of people, split along axes, on their way into a table: the wholes nobody recorded are added, and what is left of a
/// whole when its parts are taken away is a number too.
/// </summary>
internal sealed class Layer(string name, IReadOnlyList<Axis> axes, IReadOnlyDictionary<Place, Recorded> recorded)
{
    private readonly Dictionary<Place, int> index = [];
    private ILookup<(Place Whole, string Axis), Place> children = null!;

    public IReadOnlyDictionary<Place, int> Index => index;

    /// <summary>Adds its cells and sums to a table in the making. Answers with a place whose parts are more than itself, or null.</summary>
    public Place? Build(List<CountCell> table, List<CountRelation> sums)
    {
        var places = Closed();
        children = places.SelectMany(p => axes.Where(a => p.Parts.ContainsKey(a.Key)).Select(a => (Part: p, Axis: a)))
            .Where(s => s.Axis.PartOf(s.Part.Parts[s.Axis.Key]).Across is null)
            .ToLookup(s => (Above(s.Part, s.Axis), s.Axis.Key), s => s.Part);
        foreach (var place in places.OrderByDescending(Depth).ThenBy(p => p.Key, StringComparer.Ordinal))
        {
            if (!Add(place, table, sums))
            {
                return place;
            }
        }

        return places.SelectMany(p => axes, (p, a) => (p, a)).Where(s => !AddAcross(s.p, s.a, table, sums)).Select(s => s.p).FirstOrDefault();
    }

    // Everything the recorded places are parts of, up to the whole.
    private HashSet<Place> Closed()
    {
        var places = new HashSet<Place>();
        var waiting = new Queue<Place>(recorded.Keys);
        while (waiting.TryDequeue(out var place))
        {
            if (places.Add(place))
            {
                foreach (var axis in axes.Where(a => place.Parts.ContainsKey(a.Key)))
                {
                    waiting.Enqueue(Above(place, axis));
                }
            }
        }

        return places;
    }

    private static Place Above(Place place, Axis axis) => place.With(axis.Key, axis.PartOf(place.Parts[axis.Key]).Under);

    private int Depth(Place place)
    {
        var depth = 0;
        foreach (var axis in axes.Where(a => place.Parts.ContainsKey(a.Key)))
        {
            for (string? code = place.Parts[axis.Key]; code is not null; code = axis.PartOf(code).Under)
            {
                depth++;
            }
        }

        return depth;
    }

    private bool Add(Place place, List<CountCell> table, List<CountRelation> sums)
    {
        var splits = axes.Select(a => children[(place, a.Key)].Select(p => index[p]).ToList()).Where(s => s.Count > 0).ToList();
        var totals = splits.ConvertAll(s => s.Sum(i => table[i].Count));
        var own = recorded.GetValueOrDefault(place);
        var count = own?.Count ?? totals.Max();
        if (totals.Any(t => t > count))
        {
            return false;
        }

        var cell = index[place] = table.Count;
        table.Add(new(
            $"{name}:{place.Key}",
            count,
            own is null ? CellUse.Implied : own.IsOut ? CellUse.Out : CellUse.Offered,
            own?.Unit ?? -1 - table.Count,
            Depth(place)));
        for (var s = 0; s < splits.Count; s++)
        {
            AddSum(cell, splits[s], count - totals[s], table, sums);
        }

        return true;
    }

    // Where nothing is left there is nobody, and everybody may know that the parts are all there is.
    private static void AddSum(int whole, List<int> parts, long left, List<CountCell> table, List<CountRelation> sums)
    {
        if (left > 0)
        {
            parts.Add(AddImplied($"{table[whole].Key}:left:{sums.Count}", left, table));
        }

        sums.Add(new(whole, parts));
    }

    private bool AddAcross(Place place, Axis axis, List<CountCell> table, List<CountRelation> sums)
    {
        if (!place.Parts.TryGetValue(axis.Key, out var code) || axis.PartOf(code) is not { Across: { } across, Cuts: var cuts })
        {
            return true;
        }

        var (crossing, whole) = (index[place], index[place.With(axis.Key, null)]);
        var held = across.Select(c => place.With(axis.Key, c)).ToList();
        var left = table[whole].Count - table[crossing].Count;
        if (left < 0)
        {
            return false;
        }

        AddSum(whole, [crossing], left, table, sums);
        return cuts is null || !held.TrueForAll(index.ContainsKey) || !index.TryGetValue(place.With(axis.Key, cuts), out var cut)
            || AddPiece(crossing, held.ConvertAll(h => index[h]), cut, table, sums);
    }

    // Youth from 18 to 29 less those from 18 to 24 are a piece of those from 25 to 34.
    private static bool AddPiece(int crossing, List<int> held, int cut, List<CountCell> table, List<CountRelation> sums)
    {
        var count = table[crossing].Count - held.Sum(h => table[h].Count);
        if (count < 0 || count > table[cut].Count)
        {
            return false;
        }

        var piece = AddImplied($"{table[crossing].Key}:piece", count, table);
        sums.Add(new(crossing, [.. held, piece]));
        AddSum(cut, [piece], table[cut].Count - count, table, sums);
        return true;
    }

    private static int AddImplied(string key, long count, List<CountCell> table)
    {
        table.Add(new(key, count, CellUse.Implied, -1 - table.Count, int.MaxValue));
        return table.Count - 1;
    }
}
