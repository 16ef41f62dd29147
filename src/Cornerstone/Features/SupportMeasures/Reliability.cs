using Cornerstone.Values;

namespace Cornerstone.Features.SupportMeasures;

/// <summary>Whether money came when it was announced, and how fresh what we know is (domain handbook §5.8).</summary>
public static class Reliability
{
    /// <summary>Disbursed in a year of what was scheduled for it; null when nothing was scheduled. Above one hundred per cent is not better: it was not foreseen.</summary>
    public static Percentage? Predictability(decimal disbursed, decimal scheduled) => Percentage.Of(disbursed, scheduled);

    /// <summary>Days since a partner last told anything; null when it never did.</summary>
    public static int? Freshness(DateTimeOffset? lastTold, DateTimeOffset now) => lastTold is { } told ? Math.Max(0, (now - told).Days) : null;

    /// <summary>The part of an amount scheduled over a period that falls into a year, by days: the stated apportionment (domain handbook §0.3).</summary>
    public static decimal ScheduledIn(FiscalYear year, decimal amount, Period period) => amount * year.ShareOf(period);
}

/// <summary>What part of all support goes to governance and oversight (S/RES/2553 (2020), operative para. 13).</summary>
public static class GovernanceShare
{
    private static readonly string[] Components = [nameof(Component.OVS), nameof(Component.MGT)];

    public static Percentage? Of(IEnumerable<(string? Component, decimal Amount)> money)
    {
        var all = money.ToList();
        return Percentage.Of(all.Where(m => Components.Contains(m.Component)).Sum(m => m.Amount), all.Sum(m => m.Amount));
    }
}
