using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>
/// Rates of the Federal Reserve as open-data publishers pass them on: by the name of a country, in units for one US dollar.
/// Which currency a name means is reference data with years, because a name outlives its currency.
/// </summary>
internal static class CountryNameRates
{
    private static readonly ILookup<string, Meaning> Meanings = NamedRows.Within(typeof(CountryNameRates).Assembly, "ExchangeRates/country-names.csv")
        .Select(r => new Meaning(r["name"], Currency.Parse(r["currency"], null), Period.Parse(r["years"], null)))
        .ToLookup(m => m.Name, StringComparer.OrdinalIgnoreCase);

    public static PublishedRates Read(IReadOnlyList<RateLine> lines, string fileName)
    {
        var days = lines.Select(l => RateLayout.Day(l["Date"])).OfType<DateOnly>().ToList();
        var (length, word) = days.Exists(d => d.Day != 1) ? (PeriodPrecision.Day, "day") : days.Exists(d => d.Month != 1) ? (PeriodPrecision.Month, "month") : (PeriodPrecision.Year, "year");
        var (rates, leftOut) = (new List<PublishedRate>(lines.Count), new List<WorkbookFinding>());
        foreach (var line in lines)
        {
            if (RateLayout.Day(line["Date"]) is not { } day || RateLayout.Units(line["Exchange rate"]) is not { } units)
            {
                leftOut.Add(RateLayout.LeftOut(fileName, line, "Exchange rate", "rates.line", Text.Later("a day and a rate above zero")));
            }
            else if (Meanings[line["Country"]].FirstOrDefault(m => m.Years.Contains(day)) is not { } meaning)
            {
                leftOut.Add(RateLayout.LeftOut(fileName, line, "Country", "rates.name", Text.Later("a country whose currency of that year is known"), FindingGrade.Warning));
            }
            else
            {
                rates.Add(new(meaning.Currency, new Period(day, day, length), units, line.Number));
            }
        }

        return new("CountryNames", Source(length, word), rates, leftOut);
    }

    private static PublishedSource Source(PeriodPrecision length, string word) => new(
        $"fed-{word}", $"Foreign exchange rates (H.10, G.5): {(length == PeriodPrecision.Day ? "noon buying rate" : $"average of the {word}")}",
        "Board of Governors of the Federal Reserve System", "https://www.federalreserve.gov/releases/h10/",
        length == PeriodPrecision.Day ? RateMethod.InForce : RateMethod.Average, Currency.UsDollar);

    private sealed record Meaning(string Name, Currency Currency, Period Years);
}
