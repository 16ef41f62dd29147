using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Cornerstone.Sealing.Forms;
using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing.Attachments;

/// <summary>
/// Reads a sealed attachment. No byte is given out before its chunk is proven; that none is missing at the end shows only at the end.
/// Whoever must not send a part of a broken file reads it once to <see cref="Stream.Null"/> before sending it.
/// </summary>
public sealed class AttachmentStream : Stream
{
    private readonly Stream source;
    private readonly SealedPlace place;
    private readonly byte[] header;
    private readonly SecretKey key;
    private readonly byte[] plain = GC.AllocateArray<byte>(ChunkForm.ChunkLength, pinned: true);
    private byte[] current = new byte[ChunkForm.SealedChunkLength];
    private byte[] following = new byte[ChunkForm.SealedChunkLength];
    private int followingLength;
    private int number;
    private int at;
    private int until;
    private long total;
    private bool ended;

    private AttachmentStream(Stream source, byte[] header, DossierKey dossierKey, SealedPlace place)
    {
        this.source = source;
        this.place = place;
        this.header = header;
        if (SealedAttachment.GenerationOf(header) != dossierKey.Generation) throw new SealBrokenException();

        key = dossierKey.ForAttachment(header.AsSpan(Frame.Length));
    }

    public string Name { get; private set; } = "";

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens the first chunk and with it the name. The source stays the caller's.</summary>
    public static async Task<AttachmentStream> OpenAsync(Stream source, DossierKey key, SealedPlace place, CancellationToken ct)
    {
        var header = new byte[ChunkForm.HeaderLength];
        if (await source.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct) < header.Length) throw new SealBrokenException();

        var opened = new AttachmentStream(source, header, key, place);
        try
        {
            opened.followingLength = await opened.FillAsync(ct);
            await opened.NextAsync(ct);
            opened.ReadName();
            return opened;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (at == until && !ended)
        {
            await NextAsync(cancellationToken);
        }

        var length = Math.Min(buffer.Length, until - at);
        plain.AsSpan(at, length).CopyTo(buffer.Span);
        at += length;
        return length;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read it asynchronously.");

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        CryptographicOperations.ZeroMemory(plain);
        key.Dispose();
        base.Dispose(disposing);
    }

    private async Task NextAsync(CancellationToken ct)
    {
        (current, following) = (following, current);
        var length = followingLength - Frame.TagLength;
        followingLength = await FillAsync(ct);
        var last = followingLength == 0;
        if (!ChunkForm.IsLength(length, only: number == 0 && last)) throw new SealBrokenException();

        OpenChunk(length, last);
        number++;
        ended = last;
    }

    private async Task<int> FillAsync(CancellationToken ct) => await source.ReadAtLeastAsync(following, following.Length, throwOnEndOfStream: false, ct);

    private void OpenChunk(int length, bool last)
    {
        Span<byte> nonce = stackalloc byte[Frame.NonceLength];
        ChunkForm.WriteNonce(nonce, number);
        var context = ChunkForm.ContextOf(stackalloc byte[Context.Capacity], place, header, number, last);
        key.Open(nonce, current.AsSpan(0, length), current.AsSpan(length, Frame.TagLength), plain.AsSpan(0, length), context.Written);
        var (sum, used) = ChunkForm.ReadPrefix(plain);
        if (used < 0 || used > length - ChunkForm.Prefix || sum != total + used) throw new SealBrokenException();

        (total, at, until) = (sum, ChunkForm.Prefix, ChunkForm.Prefix + used);
    }

    private void ReadName()
    {
        var length = until - at < 2 ? -1 : BinaryPrimitives.ReadUInt16BigEndian(plain.AsSpan(at));
        if (length < 0 || length > until - at - 2) throw new SealBrokenException();

        Name = Encoding.UTF8.GetString(plain, at + 2, length);
        at += 2 + length;
    }
}
