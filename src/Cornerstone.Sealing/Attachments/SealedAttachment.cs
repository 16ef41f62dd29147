using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Cornerstone.Sealing.Forms;
using Cornerstone.Sealing.Keys;

namespace Cornerstone.Sealing.Attachments;

/// <summary>A file with its name, sealed as a stream: two chunks of 64 KB are in memory, whatever its size.</summary>
public sealed class SealedAttachment : IDisposable
{
    private readonly Stream target;
    private readonly SealedPlace place;
    private readonly byte[] header = new byte[ChunkForm.HeaderLength];
    private readonly byte[] plain = GC.AllocateArray<byte>(ChunkForm.ChunkLength, pinned: true);
    private readonly byte[] chunk = new byte[ChunkForm.SealedChunkLength];
    private readonly SecretKey key;
    private int number;
    private int used;
    private long total;

    private SealedAttachment(Stream target, DossierKey dossierKey, SealedPlace place)
    {
        this.target = target;
        this.place = place;
        Frame.Write(header, Form.Chunks, dossierKey.Generation);
        RandomNumberGenerator.Fill(header.AsSpan(Frame.Length));
        key = dossierKey.ForAttachment(header.AsSpan(Frame.Length));
    }

    /// <summary>Reads all of <paramref name="content"/> and writes it sealed. A name is at most 1,024 bytes of UTF-8.</summary>
    public static async Task SealAsync(Stream content, Stream target, DossierKey key, SealedPlace place, string name, CancellationToken ct)
    {
        using var attachment = new SealedAttachment(target, key, place);
        attachment.Begin(name);
        await target.WriteAsync(attachment.header, ct);
        await attachment.TakeAsync(content, ct);
        await attachment.FinishAsync(ct);
    }

    /// <summary>The generation of the dossier key that opens it, by its first bytes (six are enough).</summary>
    public static int GenerationOf(ReadOnlySpan<byte> start) => Frame.Read(start, Form.Chunks, Frame.Length);

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(plain);
        key.Dispose();
    }

    private void Begin(string name)
    {
        var length = Encoding.UTF8.GetByteCount(name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, ChunkForm.LongestName, nameof(name));
        BinaryPrimitives.WriteUInt16BigEndian(plain.AsSpan(ChunkForm.Prefix), (ushort)length);
        used = 2 + Encoding.UTF8.GetBytes(name, plain.AsSpan(ChunkForm.Prefix + 2));
    }

    private async Task TakeAsync(Stream content, CancellationToken ct)
    {
        while (true)
        {
            var read = await content.ReadAtLeastAsync(plain.AsMemory(ChunkForm.Prefix + used), 1, throwOnEndOfStream: false, ct);
            used += read;
            if (read == 0) return;
            if (used < ChunkForm.Capacity) continue;

            // A full chunk may be the last one: whether it is shows only when more comes.
            var next = new byte[1];
            if (await content.ReadAsync(next, ct) == 0) return;

            await WriteAsync(ChunkForm.ChunkLength, last: false, ct);
            plain[ChunkForm.Prefix] = next[0];
            used = 1;
        }
    }

    private async Task FinishAsync(CancellationToken ct)
    {
        if (number == 0)
        {
            await WriteAsync(ChunkForm.LengthOfOnly(used), last: true, ct);
            return;
        }

        var chunks = (int)BitOperations.RoundUpToPowerOf2((uint)number + 1);
        while (number < chunks)
        {
            await WriteAsync(ChunkForm.ChunkLength, last: number == chunks - 1, ct);
            used = 0;
        }
    }

    private async Task WriteAsync(int length, bool last, CancellationToken ct)
    {
        SealChunk(length, last);
        await target.WriteAsync(chunk.AsMemory(0, length + Frame.TagLength), ct);
        number++;
    }

    private void SealChunk(int length, bool last)
    {
        total += used;
        ChunkForm.WritePrefix(plain, total, used);
        Span<byte> nonce = stackalloc byte[Frame.NonceLength];
        ChunkForm.WriteNonce(nonce, number);
        var context = ChunkForm.ContextOf(stackalloc byte[Context.Capacity], place, header, number, last);
        key.Seal(nonce, plain.AsSpan(0, length), chunk.AsSpan(0, length), chunk.AsSpan(length, Frame.TagLength), context.Written);
    }
}
