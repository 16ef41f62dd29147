using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

/// <summary>The sum of one stage of an activity's money in one currency. Stages, and currencies, are never added to each other.</summary>
/// <param name="Currency">Null where nobody said it.</param>
/// <param name="Unknown">Lines whose amount nobody said: they are not zero, and not in the sum.</param>
public sealed record StageSum(Guid ActivityId, TransactionType? Type, string? Currency, decimal Sum, int Lines, int Unknown)
{
    /// <summary>The five stages a list has room for; the others stand on the activity's page.</summary>
    public static readonly IReadOnlyList<TransactionType> Told =
        [TransactionType.OutgoingPledge, TransactionType.OutgoingCommitment, TransactionType.Disbursement, TransactionType.Expenditure, TransactionType.IncomingFunds];
}

internal static class StageSums
{
    /// <summary>"1,200,000 USD", one text for each currency; lines without an amount are told, not counted.</summary>
    public static IEnumerable<string> SumsOf(this Text T, IEnumerable<StageSum> sums, TransactionType? type)
    {
        foreach (var sum in sums.Where(s => s.Type == type).OrderBy(s => s.Currency, StringComparer.Ordinal))
        {
            if (sum.Lines > sum.Unknown)
            {
                yield return T.AmountOf(sum.Sum, sum.Currency);
            }

            if (sum.Unknown > 0)
            {
                yield return T.Plural(sum.Unknown, "{0} of unknown value", "{0} of unknown value");
            }
        }
    }

    /// <summary>An amount with the currency as written; "unknown" where nobody said how much.</summary>
    public static string AmountOf(this Text T, decimal? amount, string? currency) => amount is not { } known ? T["unknown"]
        : Currency.TryParse(currency, out var usual) ? T.Of(new Money(known, usual))
        : T["{0:N2}, currency {1}", known, currency ?? T["not said"]];
}
