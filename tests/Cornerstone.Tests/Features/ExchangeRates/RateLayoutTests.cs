using System.Text;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.ExchangeRates;

public sealed class RateLayoutTests
{
    [Fact]
    public void Of_several_countries_in_one_currency_the_issuer_counts_and_the_others_are_listed()
    {
        var read = Read("imf_A_ENDA_USD.csv", """
            Date,Rate,Currency,Frequency,Source,Country code,Country
            1950-12-31,15,ZAR,A,IMF,LS,Lesotho
            1950-12-31,0.714,ZAR,A,IMF,ZA,South Africa
            1950-12-31,0.72,XOF,A,IMF,ML,Mali
            1950-12-31,1.75,XOF,A,IMF,7A,WAEMU
            1950-12-31,1.4,XPF,A,IMF,PF,French Polynesia
            1950-12-31,1.5,XPF,A,IMF,NC,New Caledonia
            1950-12-31,15,USD,A,IMF,EC,Ecuador
            1950-12-31,1,USD,A,IMF,US,United States
            """);

        Assert.Equal(["XOF 1.75", "ZAR 0.714"], read.Rates.Select(r => $"{r.Currency} {r.Units}").Order());
        Assert.Equal([2, 4, 6, 7, 8, 9], read.LeftOut.Select(f => f.Line).Order());
        Assert.Equal(("imf-average-year", RateMethod.Average), (read.Source.Code, read.Source.Method));
    }

    [Fact]
    public void Yearly_tables_of_several_portals_are_several_sources()
    {
        string CodeOf(string name) => Read(name, """
            year,EUR,GBP,AFN
            2019,0.89,0.78,77.7
            """).Source.Code;

        Assert.Equal(("year-table-exchange", "year-table-aid-portal-2"), (CodeOf("exchange.csv"), CodeOf("Aid portal 2.csv")));
    }

    [Fact]
    public void A_name_of_a_country_is_the_currency_it_had_in_that_year()
    {
        var read = Read("annual.csv", """
            Date,Country,Exchange rate
            1995-01-01,Germany,1.43
            2003-01-01,Germany,0.9
            2018-01-01,Venezuela,4389736.7765
            2019-01-01,Euro,0.89
            """);

        Assert.Equal(["DEM 1995", "EUR 2019"], read.Rates.Select(r => $"{r.Currency} {r.Period}"));
        Assert.Equal([3, 4], read.LeftOut.Select(f => f.Line));
    }

    [Fact]
    public void A_table_of_years_and_currencies_is_read_cell_by_cell()
    {
        var read = Read("exchange.csv", "year,AFN,EUR,USD\r\n2013,55.4,,1\r\n2014,n/a,0.75,1\r\n");

        Assert.Equal(["AFN 2013 55.4", "EUR 2014 0.75"], read.Rates.Select(r => $"{r.Currency} {r.Period} {r.Units}"));
        Assert.Equal(RateMethod.Unstated, read.Source.Method);
        Assert.Equal("AFN", Assert.Single(read.LeftOut).Column);
    }

    [Theory]
    [InlineData("ISO,year,base_year,currency,source,ver,gdp_defl\r\nABW,1980,2023,USD,WEO,Apr2024,0.48\r\n", "deflators")]
    [InlineData("a,b\r\n1,2\r\n", "no table of exchange rates")]
    [InlineData("", "no table of exchange rates")]
    public void What_is_no_table_of_rates_is_refused_in_words(string file, string word) =>
        Assert.Contains(word, Assert.Throws<UnreadableSheetException>(() => Read("file.csv", file)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_line_of_the_published_files_is_a_rate_or_is_named_as_none()
    {
        foreach (var file in (string[])[PublishedFiles.Months, PublishedFiles.Years])
        {
            var lines = File.ReadLines(PublishedFiles.PathOf(file)).Count(l => l.Length > 0) - 1;
            var read = PublishedFiles.Read(file);
            Assert.Equal(lines, read.Rates.Count + read.LeftOut.Count);
            Assert.All(read.LeftOut, f => Assert.Equal("Venezuela", f.Value));
        }

        var fund = PublishedFiles.Read(PublishedFiles.Fund);
        var numbers = fund.Rates.Select(r => r.Line).Concat(fund.LeftOut.Select(f => f.Line)).ToHashSet();
        // A line that says the same as the one chosen is neither: it is said already.
        var rest = File.ReadLines(PublishedFiles.PathOf(PublishedFiles.Fund)).Select((l, i) => (Cells: l.Split(','), Number: i + 1)).Skip(1).Where(l => !numbers.Contains(l.Number));
        var chosen = fund.Rates.Select(r => (r.Currency.Code, r.Period.Until, r.Units)).ToHashSet();
        Assert.All(rest, l => Assert.Contains((l.Cells[2], DateOnly.Parse(l.Cells[0]), decimal.Parse(l.Cells[1], System.Globalization.NumberStyles.Float)), chosen));
    }

    [Theory]
    [InlineData("AFN", 2013, "55.3775")]
    [InlineData("SOS", 2017, "23097.98")]
    [InlineData("XOF", 2024, "606.345")]
    [InlineData("EUR", 2024, "0.92388")]
    [InlineData("LRD", 2019, "186.4297")]
    public void Rates_of_the_fund_are_as_published(string currency, int year, string begins)
    {
        var rate = PublishedFiles.Read(PublishedFiles.Fund).Rates.Single(r => r.Currency == Currency.Parse(currency) && r.Period == Period.OfYear(year));

        Assert.StartsWith(begins, rate.Units.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_publishers_agree_on_most_years_and_the_bounds_find_the_others()
    {
        var (fund, table) = (Quotes(PublishedFiles.Fund), Quotes(PublishedFiles.Table));
        var others = Given.Book([.. table]);
        var compared = fund.Select(q => (Quote: q, Other: RateChecks.Other(q, others))).Where(c => c.Other is not null).ToList();
        var doubted = compared.Where(c => RateChecks.Judge(c.Quote, null, others, new()) is not null).ToList();

        TestContext.Current.SendDiagnosticMessage($"{compared.Count} years of two publishers, {doubted.Count} doubted: {string.Join(' ', doubted.CountBy(d => d.Quote.Currency.Code))}");
        Assert.True(compared.Count > 2_000);
        Assert.True(doubted.Count < compared.Count / 10);
    }

    private static List<RateQuote> Quotes(string file)
    {
        var read = PublishedFiles.Read(file);
        var source = Given.Source(read.Source.Code);
        return [.. read.Rates.Select(r => new RateQuote(source, r.Currency, r.Period, r.Units))];
    }

    private static PublishedRates Read(string name, string text) => RateLayout.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), name);
}
