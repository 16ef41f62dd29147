using System.Text;

namespace Cornerstone.Iati.Tests;

/// <summary>A file too large to keep: a beginning, one sign very often, an end.</summary>
internal sealed class EndlessStream(string before, byte sign, long count, string after) : Stream
{
    private readonly byte[] head = Encoding.UTF8.GetBytes(before);
    private readonly byte[] tail = Encoding.UTF8.GetBytes(after);
    private long at;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => head.Length + count + tail.Length;

    public override long Position
    {
        get => at;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var read = at < head.Length ? Copy(head, at, buffer)
            : at < head.Length + count ? Repeat(buffer)
            : Copy(tail, at - head.Length - count, buffer);
        at += read;
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private static int Copy(byte[] from, long start, Span<byte> buffer)
    {
        var length = (int)Math.Min(from.Length - start, buffer.Length);
        from.AsSpan((int)start, length).CopyTo(buffer);
        return length;
    }

    private int Repeat(Span<byte> buffer)
    {
        var length = (int)Math.Min(head.Length + count - at, buffer.Length);
        buffer[..length].Fill(sign);
        return length;
    }
}
