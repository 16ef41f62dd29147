namespace Cornerstone.Disclosure;

/// <summary>Whether a number is told, and if not, why not. Readers of the page learn no more than that it is withheld.</summary>
public enum Telling
{
    Told,

    /// <summary>Too few people stand behind it.</summary>
    TooFew,

    /// <summary>With it, somebody could subtract and find out a small number.</summary>
    WouldGiveAway,

    /// <summary>The table cannot be told: its parts are more than their whole, or it is too large to be checked.</summary>
    TableWithheld,
}

/// <summary>What a reader gets of one number of people, or of both numbers behind a share.</summary>
/// <param name="Count">Rounded; null where it is not told. Of a share, those it counts.</param>
/// <param name="Whole">Of a share, those it is a share of; rounded.</param>
/// <param name="CouldBe">Of a number not told for few people: between which ends it stays, for who looks at all that is told; no upper end is null.</param>
public sealed record ToldCount(Telling Telling, long? Count = null, long? Whole = null, (long Least, long? Most)? CouldBe = null);

/// <summary>
/// People counted along axes, and what of it may be published: small numbers are withheld, others rounded, and as many more withheld as it
/// takes that nobody finds the small ones by adding and subtracting.
/// </summary>
/// <param name="axes">Every axis that a place may name.</param>
public sealed class PeopleTable(IReadOnlyList<Axis> axes, CountRule rule)
{
    /// <summary>Beyond it nobody waits for the check: the parts are withheld.</summary>
    public const int MostNumbers = 600;

    private readonly Dictionary<Place, (Recorded Count, Recorded? Whole)> recorded = [];

    public PeopleTable(params IReadOnlyList<Axis> axes)
        : this(axes, CountRule.Default)
    {
    }

    /// <summary>A number of people.</summary>
    /// <param name="isOut">It was told before, for the same people.</param>
    public void Add(Place at, long count, bool isOut = false)
    {
        Check(at, count);
        recorded.Add(at, (new(count, recorded.Count, isOut), null));
    }

    /// <summary>Those who are something, of those who could be. Nobody is more than all; where they are, the two are no share of people.</summary>
    public void AddShare(Place at, long count, long whole, bool isOut = false)
    {
        Check(at, Math.Min(count, whole));
        recorded.Add(at, (new(count, recorded.Count, isOut), new(whole, recorded.Count, isOut)));
    }

    /// <summary>Whether it is small enough to be checked, and no part more than its whole. Else its whole alone is told.</summary>
    public bool CanBeChecked => Checkable() is not null;

    /// <summary>What is told, place by place.</summary>
    public IReadOnlyDictionary<Place, ToldCount> Protect()
    {
        if (Checkable() is not { } built)
        {
            return Alone();
        }

        var protection = Protection.Of(built.Table, rule);
        var isExposed = protection.Exposed.Count > 0;
        return recorded.ToDictionary(r => r.Key, r => isExposed && !r.Value.Count.IsOut ? Withheld(r.Value) : Answer(r.Value, built.Index[r.Key], protection));
    }

    private (CountTable Table, IReadOnlyDictionary<Place, int> Index)? Checkable() => recorded.Count <= MostNumbers ? Table() : null;

    private void Check(Place at, long least)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(least);
        if (at.Parts.Keys.FirstOrDefault(k => axes.All(a => a.Key != k)) is { } unknown)
        {
            throw new ArgumentException($"Nothing is known of the axis {unknown}: without it no sum can be checked.", nameof(at));
        }
    }

    // Both numbers of a share, and those who are not counted by it: a share of all or of none says the same about everybody.
    internal (CountTable Table, IReadOnlyDictionary<Place, int> Index)? Table()
    {
        var (cells, sums) = (new List<CountCell>(), new List<CountRelation>());
        var counts = new Layer("count", axes, recorded.ToDictionary(r => r.Key, r => r.Value.Count));
        var wholes = new Layer("whole", axes, recorded.Where(r => r.Value.Whole is not null).ToDictionary(r => r.Key, r => r.Value.Whole!));
        if (counts.Build(cells, sums) is not null || wholes.Build(cells, sums) is not null)
        {
            return null;
        }

        foreach (var (place, (count, whole)) in recorded.Where(r => r.Value.Whole is { } w && w.Count >= r.Value.Count.Count))
        {
            cells.Add(new($"others:{place.Key}", whole!.Count - count.Count, CellUse.Implied, -1 - cells.Count, int.MaxValue));
            sums.Add(new(wholes.Index[place], [counts.Index[place], cells.Count - 1]));
        }

        return (new CountTable(cells, sums), counts.Index);
    }

    private ToldCount Answer((Recorded Count, Recorded? Whole) number, int cell, Protection protection) => protection.IsTold[cell]
        ? Told(number)
        : IsSmall(number) ? new(Telling.TooFew, CouldBe: protection.RangeOf(cell)) : new(Telling.WouldGiveAway);

    private ToldCount Told((Recorded Count, Recorded? Whole) number) =>
        new(Telling.Told, rule.Rounded(number.Count.Count), number.Whole is { } whole ? rule.Rounded(whole.Count) : null);

    private bool IsSmall((Recorded Count, Recorded? Whole) number) => rule.IsSmall(number.Count.Count) || (number.Whole is { } whole
        && (rule.IsSmall(whole.Count) || (whole.Count >= number.Count.Count && rule.IsSmall(whole.Count - number.Count.Count))));

    private ToldCount Withheld((Recorded Count, Recorded? Whole) number) => new(IsSmall(number) ? Telling.TooFew : Telling.TableWithheld);

    // Without its parts a whole can be told by itself: nothing is there to subtract.
    private Dictionary<Place, ToldCount> Alone() => recorded.ToDictionary(
        r => r.Key,
        r => r.Value.Count.IsOut || (r.Key == Place.Whole && !IsSmall(r.Value)) ? Told(r.Value) : Withheld(r.Value));
}
