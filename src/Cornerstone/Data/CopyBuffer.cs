using System.Buffers.Binary;
using System.Text;

namespace Cornerstone.Data;

/// <summary>
/// Rows in the form of a binary COPY (PostgreSQL's documentation, "COPY", file formats; the receiving functions of each type). Written by
/// hand, because a large import writes fifteen million cells and has no time for a task for each.
/// </summary>
internal sealed class CopyBuffer
{
    private const int SizeOfLength = 4;
    private const int DecimalGroup = 10_000;
    private const int DigitsOfGroup = 4;
    private const int MostGroups = 9;

    private static readonly DateTime Epoch = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private static readonly int EpochDay = DateOnly.FromDateTime(Epoch).DayNumber;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] bytes = new byte[1 << 17];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    // Signature, flags, length of the extension.
    public void Begin() => Raw([.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0]);

    public void End() => Short(-1);

    public void Row(int cells) => Short((short)cells);

    public void Null() => Int(-1);

    public void Write(Guid value)
    {
        Int(16);
        value.TryWriteBytes(Take(16), bigEndian: true, out _);
    }

    public void Write(bool value)
    {
        Int(1);
        Take(1)[0] = value ? (byte)1 : (byte)0;
    }

    public void Write(short value)
    {
        Int(2);
        Short(value);
    }

    public void Write(int value)
    {
        Int(4);
        Int(value);
    }

    public void Write(long value)
    {
        Int(8);
        BinaryPrimitives.WriteInt64BigEndian(Take(8), value);
    }

    public void Write(double value)
    {
        Int(8);
        BinaryPrimitives.WriteDoubleBigEndian(Take(8), value);
    }

    public void Write(DateOnly value) => Write(value.DayNumber - EpochDay);

    public void Write(DateTimeOffset value) => Write((value.UtcTicks - Epoch.Ticks) / TimeSpan.TicksPerMicrosecond);

    public void Write(byte[] value)
    {
        Int(value.Length);
        Raw(value);
    }

    public void Write(string value)
    {
        var at = Length;
        Int(0);
        Text(value);
        EndCell(at);
    }

    /// <summary>A document: as text, after the number of the form.</summary>
    public void Json(string value)
    {
        var at = Length;
        Int(0);
        Take(1)[0] = 1;
        Text(value);
        EndCell(at);
    }

    /// <summary>A list in one dimension, from one.</summary>
    /// <param name="type">The number PostgreSQL gives the type of its items, the same in every database.</param>
    public void List<T>(IReadOnlyCollection<T> items, int type, Action<CopyBuffer, T> write)
    {
        var at = Length;
        Int(0);
        Int(items.Count == 0 ? 0 : 1);
        Int(0);
        Int(type);
        if (items.Count > 0)
        {
            Int(items.Count);
            Int(1);
            foreach (var item in items)
            {
                write(this, item);
            }
        }

        EndCell(at);
    }

    /// <summary>Groups of four digits, the first one's weight in ten thousands, and how many digits are shown after the point.</summary>
    public void Write(decimal value)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(value, parts);
        var scale = (parts[3] >> 16) & 0xFF;
        var number = new UInt128(unchecked((uint)parts[2]), ((ulong)unchecked((uint)parts[1]) << 32) | unchecked((uint)parts[0]));
        for (var digit = scale; digit % DigitsOfGroup != 0; digit++)
        {
            number *= 10;
        }

        // The lowest group first; those that are nothing at the end are not written.
        Span<short> groups = stackalloc short[MostGroups];
        var (count, empty) = (0, 0);
        for (; number != 0; count++)
        {
            var (rest, group) = number <= ulong.MaxValue ? Divide((ulong)number) : UInt128.DivRem(number, DecimalGroup);
            (number, groups[count]) = (rest, (short)group);
            empty += count == empty && group == 0 ? 1 : 0;
        }

        var after = (scale + DigitsOfGroup - 1) / DigitsOfGroup;
        Int(8 + (2 * (count - empty)));
        Short((short)(count - empty));
        Short((short)(count == 0 ? 0 : count - after - 1));
        Short(value < 0 ? (short)0x4000 : (short)0);
        Short((short)scale);
        for (var group = count - 1; group >= empty; group--)
        {
            Short(groups[group]);
        }
    }

    private static (UInt128 Left, UInt128 Group) Divide(ulong number)
    {
        var (rest, group) = Math.DivRem(number, DecimalGroup);
        return (rest, group);
    }

    private void Text(string value)
    {
        Reserve(Utf8.GetMaxByteCount(value.Length));
        Length += Utf8.GetBytes(value, bytes.AsSpan(Length));
    }

    private void EndCell(int at) => BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(at), Length - at - SizeOfLength);

    private void Int(int value) => BinaryPrimitives.WriteInt32BigEndian(Take(4), value);

    private void Short(short value) => BinaryPrimitives.WriteInt16BigEndian(Take(2), value);

    private void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Take(value.Length));

    private Span<byte> Take(int length)
    {
        Reserve(length);
        Length += length;
        return bytes.AsSpan(Length - length, length);
    }

    private void Reserve(int length)
    {
        if (Length + length > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + length));
        }
    }
}
