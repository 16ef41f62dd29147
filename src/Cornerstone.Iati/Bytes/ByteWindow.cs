namespace Cornerstone.Iati.Bytes;

/// <summary>The part of a stream that is looked at: it grows while something is kept, and moves on when it is let go.</summary>
internal sealed class ByteWindow(Stream source)
{
    private const int FirstSize = 1 << 18;

    private byte[] buffer = new byte[FirstSize];
    private int start;
    private int end;
    private bool isEnded;

    /// <summary>The line on which the kept bytes begin, counted from one.</summary>
    public long Line { get; private set; } = 1;

    public long BytesRead { get; private set; }

    public ReadOnlySpan<byte> Kept => buffer.AsSpan(start, end - start);

    public ArraySegment<byte> Keep(int length) => new(buffer, start, length);

    /// <summary>Lets the first bytes go.</summary>
    public void Skip(int count)
    {
        Line += buffer.AsSpan(start, count).Count((byte)'\n');
        start += count;
    }

    /// <summary>Makes sure that so many bytes are kept; false when the file ends before.</summary>
    public bool Holds(int count)
    {
        while (end - start < count)
        {
            if (!Fill()) return false;
        }

        return true;
    }

    /// <summary>Reads on; false at the end of the file.</summary>
    public bool Fill()
    {
        if (isEnded) return false;
        MakeRoom();
        var read = source.Read(buffer.AsSpan(end));
        isEnded = read == 0;
        end += read;
        BytesRead += read;
        return !isEnded;
    }

    private void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            end -= start;
            start = 0;
        }

        // Reading a few bytes at a time into the last corner would take longer than growing.
        if (end > buffer.Length / 4 * 3) Array.Resize(ref buffer, buffer.Length * 2);
    }
}
