using System.Linq.Expressions;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;

namespace Cornerstone.Tests.Features.CountedSupport;

/// <summary>A count reads a part of each record. What it leaves out stands here, so that a new property is not counted as empty without anybody having said so.</summary>
public sealed class LedgerReadingTests
{
    private static readonly string[] LeftOutOfActivities =
    [
        nameof(Activity.CollaborationType), nameof(Activity.Compartment), nameof(Activity.Copy), nameof(Activity.DefaultCurrency), nameof(Activity.Description),
        nameof(Activity.Hierarchy), nameof(Activity.IsHumanitarian), nameof(Activity.SaidHash), nameof(Activity.Stage), nameof(Activity.TiedStatus), nameof(Activity.Title), nameof(Activity.Version),
    ];

    private static readonly string[] LeftOutOfTransactions =
    [
        nameof(Transaction.Absence), nameof(Transaction.Channel), nameof(Transaction.Compartment), nameof(Transaction.Condition), nameof(Transaction.Description), nameof(Transaction.EndUse),
        nameof(Transaction.IsHumanitarian), nameof(Transaction.Number), nameof(Transaction.Quantity), nameof(Transaction.Reference), nameof(Transaction.Said), nameof(Transaction.TiedStatus),
        nameof(Transaction.Unit), nameof(Transaction.Version),
    ];

    [Fact]
    public void Each_property_is_read_or_said_to_be_left_out()
    {
        Assert.Equal(Stored<Activity>(), Read(LedgerReading.OfActivity).Concat(LeftOutOfActivities).Order(StringComparer.Ordinal));
        Assert.Equal(Stored<Transaction>(), Read(LedgerReading.OfTransaction).Concat(LeftOutOfTransactions).Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Stored<T>() => typeof(T).GetProperties().Where(p => p.SetMethod is { IsPublic: true }).Select(p => p.Name).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Read<T>(Expression<Func<T, T>> part) => ((MemberInitExpression)part.Body).Bindings.Select(b => b.Member.Name);
}
