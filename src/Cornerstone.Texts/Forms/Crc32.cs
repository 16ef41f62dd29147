namespace Cornerstone.Texts;

/// <summary>The checksum of the zip format (ISO 3309, reflected polynomial EDB88320).</summary>
internal static class Crc32
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes) crc = Table[(crc ^ b) & 0xFF] ^ (crc >> 8);
        return ~crc;
    }

    private static uint Row(int value)
    {
        var row = (uint)value;
        for (var bit = 0; bit < 8; bit++) row = (row & 1) == 0 ? row >> 1 : (row >> 1) ^ 0xEDB88320;
        return row;
    }
}
