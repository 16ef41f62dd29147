namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// Which activities hang together, so that the count of one may change that of the other: they share a name that one of them has or
/// uses of another, one stands for the other, or one pays what the other may have received: giver and receiver are organisations
/// that both sides name. What no tie leads out of is a family. A tie too many costs time and changes nothing.
/// </summary>
internal sealed class LedgerFamilies
{
    private readonly Dictionary<Guid, int> numbers = [];
    private readonly Dictionary<ulong, int> byName = [];
    private readonly Dictionary<ulong, (HashSet<int> Payers, HashSet<int> Claimers)> pairs = [];
    private Guid[] ids = new Guid[1024];

    // Members of a family stand in a ring, and lead upwards to one of them.
    private int[] next = new int[1024];
    private int[] above = new int[1024];

    public int Count { get; private set; }

    /// <summary>Ids by number. Only ever added to.</summary>
    public Guid[] Ids => ids;

    public int? Find(Guid id) => numbers.TryGetValue(id, out var number) ? number : null;

    public int NumberOf(Guid id)
    {
        if (numbers.TryGetValue(id, out var known)) return known;
        if (Count == ids.Length) Grow();
        (ids[Count], next[Count], above[Count]) = (id, Count, Count);
        return numbers[id] = Count++;
    }

    public IEnumerable<int> FamilyOf(int number)
    {
        var at = number;
        do
        {
            yield return at;
            at = next[at];
        }
        while (at != number);
    }

    /// <summary>Whoever else has one of these ties, and whoever they would join.</summary>
    public IEnumerable<int> Tied(LedgerTies ties)
    {
        var named = ties.Names.Select(n => byName.TryGetValue(n, out var one) ? one : -1).Where(n => n >= 0);
        var paired = ties.Pays.Concat(ties.Claims).Distinct().Where(pairs.ContainsKey).SelectMany(p => Joined(pairs[p], ties.Pays.Contains(p), ties.Claims.Contains(p)));
        return named.Concat(paired);
    }

    /// <summary>Ties what stood apart, or what was taken apart by <see cref="Separate"/>.</summary>
    public void Tie(int number, LedgerTies ties)
    {
        foreach (var name in ties.Names)
        {
            if (byName.TryAdd(name, number)) continue;
            Join(number, byName[name]);
        }

        foreach (var pair in ties.Pays) SidesOf(pair).Payers.Add(number);
        foreach (var pair in ties.Claims) SidesOf(pair).Claimers.Add(number);
    }

    /// <summary>Joins those on both sides of these pairs; of all where none are named.</summary>
    public void JoinPairs(IEnumerable<ulong>? only = null)
    {
        foreach (var (payers, claimers) in only?.Select(SidesOf) ?? pairs.Values)
        {
            if (payers.Count == 0 || claimers.Count == 0) continue;
            var first = claimers.First();
            foreach (var member in payers.Concat(claimers)) Join(first, member);
        }
    }

    /// <summary>A record that gives way belongs to the one that stands for both.</summary>
    public void JoinStanding(IEnumerable<KeyValuePair<Guid, Guid>> sameAs)
    {
        foreach (var (one, other) in sameAs)
        {
            if (Find(one) is { } from && Find(other) is { } to) Join(from, to);
        }
    }

    /// <summary>Takes whole families apart, to be tied anew.</summary>
    public void Separate(IReadOnlyCollection<int> members, IEnumerable<LedgerTies> ties)
    {
        foreach (var member in members) (next[member], above[member]) = (member, member);
        foreach (var tie in ties)
        {
            foreach (var name in tie.Names) byName.Remove(name);
            foreach (var pair in tie.Pays.Concat(tie.Claims).Where(pairs.ContainsKey))
            {
                pairs[pair].Payers.ExceptWith(members);
                pairs[pair].Claimers.ExceptWith(members);
            }
        }
    }

    public void Join(int one, int other)
    {
        var (top, below) = (Top(one), Top(other));
        if (top == below) return;
        above[below] = top;
        (next[top], next[below]) = (next[below], next[top]);
    }

    // On one side alone nobody is joined.
    private static IEnumerable<int> Joined((HashSet<int> Payers, HashSet<int> Claimers) sides, bool pays, bool claims) =>
        (pays || sides.Payers.Count > 0) && (claims || sides.Claimers.Count > 0) ? sides.Payers.Concat(sides.Claimers) : [];

    private (HashSet<int> Payers, HashSet<int> Claimers) SidesOf(ulong pair) => pairs.TryGetValue(pair, out var sides) ? sides : pairs[pair] = ([], []);

    private int Top(int number)
    {
        while (above[number] != number)
        {
            above[number] = above[above[number]];
            number = above[number];
        }

        return number;
    }

    private void Grow()
    {
        var size = 2 * ids.Length;
        Array.Resize(ref ids, size);
        Array.Resize(ref next, size);
        Array.Resize(ref above, size);
    }
}
