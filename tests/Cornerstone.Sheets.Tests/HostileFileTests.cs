using System.IO.Compression;
using System.Text;

namespace Cornerstone.Sheets.Tests;

/// <summary>Security handbook, cases ZX-01 to ZX-06 and CF-04.</summary>
public sealed class HostileFileTests
{
    [Fact]
    public void A_sheet_of_a_hundred_megabytes_in_a_small_file_is_refused_before_it_is_unpacked()
    {
        var bomb = Bomb(110_000_000);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        var fault = Assert.Throws<UnreadableSheetException>(() => SheetFile.Open(bomb));

        Assert.Equal(UnreadableSheet.HostilePackage, fault.Rule);
        Assert.True(bomb.Length < 1_000_000);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 5_000_000);
    }

    [Fact]
    public void Thousands_of_entries_are_refused_by_their_count_alone()
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i < 5_000; i++)
            {
                zip.CreateEntry($"xl/{i}");
            }
        }

        Assert.Equal(UnreadableSheet.HostilePackage, Rule(memory));
    }

    [Theory]
    [InlineData("../../appsettings.json")]
    [InlineData("/etc/passwd")]
    [InlineData("C:\\x")]
    [InlineData("xl\\..\\x")]
    public void An_entry_that_leads_outside_is_refused(string name) => Assert.Equal(UnreadableSheet.HostilePackage, Rule(Books.Foreign("<sheetData/>", more: (name, "x"))));

    [Fact]
    public void Two_workbooks_in_one_package_are_refused() =>
        Assert.Equal(UnreadableSheet.HostilePackage, Rule(Books.Foreign("<sheetData/>", more: ("xl/Workbook.xml", "<workbook/>"))));

    [Fact]
    public void A_symbolic_link_is_refused()
    {
        var memory = Books.Foreign("<sheetData/>");
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.CreateEntry("xl/link").ExternalAttributes = unchecked((int)0xA1FF0000);
        }

        Assert.Equal(UnreadableSheet.HostilePackage, Rule(memory));
    }

    [Fact]
    public void A_workbook_with_macros_is_refused() => Assert.Equal(UnreadableSheet.Macros, Rule(Books.Foreign("<sheetData/>", more: ("xl/vbaProject.bin", "x"))));

    [Fact]
    public void Nested_packages_that_are_no_workbook_are_refused() => Assert.Equal(UnreadableSheet.UnknownForm, Rule(Books.Zip(("a.zip", "PK"), ("b.zip", "PK"))));

    [Fact]
    public void Links_to_other_files_and_objects_are_noticed_and_left_alone()
    {
        using var file = SheetFile.Open(Books.Foreign("<sheetData><row><c t=\"str\"><f>DDE(\"cmd\",\"/c calc\",\"x\")</f><v>seen</v></c></row></sheetData>",
            more: [("xl/externalLinks/externalLink1.xml", "<ddeLink/>"), ("xl/embeddings/oleObject1.bin", "x"), ("xl/comments1.xml", "<x/>")]));

        var cell = file.Rows(0).Single().Cells.Single();

        Assert.Equal(("seen", true), (cell.Text, cell.IsFormula));
        Assert.Equal([NoticeKind.ExternalLinks, NoticeKind.EmbeddedFiles, NoticeKind.Comments, NoticeKind.Formulas], file.Notices.Select(n => n.Kind));
    }

    [Fact]
    public void Entities_are_refused()
    {
        var fault = Assert.Throws<UnreadableSheetException>(() => SheetFile.Open(Books.Zip(("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><workbook>&a;</workbook>"))));

        Assert.Equal(UnreadableSheet.Damaged, fault.Rule);
    }

    [Fact]
    public void A_directory_that_lies_about_a_length_is_found_out_while_reading()
    {
        var bytes = Books.Foreign("<sheetData><row><c t=\"str\"><v>1</v></c></row></sheetData>").ToArray();
        var entry = IndexOf(bytes, "xl/worksheets/sheet1.xml", last: true) - 46;
        // The uncompressed length in the central directory, 24 bytes in: smaller than the truth.
        BitConverter.TryWriteBytes(bytes.AsSpan(entry + 24), 40);

        Assert.Throws<UnreadableSheetException>(() => Books.Read(new MemoryStream(bytes)));
    }

    [Fact]
    public void A_file_cut_off_is_damaged() => Assert.Equal(UnreadableSheet.Damaged, Rule(new MemoryStream(Books.Foreign("<sheetData/>").ToArray()[..200])));

    [Fact]
    public void A_password_protected_workbook_says_what_to_do() => Assert.Contains("without a password", Fault(new MemoryStream([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])).Message, StringComparison.Ordinal);

    [Fact]
    public void One_line_of_a_gigabyte_is_refused_at_the_first_cell_too_long()
    {
        using var endless = new EndlessStream(1_000_000_000);

        var fault = Assert.Throws<UnreadableSheetException>(() => Books.Read(endless));

        Assert.Equal((UnreadableSheet.TooLarge, "line 1, column 32768"), (fault.Rule, fault.Place));
        Assert.True(endless.BytesRead < 1_000_000);
    }

    [Fact]
    public void The_sign_NUL_is_refused_at_its_place()
    {
        var fault = Fault(Books.Text("a,b\nc,d\0e\n"));

        Assert.Equal((UnreadableSheet.WrongEncoding, "line 2, column 4"), (fault.Rule, fault.Place));
    }

    [Fact]
    public void Arabic_in_Windows_1256_is_refused_until_a_person_names_it()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(1256).GetBytes("code,name\nA,الشرطة\n");

        var fault = Fault(new MemoryStream(bytes));
        var read = Books.Texts(new MemoryStream(bytes), "windows-1256");

        Assert.Equal((UnreadableSheet.WrongEncoding, "line 2, column 3"), (fault.Rule, fault.Place));
        Assert.Equal("الشرطة", read[1][1]);
    }

    private static UnreadableSheet Rule(Stream stream) => Fault(stream).Rule;

    private static UnreadableSheetException Fault(Stream stream) => Assert.Throws<UnreadableSheetException>(() => Books.Read(stream));

    private static MemoryStream Bomb(int length)
    {
        var memory = new MemoryStream();
        using var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true);
        using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
        var block = new byte[1_000_000];
        for (var written = 0; written < length; written += block.Length)
        {
            part.Write(block);
        }

        return memory;
    }

    private static int IndexOf(byte[] bytes, string text, bool last)
    {
        var sought = Encoding.ASCII.GetBytes(text);
        return last ? bytes.AsSpan().LastIndexOf(sought) : bytes.AsSpan().IndexOf(sought);
    }

    /// <summary>Gives the letter a without ever holding it.</summary>
    private sealed class EndlessStream(long length) : Stream
    {
        public long BytesRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, given).Fill((byte)'a');
            Position += given;
            BytesRead += given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = offset;

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
