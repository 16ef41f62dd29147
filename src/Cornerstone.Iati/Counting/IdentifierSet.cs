using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Cornerstone.Iati;

/// <summary>
/// Which identifiers were met, as eight bytes of their SHA-256 each: a file of ten million activities needs some hundred megabytes less than with
/// the identifiers themselves, and two of them are taken for one with a chance of one in a hundred thousand.
/// </summary>
internal sealed class IdentifierSet
{
    private readonly HashSet<ulong> marks = [];

    public int Count => marks.Count;

    public bool Add(string identifier)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(identifier.AsSpan()), hash);
        return marks.Add(MemoryMarshal.Read<ulong>(hash));
    }
}
