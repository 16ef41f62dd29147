namespace Cornerstone.Disclosure;

/// <summary>Two groups of amounts that come to the same: what is paid and what is received.</summary>
/// <param name="Left">Numbers of amounts.</param>
public sealed record SumTie(IReadOnlyList<int> Left, IReadOnlyList<int> Right);

/// <summary>
/// Keeps amounts from being computed from others. Whoever knows the ties and every amount that is told solves for those that are
/// not; as long as a secret comes out, one more amount tied to it is hidden: of those that help the smallest that is half as large,
/// because one that is known to be small would leave the secret nearly known.
/// </summary>
public static class SumProtection
{
    /// <summary>What has to be hidden beside the secrets.</summary>
    public static IReadOnlySet<int> AlsoHidden(IReadOnlyList<SumTie> ties, IReadOnlyList<decimal> amounts, IReadOnlySet<int> secret)
    {
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentNullException.ThrowIfNull(secret);

        var (hidden, also) = (new HashSet<int>(secret), new HashSet<int>());
        while (Computed(ties, hidden).Where(secret.Contains).Order().Cast<int?>().FirstOrDefault() is { } found && Next(ties, amounts, hidden, found) is { } next)
        {
            hidden.Add(next);
            also.Add(next);
        }

        return also;
    }

    /// <summary>Hidden amounts that follow from what is told, whatever the others are.</summary>
    public static IReadOnlySet<int> Computed(IReadOnlyList<SumTie> ties, IReadOnlySet<int> hidden)
    {
        ArgumentNullException.ThrowIfNull(ties);
        ArgumentNullException.ThrowIfNull(hidden);

        List<int> unknown = [.. hidden.Order()];
        var place = unknown.Select((cell, column) => (cell, column)).ToDictionary(p => p.cell, p => p.column);
        var rows = ties.Select(t => Row(t, place)).Where(r => r.Count > 0).ToList();
        return Solved(rows).Where(r => r.Count == 1).Select(r => unknown[r.Keys.Single()]).ToHashSet();
    }

    // Sparse: most amounts are told, and most ties are between few.
    private static SortedDictionary<int, Fraction> Row(SumTie tie, Dictionary<int, int> place)
    {
        var row = new SortedDictionary<int, Fraction>();
        foreach (var (cell, sign) in tie.Left.Select(c => (c, 1L)).Concat(tie.Right.Select(c => (c, -1L))))
        {
            if (place.TryGetValue(cell, out var column)) Add(row, column, sign);
        }

        return row;
    }

    // Gauss and Jordan: every first unknown of a row stands in no other row.
    private static List<SortedDictionary<int, Fraction>> Solved(List<SortedDictionary<int, Fraction>> rows)
    {
        var solved = new List<(int First, SortedDictionary<int, Fraction> Row)>();
        foreach (var row in rows)
        {
            foreach (var (first, other) in solved) Subtract(row, other, first);
            if (row.Count == 0) continue;

            var (lead, by) = row.First();
            foreach (var column in row.Keys.ToList()) row[column] /= by;
            foreach (var (_, other) in solved) Subtract(other, row, lead);
            solved.Add((lead, row));
        }

        return solved.ConvertAll(s => s.Row);
    }

    private static void Subtract(SortedDictionary<int, Fraction> from, SortedDictionary<int, Fraction> row, int lead)
    {
        if (!from.TryGetValue(lead, out var times)) return;
        foreach (var (column, value) in row) Add(from, column, -(times * value));
    }

    private static void Add(SortedDictionary<int, Fraction> row, int column, Fraction value)
    {
        var sum = row.GetValueOrDefault(column) + value;
        if (sum.Sign == 0) row.Remove(column);
        else row[column] = sum;
    }

    // From among the nearest, the first that stops it; where no single one does, the first of the nearest.
    private static int? Next(IReadOnlyList<SumTie> ties, IReadOnlyList<decimal> amounts, HashSet<int> hidden, int secret)
    {
        var enough = Math.Abs(amounts[secret]) / 2;
        int? nearest = null;
        foreach (var ring in Rings(ties, secret))
        {
            var told = ring.Where(c => !hidden.Contains(c))
                .OrderBy(c => Math.Abs(amounts[c]) < enough).ThenBy(c => Math.Abs(amounts[c]) < enough ? -Math.Abs(amounts[c]) : Math.Abs(amounts[c])).ThenBy(c => c).ToList();
            nearest ??= told.Cast<int?>().FirstOrDefault();
            if (told.Cast<int?>().FirstOrDefault(c => !Computed(ties, new HashSet<int>(hidden) { c!.Value }).Contains(secret)) is { } helps) return helps;
        }

        return nearest;
    }

    // Amounts in a tie with it, then those in a tie with these, and so on.
    private static IEnumerable<List<int>> Rings(IReadOnlyList<SumTie> ties, int secret)
    {
        var seen = new HashSet<int> { secret };
        var last = new List<int> { secret };
        while (last.Count > 0)
        {
            last = [.. ties.Where(t => t.Left.Concat(t.Right).Any(last.Contains)).SelectMany(t => t.Left.Concat(t.Right)).Where(seen.Add)];
            if (last.Count > 0) yield return last;
        }
    }
}
