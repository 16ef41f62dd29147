using Cornerstone.Features.Support;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What one partner announced for a year and what came. Amounts without a rate are in neither.</summary>
public sealed record Kept(Guid? Partner, int Year, decimal Scheduled, decimal Paid)
{
    public Percentage? Share => Reliability.Predictability(Paid, Scheduled);

    /// <summary>Only of activities that announced something for the year: what was never announced breaks no promise.</summary>
    public static IReadOnlyList<Kept> Of(KnownMoney money, IReadOnlyCollection<PlannedAmount> planned, int year)
    {
        var (label, whole) = (new FiscalYear(year), Period.OfYear(year));
        var scheduled = planned.Where(p => p.Kind == PlannedKind.Disbursement && p.FromDay <= whole.Until && p.UntilDay >= whole.From && money.Activities.ContainsKey(p.ActivityId))
            .Select(p => (p.ActivityId, Amount: money.InCurrency(p.Amount, p.Currency, p.ValueDate ?? p.FromDay) is { } amount
                ? Reliability.ScheduledIn(label, amount, new Period(p.FromDay!.Value, p.UntilDay!.Value, PeriodPrecision.Day)) : (decimal?)null))
            .Where(p => p.Amount is not null).ToLookup(p => p.ActivityId, p => p.Amount!.Value);
        var paid = money.Transactions.Where(t => t.Type is TransactionType.Disbursement or TransactionType.Expenditure && t.Date?.Year == year && scheduled.Contains(t.ActivityId))
            .ToLookup(t => t.ActivityId, t => money.InCurrency(t.Amount, t.Currency, t.ValuedOn) ?? 0m);
        return [.. scheduled.GroupBy(s => money.Partners.Of(money.Activities[s.Key].ReporterId)?.Id)
            .Select(g => new Kept(g.Key, year, decimal.Round(g.Sum(s => s.Sum()), 2), g.Sum(s => paid[s.Key].Sum()))).OrderBy(k => k.Share?.Share)];
    }
}
