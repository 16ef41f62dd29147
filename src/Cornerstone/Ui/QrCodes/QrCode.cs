using System.Globalization;
using System.Text;

namespace Cornerstone.Ui.QrCodes;

/// <summary>
/// A QR code (ISO/IEC 18004) of a text, byte mode, error correction level L, versions 1 to 25: enough for a checkpoint in the minutes
/// of a meeting, or the secret of an authenticator. One fixed mask: readers take any, and what is encoded has no large even areas.
/// </summary>
internal sealed class QrCode
{
    private const int LargestVersion = 25;

    // Of each version at level L: check bytes a block, and blocks (ISO/IEC 18004, table 9).
    private static readonly byte[] CheckBytes = [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26];
    private static readonly byte[] Blocks = [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12];

    private readonly QrGrid grid;

    private QrCode(QrGrid grid) => this.grid = grid;

    public int Size => grid.Size;

    public bool IsDark(int x, int y) => grid[x, y];

    /// <exception cref="ArgumentException">The text is longer than a code of this kind holds.</exception>
    public static QrCode Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = Enumerable.Range(1, LargestVersion).FirstOrDefault(v => HeadBits(v) + (8 * bytes.Length) <= 8 * DataBytes(v));
        if (version == 0)
        {
            throw new ArgumentException("The text is too long for a QR code.", nameof(text));
        }

        var grid = new QrGrid(version);
        grid.Place(Interleaved(Data(bytes, version), version));
        return new(grid);
    }

    /// <summary>The code as a picture that prints sharply, with the quiet margin of four modules it must have.</summary>
    public string Svg(string title)
    {
        const int margin = 4;
        var side = (Size + (2 * margin)).ToString(CultureInfo.InvariantCulture);
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
        {
            for (var x = 0; x < Size; x++)
            {
                if (IsDark(x, y))
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x + margin} {y + margin}h1v1h-1z");
                }
            }
        }

        // Black on white whatever the colours of the page: readers need the contrast.
        return $"<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"qr\" role=\"img\" width=\"280\" height=\"280\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">"
            + $"<title>{System.Net.WebUtility.HtmlEncode(title)}</title><path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path fill=\"#000\" d=\"{path}\"/></svg>";
    }

    private static int HeadBits(int version) => 4 + LengthBits(version);

    private static int LengthBits(int version) => version < 10 ? 8 : 16;

    private static int DataBytes(int version) => QrGrid.Bytes(version) - (CheckBytes[version] * Blocks[version]);

    private static byte[] Data(byte[] text, int version)
    {
        const int byteMode = 4;
        var bits = new List<bool>();
        Append(bits, byteMode, 4);
        Append(bits, text.Length, LengthBits(version));
        foreach (var b in text)
        {
            Append(bits, b, 8);
        }

        var capacity = 8 * DataBytes(version);
        Append(bits, 0, Math.Min(4, capacity - bits.Count));
        Append(bits, 0, (8 - (bits.Count % 8)) % 8);
        for (var pad = 0xEC; bits.Count < capacity; pad ^= 0xEC ^ 0x11)
        {
            Append(bits, pad, 8);
        }

        return [.. bits.Chunk(8).Select(b => (byte)b.Aggregate(0, (value, bit) => (value << 1) | (bit ? 1 : 0)))];
    }

    private static void Append(List<bool> bits, int value, int length)
    {
        for (var i = length - 1; i >= 0; i--)
        {
            bits.Add(((value >> i) & 1) != 0);
        }
    }

    // The bytes of all blocks in turn, so that one stain on the paper hurts each block a little and none much.
    private static byte[] Interleaved(byte[] data, int version)
    {
        var (blocks, check) = (Blocks[version], CheckBytes[version]);
        var longBlocks = QrGrid.Bytes(version) % blocks;
        var shortLength = (QrGrid.Bytes(version) / blocks) - check;
        var parts = new List<byte[]>();
        for (int i = 0, at = 0; i < blocks; i++)
        {
            var length = shortLength + (i >= blocks - longBlocks ? 1 : 0);
            parts.Add(data[at..(at + length)]);
            at += length;
        }

        var checks = parts.ConvertAll(p => ReedSolomon.Remainder(p, check));
        return
        [
            .. Enumerable.Range(0, shortLength + 1).SelectMany(i => parts.Where(p => i < p.Length).Select(p => p[i])),
            .. Enumerable.Range(0, check).SelectMany(i => checks.Select(c => c[i])),
        ];
    }
}

/// <summary>Check bytes over the field of 256 elements that QR codes use.</summary>
internal static class ReedSolomon
{
    private const int Polynomial = 0x11D;

    public static byte[] Remainder(ReadOnlySpan<byte> data, int degree)
    {
        var divisor = Divisor(degree);
        var result = new byte[degree];
        foreach (var b in data)
        {
            var factor = (byte)(b ^ result[0]);
            result.AsSpan(1).CopyTo(result);
            result[^1] = 0;
            for (var i = 0; i < degree; i++)
            {
                result[i] ^= Times(divisor[i], factor);
            }
        }

        return result;
    }

    public static byte Times(byte x, byte y)
    {
        var product = 0;
        for (var i = 7; i >= 0; i--)
        {
            product = (product << 1) ^ ((product >> 7) * Polynomial);
            product ^= ((y >> i) & 1) * x;
        }

        return (byte)product;
    }

    // The product of (x - 2^i) for i below the degree; the leading one is left out.
    private static byte[] Divisor(int degree)
    {
        var result = new byte[degree];
        result[^1] = 1;
        byte root = 1;
        for (var i = 0; i < degree; i++)
        {
            for (var j = 0; j < degree; j++)
            {
                result[j] = Times(result[j], root);
                if (j + 1 < degree)
                {
                    result[j] ^= result[j + 1];
                }
            }

            root = Times(root, 2);
        }

        return result;
    }
}
