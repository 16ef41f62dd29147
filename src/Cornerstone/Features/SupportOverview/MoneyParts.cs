using Cornerstone.Features.CountedSupport;

namespace Cornerstone.Features.SupportOverview;

/// <summary>Counted money of one partner for one objective; values as those of <see cref="LedgerAxis"/>.</summary>
public sealed record MoneyPart(string Partner, string Objective, decimal Amount);

/// <summary>What a question of the ledger comes to, by whatever the overview shows; each table of it adds up to the same.</summary>
public sealed class MoneyParts(CountedLedger ledger, PlanObjectives plan, LedgerQuestion question, string path)
{
    public IReadOnlyList<MoneyPart> All { get; } =
        [.. ledger.Sums(question, plan, LedgerAxis.Partner, LedgerAxis.Objective).Select(s => new MoneyPart(s.Values[0], s.Values[1], s.Amount ?? 0m))];

    public decimal Total => All.Sum(p => p.Amount);

    /// <summary>Amounts in no figure, each with its reason on the page of the ledger.</summary>
    public decimal LeftOut { get; } = ledger.LeftOut(question, plan).Sum(l => l.Amount ?? 0m);

    public string LedgerAddress => question.AddressOn($"{path}/ledger");

    /// <summary>The rows of a figure.</summary>
    public string RowsOf(params IEnumerable<(LedgerAxis Axis, string Value)> only) =>
        only.Aggregate(question, (q, o) => q.With(o.Axis, o.Value)).AddressOn($"{path}/ledger/rows");

    /// <summary>The largest first.</summary>
    public IReadOnlyList<(string Value, decimal Amount)> By(LedgerAxis axis) =>
        [.. ledger.Sums(question, plan, axis).Select(s => (s.Values[0], s.Amount ?? 0m)).OrderByDescending(s => s.Item2)];
}
