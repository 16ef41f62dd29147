using System.Buffers.Binary;
using System.Numerics;
using Cornerstone.Sealing.Forms;

namespace Cornerstone.Sealing.Attachments;

/// <summary>
/// An attachment as bytes: frame, salt of 32 random bytes, then chunks of ciphertext and tag. The key is the attachment's own (dossier key, salt), so the nonce is the number of the chunk.
/// Each chunk carries, sealed: how many true bytes there are up to its end (64 bits), how many of them are its own (32 bits), those bytes, zeros. The true bytes are the name's length (16 bits), the name, the content.
/// A small attachment is one chunk, padded to a power of two; a larger one is a power of two of whole chunks.
/// </summary>
internal static class ChunkForm
{
    internal const int ChunkLength = 64 * 1024;
    internal const int SealedChunkLength = ChunkLength + Frame.TagLength;
    internal const int SaltLength = 32;
    internal const int HeaderLength = Frame.Length + SaltLength;
    internal const int Prefix = 12;
    internal const int Capacity = ChunkLength - Prefix;
    internal const int LongestName = 1024;

    private const int ShortestChunk = 256;

    internal static int LengthOfOnly(int used) => Math.Max(ShortestChunk, (int)BitOperations.RoundUpToPowerOf2((uint)(Prefix + used)));

    internal static bool IsLength(int length, bool only) =>
        only ? length is >= ShortestChunk and <= ChunkLength && BitOperations.IsPow2(length) : length == ChunkLength;

    internal static void WritePrefix(Span<byte> chunk, long total, int used)
    {
        BinaryPrimitives.WriteInt64BigEndian(chunk, total);
        BinaryPrimitives.WriteInt32BigEndian(chunk[8..], used);
        chunk[(Prefix + used)..].Clear();
    }

    internal static (long Total, int Used) ReadPrefix(ReadOnlySpan<byte> chunk) =>
        (BinaryPrimitives.ReadInt64BigEndian(chunk), BinaryPrimitives.ReadInt32BigEndian(chunk[8..]));

    internal static void WriteNonce(Span<byte> nonce, int number)
    {
        nonce.Clear();
        BinaryPrimitives.WriteInt32BigEndian(nonce[8..], number);
    }

    /// <summary>Place, header, number of the chunk, whether it is the last: a chunk left out, moved, doubled or brought from elsewhere does not open.</summary>
    internal static Context ContextOf(Span<byte> buffer, SealedPlace place, ReadOnlySpan<byte> header, int number, bool last)
    {
        var context = new Context(buffer, "attachment");
        place.WriteTo(ref context);
        context.Bytes(header);
        context.Number(number);
        context.Number(last ? 1 : 0);
        return context;
    }
}
