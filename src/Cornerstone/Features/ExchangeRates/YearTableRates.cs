using System.Globalization;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>One line a year, one column a currency, in units for one US dollar, as aid portals keep it. How a year's rate was made it does not say.</summary>
internal static class YearTableRates
{
    public static PublishedRates Read(IReadOnlyList<RateLine> lines, IReadOnlyList<string> heads, string fileName)
    {
        var unit = Currency.UsDollar;
        var currencies = heads.Skip(1).Select(h => Currency.TryParse(h, out var c) ? c : null).OfType<Currency>().Where(c => c != unit).ToList();
        var (rates, leftOut) = (new List<PublishedRate>(), new List<WorkbookFinding>());
        foreach (var line in lines)
        {
            if (!int.TryParse(line[heads[0]], NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1900 or > 2200)
            {
                leftOut.Add(RateLayout.LeftOut(fileName, line, heads[0], "rates.line", Text.Later("a year")));
                continue;
            }

            foreach (var currency in currencies.Where(c => line[c.Code].Length > 0))
            {
                if (RateLayout.Units(line[currency.Code]) is { } units) rates.Add(new(currency, Period.OfYear(year), units, line.Number));
                else leftOut.Add(RateLayout.LeftOut(fileName, line, currency.Code, "rates.line", Text.Later("a rate above zero, or nothing")));
            }
        }

        return new("YearTable", new("year-table", "Yearly table of an aid portal", "Publisher of the file", null, RateMethod.Unstated, unit, "The file does not say how a year's rate was made."), rates, leftOut);
    }
}
