using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.ExchangeRates;

public static class RateWords
{
    public static Tone ToneOf(ExchangeRate rate) => rate.AcceptedAt is not null ? Tone.Good : rate.RefusedAt is not null ? Tone.Neutral : Tone.Warning;

    public static readonly IReadOnlyDictionary<string, string> History = new Dictionary<string, string>
    {
        [nameof(RateSource.Publisher)] = Text.Later("Publisher"),
        [nameof(RateSource.Address)] = Text.Later("Address"),
        [nameof(RateSource.Base)] = Text.Later("Base currency"),
        [nameof(RateSource.Order)] = Text.Later("Order"),
        [nameof(ExchangeRate.Units)] = Text.Later("Units for one of the base"),
        [nameof(ExchangeRate.EndedAt)] = Text.Later("Replaced on"),
        [nameof(ExchangeRate.AcceptedBecause)] = Text.Later("Accepted because"),
        [nameof(ExchangeRate.RefusedBecause)] = Text.Later("Refused because"),
        [DoubtPage.ActName] = Text.Later("Doubted rate decided on"),
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

        public string DecisionOf(ExchangeRate rate) => rate.AcceptedAt is not null ? T["Accepted: it is used"] : rate.RefusedAt is not null ? T["Refused: it is never used"] : T["Waits for a decision"];

        /// <summary>The doubt as a fact, for who decides on it.</summary>
        public string Why(RateDoubt doubt) => doubt switch
        {
            RateDoubt.BeforeTheCurrency => T["Written under a currency that did not exist then"],
            RateDoubt.CurrencyChanged => T["The currency was replaced within the period"],
            RateDoubt.Leap => T["Far from the rate of the period before"],
            _ => T["Far from what another source says"],
        };

        /// <summary>"3.80 XSC for 1 USD, 2022, average of the period, Central Bank of Solenia"; one sentence for each rate on the way.</summary>
        public string Of(RateLink link) => link switch
        {
            QuoteLink { Quote: var rate } => T["{0} {1} for 1 {2} in {3} ({4}, {5})", rate.Units.ToString("0.####", T.Language.Culture), rate.Currency, rate.Base, rate.Period, T.Of(rate.Source.Method), rate.Source.Publisher],
            SuccessionLink { Succession: var fixedRatio } => T["{0} {1} became 1 {2}", fixedRatio.Units.ToString("0.####", T.Language.Culture), fixedRatio.Old, fixedRatio.New],
            _ => "",
        };

        public string Of(Conversion conversion) => conversion.IsMissing ? T["no rate"] : string.Join(T["; "], conversion.Links.Select(l => T.Of(l)));
    }
}
