using System.Text;

namespace Cornerstone.Sheets.Tests;

public sealed class ForeignFileTests
{
    private const string DateStyles = "<numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-409]d&quot; de &quot;mmmm yyyy\"/><numFmt numFmtId=\"171\" formatCode=\"0.0%\"/></numFmts><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs>";

    [Fact]
    public void A_date_is_known_by_its_format_and_counted_from_the_year_the_workbook_says()
    {
        const string rows = "<sheetData><row><c s=\"1\"><v>44171</v></c><c s=\"2\"><v>44171.75</v></c><c s=\"3\"><v>0.125</v></c></row></sheetData>";

        var from1900 = Books.Read(Books.Foreign(rows, styles: DateStyles))[0].Cells;
        var from1904 = Books.Read(Books.Foreign(rows, workbook: "<workbookPr date1904=\"1\"/>", styles: DateStyles))[0].Cells;

        Assert.Equal([new DateOnly(2020, 12, 6), new DateOnly(2020, 12, 6), null], from1900.Select(c => c.Date));
        Assert.Equal((CellKind.Percentage, 0.125m), (from1900[2].Kind, from1900[2].Number));
        Assert.Equal(new DateOnly(2024, 12, 7), from1904[0].Date);
    }

    [Fact]
    public void Errors_booleans_and_formulas_are_told_apart()
    {
        var cells = Books.Read(Books.Foreign("<sheetData><row><c t=\"e\"><v>#N/A</v></c><c t=\"b\"><v>1</v></c><c><f>1+1</f><v>2</v></c><c><f>NOW()</f></c></row></sheetData>"))[0].Cells;

        Assert.Equal([CellKind.Error, CellKind.Boolean, CellKind.Number, CellKind.Error], cells.Select(c => c.Kind));
        Assert.Equal(2m, cells[2].Number);
    }

    [Fact]
    public void Shared_strings_keep_all_runs_and_leave_reading_aids_out()
    {
        var cells = Books.Read(Books.Foreign("<sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData>", strings: "<si><r><t>Ministry </t></r><r><t>of Defence</t></r><rPh><t>reading</t></rPh></si>"))[0].Cells;

        Assert.Equal("Ministry of Defence", cells[0].Text);
    }

    [Fact]
    public void Hidden_rows_and_merged_cells_are_read_and_noticed()
    {
        using var file = SheetFile.Open(Books.Foreign("<sheetData><row r=\"2\" hidden=\"1\"><c r=\"B2\" t=\"str\"><v>x</v></c></row></sheetData><mergeCells><mergeCell ref=\"B2:C3\"/></mergeCells>"));

        var row = file.Rows(0).Single();

        Assert.Equal((2, 2, true), (row.Number, row.Cells[0].Column, row.IsHidden));
        Assert.Equal([(NoticeKind.HiddenRows, "2"), (NoticeKind.MergedCells, "B2:C3")], file.Notices.Select(n => (n.Kind, n.Place)));
    }

    [Fact]
    public void The_noise_of_binary_fractions_is_rounded_away_and_small_numbers_stay()
    {
        var cells = Books.Read(Books.Foreign("<sheetData><row><c><v>0.30000000000000004</v></c><c><v>1.23E-7</v></c><c><v>123456789012345</v></c><c><v>1E+300</v></c></row></sheetData>"))[0].Cells;

        Assert.Equal([0.3m, 0.000000123m, 123456789012345m, null], cells.Select(c => c.Number));
    }

    [Theory]
    [InlineData("a,b\n1,2\n")]
    [InlineData("a;b\r\n1;2\r\n")]
    [InlineData("a\tb\r1\t2\r")]
    [InlineData("sep=;\na;b\n1;2")]
    [InlineData("\uFEFFa,\"b\"\n\"1\",2")]
    public void A_text_table_is_read_whatever_its_signs(string text) => Assert.Equal([["a", "b"], ["1", "2"]], Books.Texts(Books.Text(text)));

    [Fact]
    public void Text_saved_as_Unicode_by_a_spreadsheet_program_is_read()
    {
        var bytes = new byte[] { 0xFF, 0xFE }.Concat(Encoding.Unicode.GetBytes("رمز\tاسم\nA\tب")).ToArray();

        Assert.Equal([["رمز", "اسم"], ["A", "ب"]], Books.Texts(new MemoryStream(bytes)));
    }

    [Theory]
    [InlineData("yyyy\\-mm\\-dd", CellKind.Date)]
    [InlineData("[h]:mm", CellKind.Date)]
    [InlineData("#,##0.00;[Red]-#,##0.00", CellKind.Number)]
    [InlineData("0.00\"d\"", CellKind.Number)]
    [InlineData("0 %", CellKind.Percentage)]
    public void A_format_says_what_a_number_is(string format, CellKind kind) => Assert.Equal(kind, XlsxStyles.KindOf(format));
}
