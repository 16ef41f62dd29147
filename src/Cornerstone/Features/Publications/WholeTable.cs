using Cornerstone.Disclosure;

namespace Cornerstone.Features.Publications;

/// <summary>
/// What nobody recorded and everybody can work out: where women and men are the whole country, the women of a province are what the men
/// leave of it. Found before numbers are protected, because whoever adds and subtracts finds it too.
/// </summary>
internal static class WholeTable
{
    // The longest period, of which the others are parts.
    private const string WholePeriod = "";

    /// <summary>Places that follow from those recorded, to be protected with them.</summary>
    public static Dictionary<Place, (long Count, long? Whole)> Implied(IReadOnlyList<Axis> axes, IReadOnlyDictionary<Place, (long Count, long? Whole)> recorded)
    {
        var known = new Dictionary<Place, (long Count, long? Whole)>(recorded);
        var exhaustive = axes.Select(a => (a.Key, Codes: TopOf(a), In: WholeIn(a, axes, recorded))).Where(a => a.Codes.Count > 1 && a.In.Count > 0).ToList();
        for (var before = -1; before < known.Count && known.Count <= PeopleTable.MostNumbers;)
        {
            before = known.Count;
            foreach (var (axis, codes, periods) in exhaustive)
            {
                foreach (var above in known.Keys.Select(p => p.With(axis, null)).Distinct().Where(p => periods.Contains(PeriodOf(p))).ToList())
                {
                    Complete(above, axis, codes, known);
                }
            }
        }

        return known.Where(k => !recorded.ContainsKey(k.Key)).ToDictionary();
    }

    private static List<string> TopOf(Axis axis) => [.. axis.Parts.Where(p => p.Under is null && p.Across is null).Select(p => p.Code)];

    // Of months within a year each is asked by itself, too: what the year does not split may be split in them. What is whole in a quarter is in its months.
    private static HashSet<string> WholeIn(Axis axis, IReadOnlyList<Axis> axes, IReadOnlyDictionary<Place, (long Count, long? Whole)> recorded)
    {
        var codes = TopOf(axis);
        List<AxisPart> inside = axis.Key == PeriodFamily.Axis ? [] : [.. axes.Where(a => a.Key == PeriodFamily.Axis).SelectMany(a => a.Parts)];
        HashSet<string> whole = [.. inside.Select(p => p.Code).Where(p => IsWhole(Place.Of((PeriodFamily.Axis, p)), axis.Key, codes, recorded))];
        if (IsWhole(Place.Whole, axis.Key, codes, recorded))
        {
            return [WholePeriod, .. inside.Select(p => p.Code)];
        }

        // A period stands before those inside it.
        foreach (var part in inside.Where(p => p.Under is { } around && whole.Contains(around)))
        {
            whole.Add(part.Code);
        }

        return whole;
    }

    private static string PeriodOf(Place place) => place.Parts.GetValueOrDefault(PeriodFamily.Axis, WholePeriod);

    private static bool IsWhole(Place above, string axis, List<string> codes, IReadOnlyDictionary<Place, (long Count, long? Whole)> recorded)
    {
        var parts = codes.ConvertAll(c => recorded.TryGetValue(above.With(axis, c), out var part) ? part : (-1L, null));
        return recorded.TryGetValue(above, out var whole) && parts.TrueForAll(p => p.Count >= 0) && parts.Sum(p => p.Count) == whole.Count && parts.Sum(p => p.Whole) == (whole.Whole ?? 0);
    }

    private static void Complete(Place above, string axis, List<string> codes, Dictionary<Place, (long Count, long? Whole)> known)
    {
        var missing = codes.FindAll(c => !known.ContainsKey(above.With(axis, c)));
        var parts = codes.Except(missing).Select(c => known[above.With(axis, c)]).ToList();
        var sum = (Count: parts.Sum(p => p.Count), Whole: parts.Count > 0 && parts[0].Whole is null ? null : parts.Sum(p => p.Whole));
        if (missing.Count == 0 && !known.ContainsKey(above))
        {
            known[above] = sum;
        }
        else if (missing.Count == 1 && known.TryGetValue(above, out var whole) && whole.Count >= sum.Count && !(whole.Whole < sum.Whole))
        {
            known[above.With(axis, missing[0])] = (whole.Count - sum.Count, whole.Whole - sum.Whole);
        }
    }
}
