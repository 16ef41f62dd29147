using System.Text;
using Cornerstone.Ui.QrCodes;

namespace Cornerstone.Tests.Ui.QrCodes;

public sealed class QrCodeTests
{
    // "HELLO WORLD" as version 1-M in alphanumeric mode, the example most books on the subject use.
    [Fact]
    public void Check_bytes_are_those_of_the_well_known_example()
    {
        byte[] data = [32, 91, 11, 120, 209, 114, 220, 77, 67, 64, 236, 17, 236, 17, 236, 17];

        Assert.Equal([196, 35, 39, 119, 235, 215, 231, 226, 93, 23], ReedSolomon.Remainder(data, 10));
    }

    [Theory]
    [InlineData(17, 21)]
    [InlineData(18, 25)]
    [InlineData(230, 53)]
    [InlineData(231, 57)]
    [InlineData(458, 73)]
    [InlineData(459, 77)]
    [InlineData(1273, 117)]
    public void A_code_is_as_large_as_its_text_needs(int length, int side)
    {
        Assert.Equal(side, QrCode.Of(new string('x', length)).Size);
    }

    [Fact]
    public void A_longer_text_is_refused()
    {
        Assert.Throws<ArgumentException>(() => QrCode.Of(new string('x', 1274)));
    }

    [Fact]
    public void What_is_read_along_the_path_is_the_text()
    {
        const string text = "cornerstone";
        var code = QrCode.Of(text);

        // Version 1 has one block, so its data stand in order: mode (4), length, text.
        var bits = new QrGrid(1).Path().Select(p => code.IsDark(p.X, p.Y) ^ ((p.X + p.Y) % 2 == 0)).ToList();
        int Byte(int at) => Enumerable.Range(at, 8).Aggregate(0, (value, i) => (value << 1) | (bits[i] ? 1 : 0));
        Assert.Equal([false, true, false, false], bits[..4]);
        Assert.Equal(text.Length, Byte(4));
        Assert.Equal(text, Encoding.UTF8.GetString([.. Enumerable.Range(0, text.Length).Select(i => (byte)Byte(12 + (8 * i)))]));
    }
}
