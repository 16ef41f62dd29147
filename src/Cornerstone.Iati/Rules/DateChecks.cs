using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>When: starts before ends, nothing that has happened in the future, budgets of at most a year.</summary>
internal static class DateChecks
{
    public static void Run(Element activity, Check check)
    {
        if (Numbers.TryMoment(activity.Attribute(IatiName.LastUpdatedDatetime), out var updated) && check.IsFuture(updated))
        {
            check.Found(StandardRules.UpdatedInFuture, activity, IatiName.LastUpdatedDatetime);
        }

        Activity(activity, check);
        foreach (var budget in activity.All(IatiName.Budget)) check.Period(StandardRules.PeriodOrder, budget, StandardRules.PeriodTooLong);
        foreach (var planned in activity.All(IatiName.PlannedDisbursement)) check.Period(StandardRules.PeriodOrder, planned);
    }

    public static void Transaction(Element transaction, Check check)
    {
        var date = transaction.First(IatiName.TransactionDate);
        if (Check.Day(date) is { } day && check.IsFuture(day)) check.Found(StandardRules.TransactionInFuture, date);
        var value = transaction.First(IatiName.Value);
        if (Check.Day(value, IatiName.ValueDate) is { } valued && check.IsFuture(valued)) check.Found(StandardRules.ValueInFuture, value, IatiName.ValueDate);
    }

    private static void Activity(Element activity, Check check)
    {
        Span<int> first = [-1, -1, -1, -1, -1];
        foreach (var date in activity.All(IatiName.ActivityDate))
        {
            var type = TypeOf(date);
            if (type > 0 && first[type] < 0) first[type] = date.Index;
        }

        Element Of(int type, Span<int> found) => new(activity.Tree, found[type]);
        var (plannedStart, actualStart, plannedEnd, actualEnd) = (Of(1, first), Of(2, first), Of(3, first), Of(4, first));
        if (!plannedStart.Exists && !actualStart.Exists) check.Found(StandardRules.NoStart, activity);
        Order(StandardRules.PlannedOrder, plannedStart, plannedEnd, check);
        Order(StandardRules.ActualOrder, actualStart, actualEnd, check);
        if (Check.Day(actualStart) is { } started && check.IsFuture(started)) check.Found(StandardRules.StartInFuture, actualStart);
        if (Check.Day(actualEnd) is { } ended && check.IsFuture(ended)) check.Found(StandardRules.EndInFuture, actualEnd);
    }

    private static void Order(Rule rule, Element start, Element end, Check check)
    {
        if (Check.Day(start) is { } from && Check.Day(end) is { } to && from > to) check.Found(rule, start);
    }

    private static int TypeOf(Element date) => Texts.Trim(date.Attribute(IatiName.Type)) switch
    {
        var type when type.SequenceEqual("1"u8) || type.SequenceEqual("start-planned"u8) => 1,
        var type when type.SequenceEqual("2"u8) || type.SequenceEqual("start-actual"u8) => 2,
        var type when type.SequenceEqual("3"u8) || type.SequenceEqual("end-planned"u8) => 3,
        var type when type.SequenceEqual("4"u8) || type.SequenceEqual("end-actual"u8) => 4,
        _ => 0,
    };
}
