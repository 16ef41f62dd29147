namespace Cornerstone.Disclosure;

/// <summary>
/// What somebody can work out who adds and subtracts everything that is told: each number lies between known ends, every sum holds, and
/// nobody is less than none. The simplex method in exact fractions, which walks from the true table to other tables that would be published as
/// the same page (G. Dantzig; bounds on variables; R. Bland's rule against going in circles).
/// </summary>
internal sealed class Attack
{
    // Far more steps than any table here needs. Running out of them counts as a success of the attacker.
    private const int MostSteps = 20_000;

    private readonly Fraction[] truth;
    private readonly Fraction[] values;
    private readonly long[] least;
    private readonly long?[] most;

    // Of each dependent number, how it follows from the free ones.
    private readonly SortedDictionary<int, Dictionary<int, Fraction>> rows = [];

    public Attack(CountTable table, CountRule rule, IReadOnlyList<bool> isTold)
    {
        truth = [.. table.Cells.Select(c => (Fraction)c.Count)];
        values = [.. truth];
        least = new long[truth.Length];
        most = new long?[truth.Length];
        for (var i = 0; i < truth.Length; i++)
        {
            (least[i], most[i]) = isTold[i] ? rule.Told(table.Cells[i].Count) : (0L, default(long?));
        }

        foreach (var relation in table.Relations)
        {
            Add(relation);
        }
    }

    /// <summary>The number is no longer told.</summary>
    public void Withhold(int cell) => (least[cell], most[cell]) = (0, null);

    /// <summary>
    /// True when a table of whole people, published as the same page, has this number there. It is left standing for
    /// <see cref="ValueOf"/>. Only such a table proves that the number stays hidden; where none is found, the attacker counts as successful.
    /// </summary>
    public bool Reaches(int cell, long target)
    {
        truth.CopyTo(values, 0);
        Walk(cell, target > truth[cell], target);
        return values[cell] == target && values.All(v => v.IsWhole);
    }

    /// <summary>The least and the most the number can be; null where there is no upper end.</summary>
    public (long Least, long? Most) RangeOf(int cell)
    {
        truth.CopyTo(values, 0);
        Walk(cell, isUp: false, target: 0);
        var low = (long)values[cell].Ceiling();
        truth.CopyTo(values, 0);
        return Walk(cell, isUp: true, target: null) ? (low, (long)values[cell].Floor()) : (low, null);
    }

    public Fraction ValueOf(int cell) => values[cell];

    // False when there is no end to it.
    private bool Walk(int cell, bool isUp, Fraction? target)
    {
        for (var i = 0; i < MostSteps && values[cell] != target; i++)
        {
            if (Best(cell, isUp, target is { } end ? Size(end - values[cell]) : null) is not { } step)
            {
                return true;
            }

            if (step.Length is not { } length)
            {
                return false;
            }

            Shift(step.Entering, step.IsUp ? length : -length);
            if (step.Leaving != step.Entering)
            {
                Exchange(step.Leaving, step.Entering);
            }
        }

        return true;
    }

    // The step that leads furthest. Where none leads anywhere the one with the lowest number is taken: then no way goes in a circle.
    private Step? Best(int cell, bool isUp, Fraction? needed)
    {
        Step? best = null;
        foreach (var (entering, factor) in rows.TryGetValue(cell, out var row) ? row : new() { [cell] = Fraction.One })
        {
            var direction = factor.Sign > 0 == isUp;
            if (!CanMove(entering, direction))
            {
                continue;
            }

            var step = StepOf(entering, direction, needed / Size(factor), factor);
            if (step.Gain is null || step.Gain == needed)
            {
                return step;
            }

            if (best is not { } found || step.Gain > found.Gain || (step.Gain == found.Gain && step.Entering < found.Entering))
            {
                best = step;
            }
        }

        return best;
    }

    private bool CanMove(int cell, bool isUp) => isUp ? most[cell] is not { } end || values[cell] < end : values[cell] > least[cell];

    // How far a number can go before it, what is asked or another number meets its end.
    private Step StepOf(int entering, bool isUp, Fraction? needed, Fraction factor)
    {
        var (leaving, length) = (entering, Room(entering, isUp));
        foreach (var (dependent, row) in rows)
        {
            if (row.TryGetValue(entering, out var share) && Room(dependent, share.Sign > 0 == isUp) is { } room
                && room / Size(share) is var limit && (length is null || limit < length || (limit == length && dependent < leaving)))
            {
                (leaving, length) = (dependent, limit);
            }
        }

        if (needed is { } enough && (length is null || enough <= length))
        {
            (leaving, length) = (entering, enough);
        }

        return new(entering, isUp, leaving, length, length * Size(factor));
    }

    /// <param name="Leaving">The number that meets its end first; the entering one itself where nothing has to give way.</param>
    /// <param name="Gain">How far what is asked for moves; null without end.</param>
    private readonly record struct Step(int Entering, bool IsUp, int Leaving, Fraction? Length, Fraction? Gain);

    private Fraction? Room(int cell, bool isUp) => !isUp ? values[cell] - least[cell] : most[cell] is { } end ? end - values[cell] : null;

    private static Fraction Size(Fraction number) => number.Sign < 0 ? -number : number;

    private void Shift(int entering, Fraction by)
    {
        values[entering] += by;
        foreach (var (dependent, row) in rows)
        {
            if (row.TryGetValue(entering, out var factor))
            {
                values[dependent] += factor * by;
            }
        }
    }

    private void Exchange(int leaving, int entering)
    {
        var row = rows[leaving];
        rows.Remove(leaving);
        row.Remove(entering, out var factor);
        var solved = row.ToDictionary(r => r.Key, r => -r.Value / factor);
        solved[leaving] = Fraction.One / factor;
        Substitute(entering, solved);
        rows[entering] = solved;
    }

    private void Substitute(int cell, Dictionary<int, Fraction> meaning)
    {
        foreach (var row in rows.Values)
        {
            if (row.Remove(cell, out var factor))
            {
                AddTo(row, meaning, factor);
            }
        }
    }

    private static void AddTo(Dictionary<int, Fraction> row, Dictionary<int, Fraction> other, Fraction factor)
    {
        foreach (var (cell, share) in other)
        {
            var sum = row.GetValueOrDefault(cell) + (share * factor);
            if (sum.Sign == 0)
            {
                row.Remove(cell);
            }
            else
            {
                row[cell] = sum;
            }
        }
    }

    // One of the numbers in the sum becomes dependent on the others; a sum that follows from earlier ones adds nothing.
    private void Add(CountRelation relation)
    {
        var sum = new Dictionary<int, Fraction>();
        foreach (var cell in relation.Cells)
        {
            var factor = cell == relation.Whole ? Fraction.One : -Fraction.One;
            AddTo(sum, rows.TryGetValue(cell, out var row) ? row : new() { [cell] = Fraction.One }, factor);
        }

        if (sum.Count == 0)
        {
            return;
        }

        // Wholes stand after their parts: expressed by the finest numbers, most sums need no more than to be written down.
        var chosen = sum.Keys.Max();
        sum.Remove(chosen, out var own);
        var solved = sum.ToDictionary(s => s.Key, s => -s.Value / own);
        Substitute(chosen, solved);
        rows[chosen] = solved;
    }
}
