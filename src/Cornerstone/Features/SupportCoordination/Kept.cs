using Cornerstone.Features.Support;
using Cornerstone.Features.SupportMeasures;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What one partner announced for a year and what came.</summary>
/// <param name="Unconverted">Rows in neither sum, because their value or a rate is not known: then there is no share to speak of.</param>
public sealed record Kept(Guid? Partner, int Year, decimal Scheduled, decimal Paid, int Unconverted)
{
    public Percentage? Share => Unconverted == 0 ? Reliability.Predictability(Paid, Scheduled) : null;

    /// <summary>Only of activities that announced something for the year: what was never announced breaks no promise.</summary>
    public static IReadOnlyList<Kept> Of(KnownMoney money, IEnumerable<PlannedAmount> planned, int year)
    {
        var whole = Period.OfYear(year);
        var announced = InForce(planned.Where(p => p.Kind == PlannedKind.Disbursement && p.FromDay <= whole.Until && p.UntilDay >= whole.From
            && money.Activities.ContainsKey(p.ActivityId) && money.CountryOf(p.ActivityId).Here != 0m)).ToLookup(p => p.ActivityId);
        var paid = money.Transactions.Where(t => t.Type is TransactionType.Disbursement or TransactionType.Expenditure && t.Date?.Year == year
            && announced.Contains(t.ActivityId) && money.CountryOf(t).Here != 0m).ToLookup(t => t.ActivityId);
        return [.. announced.GroupBy(a => money.Partners.Of(money.Activities[a.Key].ReporterId)?.Id)
            .Select(g => Of(g.Key, year, [.. g.SelectMany(a => a).Select(p => ScheduledOf(money, p, year))], [.. g.SelectMany(a => paid[a.Key]).Select(t => PaidOf(money, t))]))
            .OrderBy(k => k.Share?.Share)];
    }

    private static Kept Of(Guid? partner, int year, List<decimal?> scheduled, List<decimal?> paid) =>
        new(partner, year, decimal.Round(scheduled.Sum() ?? 0m, 2), decimal.Round(paid.Sum() ?? 0m, 2), scheduled.Concat(paid).Count(a => a is null));

    // The revised amounts of a period replace its original ones.
    private static IEnumerable<PlannedAmount> InForce(IEnumerable<PlannedAmount> planned) =>
        planned.GroupBy(p => (p.ActivityId, p.FromDay, p.UntilDay)).SelectMany(g => g.Any(p => p.IsRevised == true) ? g.Where(p => p.IsRevised == true) : g);

    private static decimal? ScheduledOf(KnownMoney money, PlannedAmount planned, int year) =>
        money.InCurrency(planned.Amount, planned.Currency, planned.ValueDate ?? planned.FromDay) is { } amount
            ? Reliability.ScheduledIn(new FiscalYear(year), amount, new Period(planned.FromDay!.Value, planned.UntilDay!.Value, PeriodPrecision.Day)) * money.CountryOf(planned.ActivityId).Here
            : null;

    private static decimal? PaidOf(KnownMoney money, Transaction paid) => money.InCurrency(paid.Amount, paid.Currency, paid.ValuedOn) * money.CountryOf(paid).Here;
}
