namespace Cornerstone.Features.SupportLedger;

/// <summary>The two ways of looking at the same money; they are never mixed (domain handbook §5.7).</summary>
public enum LedgerView
{
    /// <summary>Where money first entered: by who gave it.</summary>
    Funding,

    /// <summary>Where money was last seen: by who spent it.</summary>
    Spending,
}

/// <summary>What a view counts of one flow: all of it, or the part that is not counted elsewhere.</summary>
public sealed record Counted(LedgerFlow Flow, decimal Amount);

/// <summary>What a view leaves out of one flow, and why.</summary>
/// <param name="Amount">Null where it is not known.</param>
/// <param name="Because">Activities that hold the same money.</param>
public sealed record Exclusion(LedgerFlow Flow, decimal? Amount, ExclusionReason Reason, IReadOnlyList<Guid> Because);

/// <summary>Flows of one view: each flow's counted and excluded parts add up to the flow.</summary>
public sealed record ViewCount(IReadOnlyList<Counted> Counted, IReadOnlyList<Exclusion> Excluded)
{
    public decimal Total => Counted.Sum(c => c.Amount);
}

/// <summary>Money that went from one activity of the ledger to another.</summary>
/// <param name="Sent">As the giving side reports it.</param>
/// <param name="Received">As the ledger takes it on the receiving side.</param>
public sealed record MoneyEdge(Guid From, Guid To, decimal Sent, decimal Received);

/// <summary>What came into an activity and what became of it.</summary>
/// <param name="FromOutside">Reported as received from somebody who is not in the ledger.</param>
/// <param name="FromWithin">From other activities of the ledger.</param>
/// <param name="Own">Paid out beyond what was reported as received: the reporter's own money.</param>
public sealed record ActivityBalance(Guid Activity, decimal FromOutside, decimal FromWithin, decimal Own, decimal PassedOn, decimal Spent, decimal Fee)
{
    /// <summary>Not yet paid out. Below zero: more was paid out than came in, by less than anybody would explain.</summary>
    public decimal Held => FromOutside + FromWithin + Own - PassedOn - Spent - Fee;
}

/// <summary>The ledger's answer for one stage of money: commitments or payments, never both.</summary>
public sealed record LedgerCount(ViewCount Funding, ViewCount Spending, IReadOnlyList<ActivityBalance> Balances, IReadOnlyList<MoneyEdge> Edges)
{
    public static readonly LedgerCount Nothing = new(new([], []), new([], []), [], []);

    public decimal Fees => Balances.Sum(b => b.Fee);

    /// <summary>On its way: held by activities, or sent and not reported as received.</summary>
    public decimal Pipeline => Funding.Total - Spending.Total - Fees;

    public ViewCount Of(LedgerView view) => view == LedgerView.Funding ? Funding : Spending;
}
