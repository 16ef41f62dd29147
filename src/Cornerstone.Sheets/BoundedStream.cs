namespace Cornerstone.Sheets;

/// <summary>Reads a part of a package and stops with a refusal where it is longer or shorter than its directory said.</summary>
internal sealed class BoundedStream(Stream inner, long length, string name) : Stream
{
    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var count = Inner(buffer);
        read += count;
        return read > length || (count == 0 && buffer.Length > 0 && read < length)
            ? throw new UnreadableSheetException(UnreadableSheet.HostilePackage, $"entry {name}", $"The entry {name} is not what the package's directory says of it.")
            : count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }

    private int Inner(Span<byte> buffer)
    {
        try
        {
            return inner.Read(buffer);
        }
        catch (InvalidDataException fault)
        {
            throw new UnreadableSheetException(UnreadableSheet.Damaged, $"entry {name}", $"The part {name} is damaged.", fault);
        }
    }
}
