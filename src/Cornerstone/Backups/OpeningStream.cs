using System.Security.Cryptography;

namespace Cornerstone.Backups;

/// <summary>What a <see cref="SealingStream"/> wrote, for a holder of one of the keys. Only bytes whose chunk has been proved are given out.</summary>
internal sealed class OpeningStream : Stream
{
    private readonly Stream source;
    private readonly AesGcm cipher;
    private readonly byte[] secret = new byte[Envelope.ChunkLength + Envelope.TagLength];
    private readonly byte[] plain = new byte[Envelope.ChunkLength];
    private readonly byte[] ahead = new byte[Envelope.ChunkLength + Envelope.TagLength];
    private int aheadLength;
    private int start;
    private int end;
    private long chunk;
    private bool isOver;

    /// <exception cref="RefusedException">Not a backup, not for this key, or changed.</exception>
    public OpeningStream(Stream source, ECDiffieHellman key)
    {
        this.source = source;
        cipher = new AesGcm(Envelope.Open(source, key), Envelope.TagLength);
        aheadLength = source.ReadAtLeast(ahead, ahead.Length, throwOnEndOfStream: false);
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        while (start == end && !isOver)
        {
            NextChunk();
        }

        var taken = Math.Min(buffer.Length, end - start);
        plain.AsSpan(start, taken).CopyTo(buffer);
        start += taken;
        return taken;
    }

    public override void Flush()
    {
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        CryptographicOperations.ZeroMemory(plain);
        base.Dispose(disposing);
    }

    private void NextChunk()
    {
        ahead.AsSpan(0, aheadLength).CopyTo(secret);
        var length = aheadLength - Envelope.TagLength;
        aheadLength = aheadLength == ahead.Length ? source.ReadAtLeast(ahead, ahead.Length, throwOnEndOfStream: false) : 0;
        isOver = aheadLength == 0;
        try
        {
            if (length < 0)
            {
                throw new CryptographicException();
            }

            cipher.Decrypt(Envelope.Nonce(chunk++), secret.AsSpan(0, length), secret.AsSpan(length, Envelope.TagLength), plain.AsSpan(0, length), Envelope.Place(isOver));
            (start, end) = (0, length);
        }
        catch (CryptographicException)
        {
            throw new RefusedException("The backup was cut off or changed; nothing of it was used.");
        }
    }
}
