using System.Security.Cryptography;

namespace Cornerstone.Sealing.Keys;

/// <summary>The public half of a key pair on P-256: the point, X and Y, 64 bytes.</summary>
public sealed class PublicKey : IEquatable<PublicKey>
{
    internal const int Length = 64;

    private const int CoordinateLength = 32;

    private readonly byte[] point;

    private PublicKey(byte[] point) => this.point = point;

    /// <summary>Eight words that two people compare aloud before one trusts the other's key: 128 bits of its SHA-256.</summary>
    public string Fingerprint => PronounceableWords.Of(SHA256.HashData(point).AsSpan(0, 16));

    internal ReadOnlySpan<byte> Point => point;

    /// <summary>Refuses what is no point of the curve.</summary>
    public static PublicKey FromStored(ReadOnlySpan<byte> stored)
    {
        if (stored.Length != Length) throw new SealBrokenException();

        var key = new PublicKey(stored.ToArray());
        using var _ = key.Import();
        return key;
    }

    public byte[] ToStored() => [.. point];

    public bool Equals(PublicKey? other) => other is not null && Point.SequenceEqual(other.Point);

    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    public override int GetHashCode() => BitConverter.ToInt32(point);

    public override string ToString() => Fingerprint;

    internal static PublicKey Of(ECDiffieHellman pair)
    {
        var q = pair.ExportParameters(includePrivateParameters: false).Q;
        return new PublicKey([.. q.X!, .. q.Y!]);
    }

    /// <summary>The framework checks that the point lies on the curve; P-256 has no small subgroups.</summary>
    internal ECDiffieHellman Import()
    {
        try
        {
            return ECDiffieHellman.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[..CoordinateLength], Y = point[CoordinateLength..] },
            });
        }
        catch (CryptographicException fault)
        {
            throw new SealBrokenException("Not a point of the curve.", fault);
        }
    }
}
