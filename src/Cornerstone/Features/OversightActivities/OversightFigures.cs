namespace Cornerstone.Features.OversightActivities;

/// <summary>The three numbers of domain handbook §3.6. Each is null when there is nothing to divide by: no share is not zero per cent.</summary>
/// <param name="Implemented">Among the recommendations that are due.</param>
/// <param name="MedianDays">From receipt to resolution, over the complaints resolved.</param>
public sealed record OversightFigures(int Due, int Implemented, int Received, int Resolved, decimal? MedianDays)
{
    public decimal? ImplementedShare => Due == 0 ? null : (decimal)Implemented / Due;

    public decimal? ResolvedShare => Received == 0 ? null : (decimal)Resolved / Received;

    public static OversightFigures Of(IEnumerable<OversightActivity> activities, IEnumerable<OversightRecommendation> recommendations, DateOnly today)
    {
        var due = recommendations.Where(r => r.IsDue(today)).ToList();
        var received = activities.Where(a => a.Kind == OversightKind.Complaint && a.HeldOn <= today).ToList();
        var resolved = received.Where(c => c.ResolvedOn <= today).ToList();
        return new(
            due.Count,
            due.Count(r => r.State == RecommendationState.Implemented),
            received.Count,
            resolved.Count,
            Median([.. resolved.Select(c => c.ResolvedOn!.Value.DayNumber - c.HeldOn.DayNumber).Order()]));
    }

    private static decimal? Median(IReadOnlyList<int> ordered) => ordered.Count switch
    {
        0 => null,
        var n when n % 2 == 1 => ordered[n / 2],
        var n => (ordered[n / 2 - 1] + ordered[n / 2]) / 2m,
    };
}
