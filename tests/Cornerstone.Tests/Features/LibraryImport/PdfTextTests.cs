using System.Diagnostics;
using System.Text;
using Cornerstone.Data.Embedded;
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
        var greedy = Written("#!/usr/bin/python3\nx = bytearray(2_000_000_000)\n");

        var refusal = Assert.Throws<UnreadableDocumentException>(() => new PdfText(greedy).Extract(new byte[100]));

        Assert.Equal(UnreadableRule.Damaged, refusal.Rule);
    }

    [Fact]
    public async Task It_has_a_network_of_nothing_and_an_account_without_rights()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess && await MayPartAsync(), "This account may not part a process from the network.");
        var curious = Written("#!/bin/sh\ncat > /dev/null\nreadlink /proc/self/ns/net\nid -u\n");

        var told = new PdfText(curious).Extract(new byte[100]).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("net:[", told[0], StringComparison.Ordinal);
        Assert.NotEqual(new FileInfo("/proc/self/ns/net").LinkTarget, told[0]);
        Assert.Equal("65534", told[1]);
    }

    private static async Task<bool> MayPartAsync()
    {
        try
        {
            return (await Command.RunAsync(new ProcessStartInfo("unshare", ["-n", "--", "/bin/true"]), TestContext.Current.CancellationToken)).Succeeded;
        }
        catch (EmbeddedPostgresException)
        {
            return false;
        }
    }

    // Where an account without rights may run it.
    private static string Written(string script)
    {
        var program = Path.Combine(Directory.CreateTempSubdirectory("cornerstone-pdf-").FullName, "program");
        File.WriteAllText(program, script);
        File.SetUnixFileMode(program, (UnixFileMode)0b111_101_101);
        File.SetUnixFileMode(Path.GetDirectoryName(program)!, (UnixFileMode)0b111_101_101);
        return program;
    }
}
