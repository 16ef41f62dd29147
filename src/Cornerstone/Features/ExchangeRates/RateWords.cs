using Cornerstone.Languages;

namespace Cornerstone.Features.ExchangeRates;

internal static class RateWords
{
    public static readonly IReadOnlyDictionary<string, string> History = new Dictionary<string, string>
    {
        [nameof(RateSource.Publisher)] = Text.Later("Publisher"),
        [nameof(RateSource.Address)] = Text.Later("Address"),
        [nameof(RateSource.Base)] = Text.Later("Base currency"),
        [nameof(RateSource.Order)] = Text.Later("Order"),
        [nameof(ExchangeRate.Units)] = Text.Later("Units for one of the base"),
        [nameof(ExchangeRate.EndedAt)] = Text.Later("Replaced on"),
        [nameof(ExchangeRate.AcceptedBecause)] = Text.Later("Accepted because"),
        ["Method.Average"] = Text.Later("Average of the period"),
        ["Method.PeriodEnd"] = Text.Later("Last day of the period"),
        ["Method.InForce"] = Text.Later("Fixed in advance for the period"),
        ["Method.Unstated"] = Text.Later("Not stated"),
    };

    extension(Text T)
    {
        public string Of(RateMethod method) => T[History[$"Method.{method}"]];

        public string Of(RateDoubt doubt) => doubt switch
        {
            RateDoubt.BeforeTheCurrency => T["a rate of days on which this currency existed: it may stand in the unit of the one before"],
            RateDoubt.CurrencyChanged => T["a period in one unit: the currency was replaced within it"],
            RateDoubt.Leap => T["a rate nearer to that of the period before"],
            _ => T["a rate nearer to what another source says of the same period"],
        };
    }
}
