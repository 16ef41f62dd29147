using System.Globalization;

namespace Cornerstone.Values;

/// <summary>An amount in one currency. Amounts in different currencies never mix: convert first, with a dated rate.</summary>
public sealed record Money(decimal Amount, Currency Currency) : IComparable<Money>
{
    public static Money operator +(Money left, Money right) => new(left.Amount + left.InSameCurrency(right), left.Currency);

    public static Money operator -(Money left, Money right) => new(left.Amount - left.InSameCurrency(right), left.Currency);

    public static bool operator <(Money left, Money right) => left.Amount < left.InSameCurrency(right);

    public static bool operator >(Money left, Money right) => left.Amount > left.InSameCurrency(right);

    public static bool operator <=(Money left, Money right) => left.Amount <= left.InSameCurrency(right);

    public static bool operator >=(Money left, Money right) => left.Amount >= left.InSameCurrency(right);

    public static Money Zero(Currency currency) => new(0m, currency);

    /// <summary>The sum of amounts of one currency; null when there is none, because "no amount" is not zero.</summary>
    public static Money? Sum(IEnumerable<Money> amounts) => amounts.Aggregate((Money?)null, (sum, next) => sum is null ? next : sum + next);

    /// <summary>One sum for each currency, in the order of their codes.</summary>
    public static IReadOnlyList<Money> SumByCurrency(IEnumerable<Money> amounts) =>
        [.. amounts.GroupBy(a => a.Currency).OrderBy(g => g.Key.Code, StringComparer.Ordinal).Select(g => Sum(g)!)];

    public int CompareTo(Money? other) => other is null ? 1 : Amount.CompareTo(InSameCurrency(other));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Amount:0.####} {Currency}");

    private decimal InSameCurrency(Money other) => other.Currency == Currency
        ? other.Amount
        : throw new CurrencyMismatchException(Currency, other.Currency);
}

/// <summary>Somebody tried to reckon with two currencies at once: a fault of the program, never of a user.</summary>
public sealed class CurrencyMismatchException(Currency left, Currency right)
    : InvalidOperationException($"{left} and {right} cannot be reckoned together without a dated rate.");
