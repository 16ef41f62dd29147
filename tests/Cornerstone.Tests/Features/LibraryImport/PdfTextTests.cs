using System.Text;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Texts;

namespace Cornerstone.Tests.Features.LibraryImport;

public sealed class PdfTextTests
{
    [Fact]
    public void A_damaged_pdf_is_refused_and_not_a_fault_of_ours()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/pdftotext"), "pdftotext is not installed.");

        var refusal = Assert.Throws<UnreadableDocumentException>(() => new PdfText().Extract(Encoding.ASCII.GetBytes("%PDF-1.7 and nothing more")));

        Assert.Equal(UnreadableRule.Damaged, refusal.Rule);
    }

    [Fact]
    public void A_program_that_eats_memory_is_stopped_and_the_site_lives_on()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/prlimit") && File.Exists("/usr/bin/python3"), "prlimit or python3 is not installed.");
        var greedy = Path.Combine(Directory.CreateTempSubdirectory("cornerstone-pdf-").FullName, "greedy");
        File.WriteAllText(greedy, "#!/usr/bin/python3\nx = bytearray(2_000_000_000)\n");
        File.SetUnixFileMode(greedy, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(Path.GetDirectoryName(greedy)!, (UnixFileMode)0b111_101_101);

        var refusal = Assert.Throws<UnreadableDocumentException>(() => new PdfText(greedy).Extract(new byte[100]));

        Assert.Equal(UnreadableRule.Damaged, refusal.Rule);
    }
}
