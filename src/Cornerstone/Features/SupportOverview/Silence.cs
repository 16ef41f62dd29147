using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.SupportMeasures;

namespace Cornerstone.Features.SupportOverview;

/// <summary>How long a reporter has been silent.</summary>
/// <param name="Running">Of its activities, those that its last word leaves under way: their state today nobody knows.</param>
/// <param name="Told">When a source last changed any of them, as the source says; null where none says when.</param>
public sealed record Silence(Guid? Partner, int Activities, int Running, DateTimeOffset? Told, int? Days)
{
    /// <summary>The longest silence first, before it those who never say when they tell.</summary>
    public static IReadOnlyList<Silence> In(CountedLedger ledger, DateTimeOffset now) =>
    [
        .. ledger.Reporters().GroupBy(r => ledger.Partners.Of(r.Partner)?.Id)
            .Select(g => (g.Key, All: g.Sum(r => r.Activities), Running: g.Sum(r => r.Running), Told: g.Max(r => r.Told)))
            .Select(r => new Silence(r.Key, r.All, r.Running, r.Told, Reliability.Freshness(r.Told, now)))
            .OrderByDescending(s => s.Days ?? int.MaxValue).ThenByDescending(s => s.Running).ThenBy(s => s.Partner),
    ];
}
