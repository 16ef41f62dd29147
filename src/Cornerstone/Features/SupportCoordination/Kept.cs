using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportMeasures;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What one partner announced for a year and what came.</summary>
/// <param name="Unconverted">Rows in neither sum, because their value or a rate is not known: then there is no share to speak of.</param>
public sealed record Kept(Guid? Partner, int Year, decimal Scheduled, decimal Paid, int Unconverted)
{
    public Percentage? Share => Unconverted == 0 ? Reliability.Predictability(Paid, Scheduled) : null;

    /// <summary>Only of activities that announced something for the year: what was never announced breaks no promise.</summary>
    public static async Task<IReadOnlyList<Kept>> ReadAsync(AppDb db, LedgerGround ground, int year, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
        var announcing = db.PlannedAmounts.AsNoTracking().Where(p => p.Country == ground.Country && p.Kind == PlannedKind.Disbursement && p.FromDay <= last && p.UntilDay >= first);
        var planned = await announcing.ToListAsync(ct);
        var named = planned.Select(p => p.ActivityId).Distinct().ToList();
        var paid = await db.Transactions.AsNoTracking()
            .Where(t => t.Country == ground.Country && (t.Type == TransactionType.Disbursement || t.Type == TransactionType.Expenditure) && t.Date >= first && t.Date <= last
                && named.Contains(t.ActivityId)).ToListAsync(ct);
        var activities = await db.Activities.AsNoTracking().Where(a => a.Country == ground.Country && named.Contains(a.Id)).ToListAsync(ct);
        return Of(ground, activities, planned, paid, year);
    }

    private static List<Kept> Of(LedgerGround ground, List<Activity> activities, List<PlannedAmount> planned, List<Transaction> transactions, int year)
    {
        var parts = activities.ToDictionary(a => a.Id, a => CountryPart.Of(a, ground.Country).Here);
        var byId = activities.ToDictionary(a => a.Id);
        var announced = InForce(planned.Where(p => parts.GetValueOrDefault(p.ActivityId) != 0m)).ToLookup(p => p.ActivityId);
        var paid = transactions.Where(t => announced.Contains(t.ActivityId))
            .Select(t => (t.ActivityId, CountryPart.Of(byId[t.ActivityId], t, ground.Country).Here, Amount: ground.InCurrency(t.Amount, t.Currency, t.ValuedOn)))
            .Where(t => t.Here != 0m).ToLookup(t => t.ActivityId, t => t.Amount * t.Here);
        return
        [
            .. announced.GroupBy(a => ground.Partners.Of(byId[a.Key].ReporterId)?.Id)
                .Select(g => Of(g.Key, year, [.. g.SelectMany(a => a).Select(p => ScheduledOf(ground, p, year) * parts[p.ActivityId])], [.. g.SelectMany(a => paid[a.Key])]))
                .OrderBy(k => k.Share?.Share),
        ];
    }

    private static Kept Of(Guid? partner, int year, List<decimal?> scheduled, List<decimal?> paid) =>
        new(partner, year, decimal.Round(scheduled.Sum() ?? 0m, 2), decimal.Round(paid.Sum() ?? 0m, 2), scheduled.Concat(paid).Count(a => a is null));

    // The revised amounts of a period replace its original ones.
    private static IEnumerable<PlannedAmount> InForce(IEnumerable<PlannedAmount> planned) =>
        planned.GroupBy(p => (p.ActivityId, p.FromDay, p.UntilDay)).SelectMany(g => g.Any(p => p.IsRevised == true) ? g.Where(p => p.IsRevised == true) : g);

    private static decimal? ScheduledOf(LedgerGround ground, PlannedAmount planned, int year) =>
        ground.InCurrency(planned.Amount, planned.Currency, planned.ValueDate ?? planned.FromDay) is { } amount
            ? Reliability.ScheduledIn(new FiscalYear(year), amount, new Period(planned.FromDay!.Value, planned.UntilDay!.Value, PeriodPrecision.Day))
            : null;
}
