using System.IO.Compression;

namespace Cornerstone.Sheets.Tests;

public sealed class RoundTripTests
{
    private static readonly SheetLayout Layout = new("Indicators", [new("Code"), new("Value", CellKind.Number), new("Share", CellKind.Percentage), new("Day", CellKind.Date)]);

    // Security handbook, CF-01; the last ones begin with our own guard or with XML's own mark.
    public static TheoryData<string> Formulas =>
    [
        "=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1:A2)", "\t=1+1", "\r=1+1", "\0=1+1", "＝1+1", "'=1+1", "''=1", " =1+1", "'", "_x0041_", "line\nbreak", "said \"so\"", "a;b,c",
    ];

    [Theory]
    [MemberData(nameof(Formulas))]
    public void Text_that_looks_like_a_formula_comes_back_as_it_was(string text)
    {
        var book = Books.Read(Books.Written(Layout, [text]));
        var table = Books.Read(Books.WrittenAsText(Layout, [text]));

        Assert.Equal((CellKind.Text, text), (book[1].Cells[0].Kind, book[1].Cells[0].Text));
        Assert.Equal(text, table[1].Cells[0].Text);
    }

    [Theory]
    [MemberData(nameof(Formulas))]
    public void No_file_of_ours_holds_a_formula(string text)
    {
        using var zip = new ZipArchive(Books.Written(Layout, [text]));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var table = new StreamReader(new MemoryStream(Books.WrittenAsText(Layout, [text]).ToArray())).ReadToEnd();

        Assert.DoesNotContain("<f", sheet.ReadToEnd(), StringComparison.Ordinal);
        Assert.DoesNotContain("\n=", table.Replace("\"", "", StringComparison.Ordinal).Replace(text, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.False("=+-@\t\r\0＝".Contains(table[(table.IndexOf('\n', StringComparison.Ordinal) + 1)..].TrimStart('"')[0], StringComparison.Ordinal));
    }

    [Fact]
    public void Numbers_shares_and_days_are_native()
    {
        var row = Books.Read(Books.Written(Layout, ["I-1", 1234.5m, 0.25m, new DateOnly(2026, 11, 21)]))[1];

        Assert.Equal(new SheetCell(2, CellKind.Number, "1234.5", 1234.5m), row.Cells[1]);
        Assert.Equal(new SheetCell(3, CellKind.Percentage, "0.25", 0.25m), row.Cells[2]);
        Assert.Equal(new SheetCell(4, CellKind.Date, "2026-11-21", Date: new DateOnly(2026, 11, 21)), row.Cells[3]);
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        Assert.Equal(Books.Written(Layout, ["a", 1m]).ToArray(), Books.Written(Layout, ["a", 1m]).ToArray());
    }

    // Security handbook, CF-03.
    [Fact]
    public void A_written_workbook_has_no_part_that_a_reader_does_not_see()
    {
        using var zip = new ZipArchive(Books.Written(Layout, ["a"]));
        var parts = zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal);
        var all = string.Concat(zip.Entries.Select(e => new StreamReader(e.Open()).ReadToEnd()));

        Assert.Equal(["[Content_Types].xml", "_rels/.rels", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"], parts);
        Assert.DoesNotContain("hidden", all, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("definedName", all, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_long_or_forbidden_sheet_name_is_made_one_that_opens()
    {
        var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            writer.Begin(new SheetLayout("Costs: by year / region [draft]", []));
            writer.Begin(new SheetLayout(new string('x', 40), []));
            writer.Begin(new SheetLayout(new string('x', 50), []));
        }

        using var file = SheetFile.Open(memory);

        Assert.Equal(["Costs  by year   region  draft", new string('x', 31), new string('x', 29) + " 2"], file.Sheets);
    }
}
