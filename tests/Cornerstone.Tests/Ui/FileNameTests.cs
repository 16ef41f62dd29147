using Cornerstone.Ui;

namespace Cornerstone.Tests.Ui;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\x\S_RES_2553.pdf", "S_RES_2553.pdf")]
    [InlineData("a\r\nSet-Cookie: x.txt", " x.txt")]
    [InlineData("invoice\u202Efdp.exe", "invoice_fdp.exe")]
    [InlineData("\0", "_")]
    [InlineData("..", "document")]
    [InlineData(null, "document")]
    [InlineData("قرار 2553.docx", "قرار 2553.docx")]
    public void A_name_from_outside_becomes_safe_to_show(string? given, string expected)
    {
        Assert.Equal(expected.Trim(), FileName.Clean(given));
    }

    [Fact]
    public void A_long_name_keeps_its_extension()
    {
        var clean = FileName.Clean(new string('x', 300) + ".pdf");

        Assert.Equal(120, clean.Length);
        Assert.EndsWith(".pdf", clean, StringComparison.Ordinal);
    }
}
