namespace Cornerstone.Features.SupportImport;

/// <summary>
/// Which line of a new list continues which line of the old one, where lines have no name of their own: first those that are the
/// same, then those that agree in less and less. What is left over is new, or gone.
/// </summary>
internal static class Pairing
{
    /// <returns>For each new line the place of its old one, or null.</returns>
    public static int?[] Of<T>(IReadOnlyList<T> old, IReadOnlyList<T> now, params IEnumerable<Func<T, object?>> likeness)
        where T : class
    {
        var pairs = new int?[now.Count];
        var isTaken = new bool[old.Count];
        foreach (var key in likeness.Prepend(line => line))
        {
            var free = new Dictionary<object, Queue<int>>();
            for (var place = 0; place < old.Count; place++)
            {
                if (!isTaken[place] && key(old[place]) is { } name)
                {
                    (free.TryGetValue(name, out var places) ? places : free[name] = new()).Enqueue(place);
                }
            }

            for (var line = 0; line < now.Count; line++)
            {
                if (pairs[line] is null && key(now[line]) is { } name && free.TryGetValue(name, out var places) && places.TryDequeue(out var place))
                {
                    (pairs[line], isTaken[place]) = (place, true);
                }
            }
        }

        return pairs;
    }
}
