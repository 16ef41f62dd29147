using System.Globalization;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>One line a year, one column a currency, in units for one US dollar, as aid portals keep it. How a year's rate was made it does not say.</summary>
internal static class YearTableRates
{
    private const string Code = "year-table";

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

        return new("YearTable", SourceOf(fileName, unit), rates, leftOut);
    }

    // Such a table names nobody, and several portals publish one: each file is a source of its own, so that a rate of one is never shown as that of another.
    private static PublishedSource SourceOf(string fileName, Currency unit)
    {
        var name = Path.GetFileName(fileName);
        var code = string.Concat(Path.GetFileNameWithoutExtension(name).ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')).Trim('-');
        return new($"{Code}-{code}"[..Math.Min($"{Code}-{code}".Length, RateSource.LongestCode)].Trim('-'), $"Yearly table {name}", name, null, RateMethod.Unstated, unit, "The file says neither who made a year's rate nor how: name its publisher here.");
    }
}
