using System.Security.Cryptography;

namespace Cornerstone.Sealing.Forms;

/// <summary>
/// Memory for opened bytes: pinned, so that the collector leaves no copies behind, and zeroed when given back. A few blocks a thread are kept for the next use.
/// </summary>
internal readonly ref struct Scratch : IDisposable
{
    private const int BlockLength = 64 * 1024;
    private const int MostKept = 4;

    [ThreadStatic]
    private static Stack<byte[]>? kept;

    private readonly byte[] block;

    internal Scratch(int length)
    {
        block = length <= BlockLength && kept is { Count: > 0 } ? kept.Pop() : GC.AllocateUninitializedArray<byte>(Math.Max(length, BlockLength), pinned: true);
        Bytes = block.AsSpan(0, length);
    }

    internal Span<byte> Bytes { get; }

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(Bytes);
        kept ??= new Stack<byte[]>(MostKept);
        if (block.Length == BlockLength && kept.Count < MostKept) kept.Push(block);
    }
}
