using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Plan;

namespace Cornerstone.Features.Portfolio;

/// <summary>Reads the picture of a country as the current reader may see it; null where there is no plan for them.</summary>
public sealed class CountryPictures(AppDb db, PlanReading reading, TimeProvider clock)
{
    public DateOnly Today => Deadline.CouncilDay(clock.GetUtcNow());

    public async Task<CountryPicture?> ReadAsync(string country, CancellationToken ct)
    {
        var plan = await db.PlanInForceAsync(country, ct);
        return plan is null ? null : CountryPicture.Of(plan, await reading.TreeAsync(plan.Version, PlanParts.All, ct), Today);
    }

    /// <summary>Cost and funding of the whole plan, by currency; nothing where there is no plan for them.</summary>
    public async Task<IReadOnlyList<MoneyFigures>> MoneyAsync(string country, CancellationToken ct) =>
        await db.PlanInForceAsync(country, ct) is { } plan ? (await reading.TreeAsync(plan.Version, PlanParts.Money, ct)).Figures : [];

    public async Task<int> OverdueAsync(string country, CancellationToken ct) =>
        (await db.FollowedAsync(country, ObligationState.Accepted, Today, ct)).Count(f => f.Deadline.Status == DeadlineStatus.Overdue);
}
