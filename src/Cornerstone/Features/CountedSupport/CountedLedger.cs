using System.Collections.Concurrent;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Partners;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;

namespace Cornerstone.Features.CountedSupport;

/// <summary>A sum of lines with the same values.</summary>
/// <param name="Values">On the axes that were asked for, in their order.</param>
/// <param name="Amount">Null where none of the amounts is known.</param>
/// <param name="Flows">How many transactions it is made of.</param>
public sealed record LedgerSum(IReadOnlyList<string> Values, decimal? Amount, int Flows);

/// <summary>What one organisation reports: activities, those that its last word leaves under way, and when a source last changed any of them.</summary>
/// <param name="Partner">As activities name it; null where they name nobody.</param>
public sealed record LedgerReporter(Guid? Partner, int Activities, int Running, DateTimeOffset? Told);

/// <summary>
/// All that a reader may see of a country's money in one currency, each dollar once: sums by any of its axes, and the lines they are
/// sums of. It does not change; the next change makes another one that shares with it whatever is the same.
/// </summary>
public sealed class CountedLedger
{
    // What was asked once is asked again: the tables people look at first.
    private const int MostKnown = 256;

    private readonly ConcurrentDictionary<string, IReadOnlyList<LedgerSum>> known = [];

    internal CountedLedger(LedgerGround ground, LedgerCodes codes, IReadOnlyList<LedgerBlock> blocks, IReadOnlyList<LedgerCells> cells, Guid[] activities) =>
        (Ground, Codes, Blocks, Cells, Activities) = (ground, codes, blocks, cells, activities);

    public LedgerGround Ground { get; }

    public string Country => Ground.Country;

    public Currency Currency => Ground.Currency;

    public RateBook Rates => Ground.Rates;

    public PartnerIndex Partners => Ground.Partners;

    /// <summary>Kept by agents of funds, as far as it is for this country.</summary>
    public decimal Fees => Blocks.Sum(b => b.Fees.Sum(f => f.Amount));

    internal LedgerCodes Codes { get; }

    internal IReadOnlyList<LedgerBlock> Blocks { get; }

    /// <summary>All lines of the blocks, added up where they are alike.</summary>
    internal IReadOnlyList<LedgerCells> Cells { get; }

    /// <summary>Ids by number.</summary>
    internal Guid[] Activities { get; }

    /// <summary>Years in which anything is told, the latest first.</summary>
    public IReadOnlyList<int> Years => [.. Enumerable.Range(1, Codes.Years.Count - 1).Select(i => Codes.Years[i]).OrderDescending()];

    /// <summary>All who report, whether their activities have money or not.</summary>
    public IReadOnlyList<LedgerReporter> Reporters()
    {
        var all = new Dictionary<int, Reported>();
        foreach (var (reporter, reported) in Blocks.SelectMany(b => b.Reporters)) all[reporter] = all.GetValueOrDefault(reporter).With(reported);
        return [.. all.Select(r => new LedgerReporter(Codes.Partners.Value(r.Key), r.Value.Activities, r.Value.Running, r.Value.Told == 0 ? null : new DateTimeOffset(r.Value.Told, TimeSpan.Zero)))];
    }

    /// <summary>What is counted, by these axes; of a question with a reason, what is left out.</summary>
    public IReadOnlyList<LedgerSum> Sums(LedgerQuestion question, PlanObjectives plan, params IReadOnlyList<LedgerAxis> by) =>
        Known(question, plan, question.Reason is null ? LineChoice.Counted : LineChoice.LeftOut, by);

    /// <summary>What is left out, by reason.</summary>
    public IReadOnlyList<LedgerSum> LeftOut(LedgerQuestion question, PlanObjectives plan) => Known(question, plan, LineChoice.LeftOut, [LedgerAxis.Reason]);

    public decimal Total(LedgerQuestion question, PlanObjectives plan) => Sums(question, plan).Sum(s => s.Amount ?? 0m);

    /// <summary>What anybody would come to who added up what everybody says they paid out (domain handbook §5.7).</summary>
    public decimal Blind(LedgerQuestion question, PlanObjectives plan) =>
        Known(question, plan, LineChoice.All, [LedgerAxis.Transaction]).Where(s => s.Values[0] != question.Stage.Inward().ToString()).Sum(s => s.Amount ?? 0m);

    /// <summary>On its way to this country: given for it and not yet seen spent.</summary>
    public decimal Pipeline =>
        Total(new(LedgerView.Funding, MoneyStage.Paid, Currency.Code), PlanObjectives.None) - Total(new(LedgerView.Spending, MoneyStage.Paid, Currency.Code), PlanObjectives.None) - Fees;

    private IReadOnlyList<LedgerSum> Known(LedgerQuestion question, PlanObjectives plan, LineChoice lines, IReadOnlyList<LedgerAxis> by)
    {
        // What depends on the plan is not kept: the plan changes without the ledger.
        var isPlain = !by.Contains(LedgerAxis.Objective) && !question.Only.ContainsKey(LedgerAxis.Objective);
        var key = $"{lines} {string.Join(',', by.Select(a => a.Word))} {question.AddressOn("")}";
        if (isPlain && known.TryGetValue(key, out var sums)) return sums;
        sums = new LedgerScan(this, plan).Sums(question, lines, by, isPlain ? key : null);
        if (isPlain && known.Count < MostKnown) known[key] = sums;
        return sums;
    }
}
