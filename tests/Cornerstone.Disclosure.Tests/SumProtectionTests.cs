namespace Cornerstone.Disclosure.Tests;

/// <summary>Amounts that are tied to each other, and a reader who looks for another world in which a secret is another number.</summary>
public sealed class SumProtectionTests
{
    private const int Cases = 400;
    private const int Reach = 2;

    [Fact]
    public void What_is_told_on_the_other_side_is_hidden_too()
    {
        // 0 is paid by A and received by B as 1; B pays on 2 and 3.
        SumTie[] ties = [new([0], [1]), new([1], [2, 3])];

        Assert.Contains(1, SumProtection.AlsoHidden(ties, [100m, 100m, 60m, 40m], new HashSet<int> { 0 }));
    }

    [Fact]
    public void Of_those_that_help_the_smallest_that_is_half_as_large_is_hidden()
    {
        SumTie[] ties = [new([0], [1, 2, 3, 4])];

        // 100 is committed; of the payments 40, 1, 25 and 34 the first is secret. One of 1 would leave it nearly known.
        Assert.Equal([3], SumProtection.AlsoHidden(ties, [100m, 40m, 1m, 25m, 34m], new HashSet<int> { 1 }));
    }

    [Fact]
    public void What_nothing_is_tied_to_needs_nothing_else()
    {
        Assert.Empty(SumProtection.AlsoHidden([new([1], [2])], [5m, 6m, 6m], new HashSet<int> { 0 }));
    }

    [Fact]
    public void No_secret_is_computed_from_what_is_told_in_random_worlds()
    {
        var random = new Random(20261122);
        var (also, exposedBefore) = (0, 0);
        for (var i = 0; i < Cases; i++)
        {
            var (ties, amounts, cells) = World(random);
            var secret = Enumerable.Range(0, 1 + random.Next(2)).Select(_ => random.Next(cells)).ToHashSet();
            exposedBefore += secret.Any(s => !HasAnotherWorld(ties, secret, s)) ? 1 : 0;

            var hidden = SumProtection.AlsoHidden(ties, amounts, secret).Union(secret).ToHashSet();

            also += hidden.Count - secret.Count;
            Assert.All(secret, s => Assert.True(HasAnotherWorld(ties, hidden, s), $"case {i}: {s} of {string.Join(' ', amounts)}"));
        }

        // The worlds are worth attacking, and not everything is hidden.
        Assert.InRange(exposedBefore, Cases / 4, Cases);
        Assert.InRange(also, Cases / 4, Cases * 4);
    }

    // Payments from givers to a fund and from there to agencies, each reported at both ends: 3 to 7 amounts.
    private static (List<SumTie> Ties, List<decimal> Amounts, int Cells) World(Random random)
    {
        var amounts = new List<decimal>();
        int Cell(decimal amount)
        {
            amounts.Add(amount);
            return amounts.Count - 1;
        }

        var ties = new List<SumTie>();
        var (givers, agencies) = (1 + random.Next(2), 1 + random.Next(2));
        var given = Enumerable.Range(0, givers).Select(_ => (decimal)random.Next(10, 90)).ToList();
        var received = given.ConvertAll(Cell);
        if (random.Next(2) == 0) ties.AddRange(received.Select((r, i) => new SumTie([Cell(given[i])], [r])));
        var first = agencies == 1 ? given.Sum() : decimal.Round(given.Sum() / 3);
        List<int> paid = agencies == 1 ? [Cell(first)] : [Cell(first), Cell(given.Sum() - first)];
        ties.Add(new(received, paid));
        if (random.Next(2) == 0) ties.Add(new([paid[0]], [Cell(first)]));
        return (ties, amounts, amounts.Count);
    }

    // Changes of the hidden amounts by which every tie still holds and the secret is another.
    private static bool HasAnotherWorld(List<SumTie> ties, HashSet<int> hidden, int secret)
    {
        List<int> cells = [.. hidden.Order()];
        var change = new int[cells.Count];
        Array.Fill(change, -Reach);
        while (true)
        {
            int Of(int cell) => cells.IndexOf(cell) is >= 0 and var place ? change[place] : 0;
            if (Of(secret) != 0 && ties.TrueForAll(t => t.Left.Sum(Of) == t.Right.Sum(Of))) return true;
            var at = 0;
            while (at < change.Length && ++change[at] > Reach) change[at++] = -Reach;
            if (at == change.Length) return false;
        }
    }
}
