using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>
/// Rates of the International Monetary Fund as open-data publishers pass them on: one line a country and period, named by the
/// currency the country uses today. That naming is the trap: Ecuador's sucres of 1950 stand there as US dollars. So of
/// several lines for one currency and period the one of the country that issues it counts, then that of the currency union,
/// then what most of its countries say.
/// </summary>
internal static class FundRates
{
    public static PublishedRates Read(IReadOnlyList<RateLine> lines, string fileName)
    {
        var leftOut = new List<WorkbookFinding>();
        var (read, frequency) = (new List<Row>(lines.Count), "");
        foreach (var line in lines)
        {
            if (Row.Of(line) is { } row)
            {
                read.Add(row);
                frequency = line["Frequency"];
            }
            else
            {
                leftOut.Add(RateLayout.LeftOut(fileName, line, "Rate", "rates.line", Text.Later("a day, a currency of three letters and a rate above zero")));
            }
        }

        var source = Source(fileName, frequency);
        var rates = read.GroupBy(r => (r.Currency, r.Period)).Select(g => Chosen([.. g], source, fileName, leftOut)).OfType<PublishedRate>().ToList();
        return new("Fund", source, rates, leftOut);
    }

    private static PublishedRate? Chosen(List<Row> rows, PublishedSource source, string fileName, List<WorkbookFinding> leftOut)
    {
        var chosen = rows[0].Currency == source.Base ? null : Issuer(rows) ?? Union(rows) ?? Most(rows);
        foreach (var row in rows.Where(r => chosen is null || r.Units != chosen.Units))
        {
            leftOut.Add(row.Currency == source.Base && row.Units == 1m
                ? RateLayout.LeftOut(fileName, row.Line, "Rate", "rates.base", Text.Later("no rate of the base currency against itself"), FindingGrade.Note)
                : RateLayout.LeftOut(fileName, row.Line, "Rate", "rates.issuer", Text.Later("a rate of the country that issues this currency; another country's money of that time stands here"), FindingGrade.Warning));
        }

        return chosen is null ? null : new(chosen.Currency, chosen.Period, chosen.Units, chosen.Line.Number);
    }

    // The first two letters of a currency's code are its country's, by ISO 4217.
    private static Row? Issuer(List<Row> rows) => rows.Find(r => r.Country == r.Currency.Code[..2]);

    // Unions have a code of the Fund's own, with a digit: 7A, 5X, 5Y, U2.
    private static Row? Union(List<Row> rows) => rows.Find(r => r.Country.Any(char.IsAsciiDigit));

    private static Row? Most(List<Row> rows) => rows.GroupBy(r => r.Units).Where(g => g.Count() * 2 > rows.Count).Select(g => g.First()).FirstOrDefault();

    // Indicators of the International Financial Statistics: ENDA is a period's average, ENDE its end; the last part is the base.
    private static PublishedSource Source(string fileName, string frequency)
    {
        var (method, word) = fileName.Contains("ENDA", StringComparison.OrdinalIgnoreCase) || fileName.Contains("ENSA", StringComparison.OrdinalIgnoreCase) ? (RateMethod.Average, "average")
            : fileName.Contains("ENDE", StringComparison.OrdinalIgnoreCase) || fileName.Contains("ENSE", StringComparison.OrdinalIgnoreCase) ? (RateMethod.PeriodEnd, "end")
            : (RateMethod.Unstated, "unstated");
        var unit = fileName.Contains("_XDR", StringComparison.OrdinalIgnoreCase) ? "XDR" : "USD";
        var length = frequency switch { "A" => "year", "Q" => "quarter", _ => "month" };
        return new(
            $"imf-{word}-{length}{(unit == "USD" ? "" : $"-{unit.ToLowerInvariant()}")}", $"International Financial Statistics: {unit}, {word} of the {length}", "International Monetary Fund",
            "https://data.imf.org", method, Currency.Parse(unit, null), "Written under the currency each country uses today, for all years.");
    }

    private sealed record Row(RateLine Line, Currency Currency, Period Period, decimal Units, string Country)
    {
        public static Row? Of(RateLine line) =>
            RateLayout.Day(line["Date"]) is { } day && Currency.TryParse(line["Currency"], out var currency)
            && RateLayout.Units(line["Rate"]) is { } units && PeriodOf(day, line["Frequency"]) is { } period
                ? new(line, currency, period, units, line["Country code"]) : null;

        private static Period? PeriodOf(DateOnly day, string frequency) => frequency switch
        {
            "A" => Period.OfYear(day.Year),
            "Q" => Period.OfQuarter(day.Year, (day.Month + 2) / 3),
            "M" => Period.OfMonth(day.Year, day.Month),
            _ => null,
        };
    }
}
