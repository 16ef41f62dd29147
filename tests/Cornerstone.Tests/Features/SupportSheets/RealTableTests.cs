using System.Globalization;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.SupportSheets;

/// <summary>What real files are taken for, and that their counts and sums are those of an independent count.</summary>
public sealed class RealTableTests
{
    [Theory]
    [InlineData(RealTables.Senegal)]
    [InlineData(RealTables.SierraLeone)]
    [InlineData(RealTables.Uganda)]
    public void Transactions_of_a_national_system_are_read_row_by_row(string release)
    {
        var table = RealTables.Read(release, "transactions.csv");
        var rows = RealTables.Counted(table);

        var reading = Read(table);

        Assert.Equal(rows.Count, reading.Rows);
        Assert.Equal(rows.Select(r => r["project_id"]).Distinct().Count(), reading.Activities.Count());
        Assert.Equal(Sum(rows.Where(r => r["transaction_value_code"] == "C"), "transaction_value"), Sum(reading, "2"));
        Assert.Equal(Sum(rows.Where(r => r["transaction_value_code"] == "D"), "transaction_value"), Sum(reading, "3"));
        Assert.Equal(rows.Count(r => r["transaction_value_code"] is "C" or "D"), reading.Activities.Sum(a => a.Transactions.Count(t => t.Type is "2" or "3")));
    }

    [Theory]
    [InlineData(RealTables.Senegal)]
    [InlineData(RealTables.SierraLeone)]
    [InlineData(RealTables.Uganda)]
    public void Projects_of_a_national_system_are_read_with_their_totals(string release)
    {
        var table = RealTables.Read(release, "projects.csv");
        var rows = RealTables.Counted(table);

        var reading = Read(table);

        Assert.Equal(rows.Count, reading.Rows);
        Assert.Equal(rows.Select(r => r["project_id"]).Distinct().Count(), reading.Activities.Count());
        Assert.Equal((Sum(rows, "total_commitments"), Sum(rows, "total_disbursements")), (Sum(reading, "2"), Sum(reading, "3")));
    }

    [Theory]
    [InlineData(RealTables.Senegal)]
    [InlineData(RealTables.SierraLeone)]
    [InlineData(RealTables.Uganda)]
    public void Where_a_row_stands_for_a_place_its_part_of_the_money_is_read_and_not_the_total_of_its_project(string release)
    {
        var table = RealTables.Read(release, "level_1a.csv");
        var rows = RealTables.Counted(table);

        var reading = Read(table);

        Assert.Equal(rows.Select(r => r["project_id"]).Distinct().Count(), reading.Activities.Count());
        Assert.Equal((Sum(rows, "even_split_commitments"), Sum(rows, "even_split_disbursements")), (Sum(reading, "2"), Sum(reading, "3")));
        Assert.True(Sum(rows, "total_commitments") > Sum(reading, "2"));
    }

    [Theory]
    [InlineData(RealTables.Senegal, "locations.csv")]
    [InlineData(RealTables.SierraLeone, "locations.csv")]
    [InlineData(RealTables.SierraLeone, "projects_ancillary.csv")]
    [InlineData(RealTables.Uganda, "locations.csv")]
    public void Tables_beside_the_projects_are_known_by_the_same_number(string place, string name)
    {
        var table = RealTables.Read(place, name);

        Assert.Equal(RealTables.Counted(table).Select(r => r["project_id"]).Distinct().Count(), Read(table).Activities.Count());
    }

    [Theory]
    [InlineData("crs_2012.csv")]
    [InlineData("crs_2012_sectors.csv")]
    [InlineData("crs_2013.csv")]
    [InlineData("crs_2013_sectors.csv")]
    [InlineData("crs_2014.csv")]
    [InlineData("crs_2014_sectors.csv")]
    [InlineData("crs_2015.csv")]
    [InlineData("crs_2015_sectors.csv")]
    [InlineData("crs_2018_sectors.csv")]
    [InlineData("crs_2019.csv")]
    [InlineData("crs_2019_sectors.csv")]
    public void Sums_of_the_OECD_by_country_are_known_in_every_layout_and_are_no_activities(string name) => Assert.True(IsSums(RealTables.Read(RealTables.Sums, name)));

    [Fact]
    public void A_table_that_is_not_Unicode_is_refused_rather_than_guessed() =>
        Assert.Equal(UnreadableSheet.WrongEncoding, Assert.Throws<UnreadableSheetException>(() => IsSums(RealTables.Read(RealTables.Sums, "crs_2018.csv"))).Rule);

    [Theory]
    [InlineData("crs_countries.csv")]
    [InlineData("crs_funders.csv")]
    [InlineData("exchange.csv")]
    [InlineData("imf_currencies.csv")]
    [InlineData("local_currency.csv")]
    [InlineData("sector_category.csv")]
    public void Lists_and_rates_are_neither_activities_nor_sums_of_them(string name)
    {
        var table = RealTables.Read(RealTables.Sums, name);

        Assert.False(IsSums(table));
        Assert.Equal("tables.identifier", Mapping(table).MayRead()!.Code);
    }

    private static bool IsSums(byte[] table)
    {
        var (headings, first) = TableReading.Look(new MemoryStream(table), TableShape.RowsNeeded);
        return TableShape.IsSums(headings, first);
    }

    private static TableMapping Mapping(byte[] table) => new()
    {
        Country = "XS",
        Classification = Classification.Public,
        Name = "Ministry",
        Kind = SourceKind.National,
        Columns = TableGuess.Of(TableReading.Look(new MemoryStream(table), 1).Headings, []),
        Currency = "USD",
    };

    private static TableReading Read(byte[] table)
    {
        var mapping = Mapping(table);
        Assert.Null(mapping.MayRead());
        Assert.False(IsSums(table));
        return TableReading.Of(new MemoryStream(table), mapping, new("XS", ["Solenia"]));
    }

    private static decimal Sum(TableReading reading, string stage) => reading.Activities.SelectMany(a => a.Transactions).Where(t => t.Type == stage).Sum(t => t.Value!.Number!.Value);

    private static decimal Sum(IEnumerable<Dictionary<string, string>> rows, string column) =>
        rows.Select(r => r[column]).Where(v => v.Length > 0).Sum(v => decimal.Parse(v, NumberStyles.Float, CultureInfo.InvariantCulture));
}
