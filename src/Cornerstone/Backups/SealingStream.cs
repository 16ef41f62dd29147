using System.Security.Cryptography;
using Cornerstone.Data;

namespace Cornerstone.Backups;

/// <summary>Everything written is encrypted chunk by chunk; <see cref="Finish"/> writes the last one, which says that it is.</summary>
internal sealed class SealingStream : WriteOnlyStream
{
    private readonly Stream target;
    private readonly AesGcm cipher;
    private readonly byte[] plain = new byte[Envelope.ChunkLength];
    private readonly byte[] secret = new byte[Envelope.ChunkLength + Envelope.TagLength];
    private int filled;
    private long chunk;

    public SealingStream(Stream target, IReadOnlyCollection<ECDiffieHellman> recipients)
    {
        this.target = target;
        cipher = new AesGcm(Envelope.Seal(target, recipients), Envelope.TagLength);
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (buffer.Length > 0)
        {
            // A full chunk waits until something follows it: only then is it not the last.
            if (filled == plain.Length)
            {
                WriteChunk(isLast: false);
            }

            var taken = Math.Min(buffer.Length, plain.Length - filled);
            buffer[..taken].CopyTo(plain.AsSpan(filled));
            filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Without this the file reads as cut off.</summary>
    public void Finish()
    {
        WriteChunk(isLast: true);
        target.Flush();
    }

    public override void Flush() => target.Flush();

    protected override void Dispose(bool disposing)
    {
        cipher.Dispose();
        CryptographicOperations.ZeroMemory(plain);
        base.Dispose(disposing);
    }

    private void WriteChunk(bool isLast)
    {
        cipher.Encrypt(Envelope.Nonce(chunk++), plain.AsSpan(0, filled), secret.AsSpan(0, filled), secret.AsSpan(filled, Envelope.TagLength), Envelope.Place(isLast));
        target.Write(secret.AsSpan(0, filled + Envelope.TagLength));
        filled = 0;
    }
}
