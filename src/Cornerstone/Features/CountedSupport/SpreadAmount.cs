using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;

namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// The part of a commitment that is for a span of days: a promise of three years is not money for its first. It is spread evenly, from
/// its day or the activity's start to the activity's end, by days, the stated apportionment (domain handbook §0.3). Spans laid end to end add up to the whole.
/// </summary>
public static class SpreadAmount
{
    public static decimal Within(decimal amount, Period spread, Period window) =>
        Until(amount, spread, window.Until) - Until(amount, spread, window.From.AddDays(-1));

    /// <summary>Null where it has no day. One whose activity has no end, or ended before, stands on its day.</summary>
    public static Period? Of(DateOnly? day, DateOnly? starts, DateOnly? ends) => day is not { } on ? null
        : starts is { } first && first > on && ends >= first ? new(first, ends.Value)
        : ends > on ? new(on, ends.Value)
        : new(on, on);

    private static decimal Until(decimal amount, Period spread, DateOnly day) =>
        day < spread.From ? 0m : day >= spread.Until ? amount : Cents.Round(amount * (day.DayNumber - spread.From.DayNumber + 1) / spread.Days);
}
