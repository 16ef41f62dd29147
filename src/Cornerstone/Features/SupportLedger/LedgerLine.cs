using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportLedger;

/// <summary>A flow on its way through the count: what is left of it, and what was taken from it for which reason.</summary>
internal sealed class LedgerLine(LedgerFlow flow, Guid activity)
{
    private readonly List<Exclusion> excluded = [];

    public LedgerFlow Flow => flow;

    /// <summary>The record that stands for its activity.</summary>
    public Guid Activity => activity;

    public TransactionType Type => flow.Type;

    /// <summary>Left after everything that is told twice is gone.</summary>
    public decimal Amount { get; private set; } = flow.Amount ?? 0m;

    /// <summary>Not yet found on the other side.</summary>
    public decimal Open { get; private set; } = flow.Amount ?? 0m;

    /// <summary>Activities on the other side of what was found there.</summary>
    public HashSet<Guid> Others { get; } = [];

    public IEnumerable<Exclusion> Excluded => excluded;

    /// <summary>Told twice: out of both views.</summary>
    public void Exclude(decimal amount, ExclusionReason reason, IReadOnlyList<Guid> because)
    {
        if (amount == 0m) return;
        excluded.Add(new(flow, amount, reason, because));
        (Amount, Open) = (Amount - amount, Open - amount);
    }

    public void Match(decimal amount, IEnumerable<Guid> others)
    {
        if (amount == 0m) return;
        Open -= amount;
        Others.UnionWith(others);
    }
}

internal static class LedgerLines
{
    /// <summary>An order of their own, so that files and their order change nothing.</summary>
    public static List<LedgerLine> InOrder(this IEnumerable<LedgerLine> lines) => [.. lines.OrderBy(l => l.Flow.Id)];

    public static decimal Open(this IEnumerable<LedgerLine> lines) => lines.Sum(l => l.Open);

    /// <summary>Takes an amount from the open parts of all, in proportion, to the cent.</summary>
    public static decimal[] Match(this IReadOnlyList<LedgerLine> lines, decimal amount, IReadOnlyList<Guid> others)
    {
        var parts = Cents.Apportion(amount, [.. lines.Select(l => l.Open)]);
        for (var i = 0; i < lines.Count; i++)
        {
            lines[i].Match(parts[i], others);
        }

        return parts;
    }
}
