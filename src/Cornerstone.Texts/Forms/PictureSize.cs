using System.Buffers.Binary;

namespace Cornerstone.Texts;

/// <summary>How large a picture says it is, from its first bytes and without decoding it: ten kilobytes can ask a viewer for gigabytes.</summary>
public static class PictureSize
{
    /// <summary>Width times height; null where the bytes say neither.</summary>
    public static long? PixelsOf(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] when bytes.Length >= 24 => Product(BinaryPrimitives.ReadUInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadUInt32BigEndian(bytes[20..])),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] when bytes.Length >= 10 => Product(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
        [0xFF, 0xD8, 0xFF, ..] => OfJpeg(bytes),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', ..] when bytes.Length >= 30 && bytes[12..].StartsWith("VP8X"u8) => Product(1 + Of24(bytes[24..]), 1 + Of24(bytes[27..])),
        _ => null,
    };

    // Segments up to the one that begins a frame: marker, length, precision, height, width (ISO/IEC 10918-1, B.2.2).
    private static long? OfJpeg(ReadOnlySpan<byte> bytes)
    {
        var at = 2;
        while (at + 9 <= bytes.Length && bytes[at] == 0xFF)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return Product(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            }

            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }

        return null;
    }

    private static uint Of24(ReadOnlySpan<byte> bytes) => bytes[0] | ((uint)bytes[1] << 8) | ((uint)bytes[2] << 16);

    private static long Product(uint width, uint height) => Math.Min(width, (long)int.MaxValue) * Math.Min(height, (long)int.MaxValue);
}
