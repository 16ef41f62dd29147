using System.Buffers.Binary;

namespace Cornerstone.Texts.Tests.Forms;

public sealed class PictureSizeTests
{
    [Fact]
    public void A_picture_of_ten_kilobytes_that_claims_fifty_thousand_dots_a_side_is_seen_by_its_head()
    {
        var png = new byte[10_000];
        byte[] head = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, (byte)'I', (byte)'H', (byte)'D', (byte)'R'];
        head.CopyTo(png, 0);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), 50_000);
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(20), 50_000);

        Assert.Equal(2_500_000_000, PictureSize.PixelsOf(png));
        BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(16), uint.MaxValue);
        Assert.True(PictureSize.PixelsOf(png) > 2_500_000_000);
    }

    [Fact]
    public void Other_forms_tell_theirs_too()
    {
        byte[] gif = [.. "GIF89a"u8, 0x80, 0x02, 0xE0, 0x01];
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 0x01, 0xE0, 0x02, 0x80, 3];
        byte[] webp = [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 0x02, 0, 0xDF, 0x01, 0];

        Assert.All([gif, jpeg, webp], picture => Assert.Equal(640 * 480, PictureSize.PixelsOf(picture)));
    }

    [Fact]
    public void Cut_anywhere_it_is_no_fault()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 1, 2, 0xFF, 0xC2, 0, 11, 8, 0x01, 0xE0, 0x02, 0x80, 3];

        Assert.All(Enumerable.Range(0, jpeg.Length - 1), length => Assert.Null(PictureSize.PixelsOf(jpeg.AsSpan(0, length))));
        Assert.Null(PictureSize.PixelsOf("%PDF-1.7"u8));
    }
}
