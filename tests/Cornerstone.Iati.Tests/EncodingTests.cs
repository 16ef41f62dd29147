using System.Text;

namespace Cornerstone.Iati.Tests;

public sealed class EncodingTests
{
    private const string Name = "Ministère de la Défense «naïve» – 100 €";

    static EncodingTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", true, "UTF-8")]
    [InlineData("utf-8", false, null)]
    [InlineData("utf-16", true, "UTF-16")]
    [InlineData("utf-16", true, null)]
    [InlineData("utf-16BE", true, "utf-16")]
    [InlineData("utf-16", false, null)]
    [InlineData("utf-16BE", false, "UTF-16")]
    [InlineData("utf-32", true, "UTF-32")]
    [InlineData("windows-1252", false, "windows-1252")]
    [InlineData("windows-1252", false, "ISO-8859-1")]
    public void A_file_is_read_as_it_is_written_and_nothing_is_said(string encoding, bool isMarked, string? declared)
    {
        var summary = Given.Summary(Bytes(encoding, isMarked, declared));

        Assert.Equal(Name, TitleOf(Bytes(encoding, isMarked, declared)));
        Assert.Empty(summary.Rules());
    }

    [Theory]
    [InlineData("windows-1252", null, "X4")]
    [InlineData("windows-1252", "UTF-8", "X4")]
    [InlineData("utf-8", "utf-16", "X5")]
    [InlineData("utf-8", "no-such-encoding", "X5")]
    public void A_file_that_says_the_wrong_thing_is_read_right_and_the_slip_is_found(string encoding, string? declared, string rule)
    {
        var file = Bytes(encoding, false, declared);

        Assert.Equal(Name, TitleOf(file));
        Assert.Equal([rule], Given.Summary(file).Rules());
    }

    [Fact]
    public void Arabic_in_windows_1256_is_read_as_declared()
    {
        var file = Encoding.GetEncoding("windows-1256").GetBytes(File("windows-1256", "إصلاح قطاع الأمن"));

        Assert.Equal("إصلاح قطاع الأمن", TitleOf(file));
    }

    private static byte[] Bytes(string encoding, bool isMarked, string? declared)
    {
        var chosen = Encoding.GetEncoding(encoding);
        return [.. isMarked ? chosen.GetPreamble() : [], .. chosen.GetBytes(File(declared, Name))];
    }

    private static string File(string? declared, string name) =>
        $"<?xml version=\"1.0\"{(declared is null ? "" : $" encoding='{declared}'")}?><iati-activities version=\"2.03\">{Given.Activity().Replace("Parliamentary scrutiny of the defence budget", name, StringComparison.Ordinal)}</iati-activities>";

    private static string TitleOf(byte[] file) => Assert.Single(Assert.Single(Given.Records(file)).Activity!.Title).Text;
}
