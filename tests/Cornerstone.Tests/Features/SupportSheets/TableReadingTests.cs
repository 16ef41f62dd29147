using System.Text;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.SupportSheets;

public sealed class TableReadingTests
{
    [Fact]
    public void A_row_is_an_activity_with_an_amount_for_each_column_of_money()
    {
        var reading = Read("Project ID,Project Title,Donors,Purpose Code,Committed 2024,Disbursed 2024,Disbursed 2025\nA-1,Border posts,Arvenna,15210,\"1,200.50\",0,\nA-2,Courts,Arvenna|Other,15130,,,n/k\n", factor: 1_000m);

        var posts = reading.Activities.First();
        Assert.Equal([("2", 1_200_500m), ("3", 0m)], posts.Transactions.Select(t => (t.Type!, t.Value!.Number!.Value)));
        Assert.All(posts.Transactions, t => Assert.Equal((new DateOnly(2024, 12, 31), "USD", "Arvenna"), (t.Date!.Value, t.Value!.Currency!, t.Provider!.Name[0].Text)));
        Assert.Equal("15210", posts.Sectors[0].Code);
        Assert.Empty(reading.Activities.Last().Transactions);
        Assert.Equal(["T5", "T7", "T7"], reading.Findings.Select(f => f.Rule).Order());
        Assert.Equal((3L, "Disbursed 2025"), (reading.Findings.Single(f => f.Rule == "T5").Line, reading.Findings.Single(f => f.Rule == "T5").Path));
    }

    [Fact]
    public void Rows_of_one_activity_are_gathered_and_a_contradiction_is_said()
    {
        var reading = Read("project_id,title,transaction_value_code,transaction_value,transaction_currency,transaction_year\nA-1,Posts,C,10,EUR,2024\nA-1,Gates,D,5.5,EUR,2025\nA-1,Posts,X,1,EUR,2025\n,Posts,D,1,EUR,2025\n");

        var posts = Assert.Single(reading.Activities);
        Assert.Equal("Posts", posts.TitleIn("en"));
        Assert.Equal([("2", 10m), ("3", 5.5m)], posts.Transactions.Select(t => (t.Type!, t.Value!.Number!.Value)));
        Assert.Equal(["T2", "T4", "T6", "T7", "T7"], reading.Findings.Select(f => f.Rule).Order());
    }

    [Fact]
    public void The_same_table_by_the_same_mapping_is_the_same_file() =>
        Assert.Equal(Read("id,title\nA-1,Posts\n", identifier: "id").AsFile(), Read("id,title\nA-1,Posts\n", identifier: "id").AsFile());

    [Theory]
    [InlineData("1,234.50", ".", 1234.50)]
    [InlineData("1.234,50", ",", 1234.50)]
    [InlineData("819.594", ".", 819.594)]
    [InlineData("819.594", ",", 819594.0)]
    [InlineData("-2 500", ".", -2500.0)]
    [InlineData("1,23", ".", null)]
    [InlineData("ten", ".", null)]
    public void An_amount_is_read_by_the_sign_its_table_keeps_to(string written, string sign, double? expected) =>
        Assert.Equal(expected is { } number ? (decimal)number : null, TableCells.Amount(new(1, Sheets.CellKind.Text, written), sign));

    private static TableReading Read(string table, decimal factor = 1m, string? identifier = null) => Read(Encoding.UTF8.GetBytes(table), factor, identifier);

    private static TableReading Read(byte[] table, decimal factor = 1m, string? identifier = null)
    {
        var (headings, _) = TableReading.Look(new MemoryStream(table), 1);
        var columns = TableGuess.Of(headings, []).ConvertAll(c => c.Heading == identifier ? c with { Field = TableField.Identifier } : c);
        var mapping = new TableMapping { Country = "XS", Classification = Classification.Public, Name = "Ministry", Kind = SourceKind.National, Columns = columns, Currency = "USD", Factor = factor };
        Assert.Null(mapping.MayRead());
        return TableReading.Of(new MemoryStream(table), mapping, new("XS", ["Solenia"]));
    }
}
