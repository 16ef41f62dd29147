using System.Security.Cryptography;

namespace Cornerstone.Sealing.Keys;

/// <summary>The private half of a key pair on P-256: a scalar in pinned memory and the framework's own copy of it, both cleared when it ends.</summary>
internal sealed class PrivateKey : IDisposable
{
    internal const int Length = 32;

    /// <summary>Order of the group (NIST SP 800-186, section 3.2.1.3).</summary>
    private static readonly byte[] Order = Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551");

    private readonly Lock gate = new();
    private readonly byte[] scalar;
    private readonly ECDiffieHellman pair;
    private bool ended;

    private PrivateKey(byte[] scalar)
    {
        this.scalar = scalar;
        pair = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
        Public = PublicKey.Of(pair);
    }

    internal PublicKey Public { get; }

    internal static PrivateKey Random()
    {
        var scalar = GC.AllocateArray<byte>(Length, pinned: true);
        do
        {
            RandomNumberGenerator.Fill(scalar);
        }
        while (!IsScalar(scalar));
        return new PrivateKey(scalar);
    }

    internal static PrivateKey Of(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length || !IsScalar(secret)) throw new SealBrokenException();

        var scalar = GC.AllocateArray<byte>(Length, pinned: true);
        secret.CopyTo(scalar);
        return new PrivateKey(scalar);
    }

    /// <summary>The key pair that follows from a key: candidates in turn, the first that is a scalar (all but one in 2^32 are).</summary>
    internal static PrivateKey DerivedFrom(SecretKey key, string purpose)
    {
        for (byte turn = 0; ; turn++)
        {
            using var candidate = key.Derive(purpose, [turn]);
            if (candidate.Lend(c => IsScalar(c) ? Of(c) : null) is { } derived) return derived;
        }
    }

    /// <summary>The key that only the two owners of the pairs can work out.</summary>
    internal SecretKey AgreeWith(PublicKey other, ReadOnlySpan<byte> salt, string purpose)
    {
        using var theirs = other.Import();
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            var secret = pair.DeriveRawSecretAgreement(theirs.PublicKey);
            try
            {
                return SecretKey.Derived(secret, salt, purpose);
            }
            finally
            {
                CryptographicOperations.ZeroMemory(secret);
            }
        }
    }

    internal SecretKey Derive(string purpose) => Lend(s => SecretKey.Derived(s, [], purpose));

    internal TResult Lend<TResult>(Func<ReadOnlySpan<byte>, TResult> use)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            return use(scalar);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            CryptographicOperations.ZeroMemory(scalar);
            pair.Dispose();
        }
    }

    public override string ToString() => "a private key";

    private static bool IsScalar(ReadOnlySpan<byte> bytes) => bytes.ContainsAnyExcept((byte)0) && bytes.SequenceCompareTo(Order) < 0;
}
