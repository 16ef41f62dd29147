using System.Buffers.Binary;
using System.Text;

namespace Cornerstone.Texts.Tests.Forms;

/// <summary>The archive cases of the attack bank (security handbook §3, ZX-01 to ZX-06), as Word files.</summary>
public sealed class HostilePackageTests
{
    [Fact]
    public void A_package_that_unpacks_a_hundredfold_is_refused_before_it_is_unpacked()
    {
        var bytes = WordFile.With("").Part("word/media/a.xml", new byte[120_000_000]).Bytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(UnreadableRule.HostileArchive, Refusal(bytes).Rule);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 20_000_000);
    }

    [Fact]
    public void Too_many_entries_are_refused()
    {
        var file = WordFile.With("");
        for (var i = 0; i < 2_001; i++) file.Part($"word/p{i}.xml", "");

        Assert.Equal(UnreadableRule.HostileArchive, Refusal(file.Bytes()).Rule);
    }

    [Theory]
    [InlineData("../../appsettings.json")]
    [InlineData("/etc/passwd")]
    [InlineData("word\\..\\..\\x")]
    [InlineData("C:/x")]
    public void Entries_that_point_outside_are_refused(string name)
    {
        var refusal = Refusal(WordFile.With("").Part(name, "x").Bytes());

        Assert.Equal(UnreadableRule.HostileArchive, refusal.Rule);
        Assert.Equal($"entry {name}", refusal.Place);
    }

    [Fact]
    public void The_same_entry_twice_is_refused()
    {
        Assert.Equal(UnreadableRule.HostileArchive, Refusal(WordFile.With("").Part("word/document.xml", "<x/>").Bytes()).Rule);
    }

    [Fact]
    public void An_entry_that_is_longer_than_the_directory_says_is_refused()
    {
        var bytes = WordFile.With(WordFile.Paragraph(new string('x', 5_000))).Bytes();
        var directory = bytes.AsSpan().LastIndexOf("PK\u0001\u0002"u8);

        // The uncompressed size stands 24 bytes into the entry of the central directory.
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(directory + 24), 100);

        Assert.Contains(Refusal(bytes).Rule, new[] { UnreadableRule.HostileArchive, UnreadableRule.Damaged });
    }

    [Fact]
    public void A_document_type_inside_a_part_is_refused()
    {
        var bytes = new WordFile().Part("word/document.xml", "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>").Bytes();

        Assert.Equal(UnreadableRule.HostileXml, Refusal(bytes).Rule);
    }

    [Fact]
    public void Nesting_without_end_inside_a_part_is_refused()
    {
        var bytes = WordFile.With(string.Concat(Enumerable.Repeat("<w:r>", 20_000)) + string.Concat(Enumerable.Repeat("</w:r>", 20_000))).Bytes();

        Assert.Equal(UnreadableRule.HostileXml, Refusal(bytes).Rule);
    }

    [Fact]
    public void A_package_cut_off_is_called_damaged()
    {
        var bytes = WordFile.With(WordFile.Paragraph("Text")).Bytes();

        Assert.Equal(UnreadableRule.Damaged, Refusal(bytes[..^30]).Rule);
    }

    [Fact]
    public void Macros_and_embedded_objects_are_never_looked_at()
    {
        var bytes = WordFile.With(WordFile.Paragraph("Text")).Part("word/vbaProject.bin", Encoding.Latin1.GetBytes("ÐÏ\u0011à")).Part("word/embeddings/oleObject1.bin", "x").Bytes();

        Assert.Equal("Text", DocxText.Read(bytes));
    }

    private static UnreadableDocumentException Refusal(byte[] bytes) => Assert.Throws<UnreadableDocumentException>(() => DocxText.Read(bytes));
}
