using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Sealing.Keys;

/// <summary>
/// A key of 256 bits in pinned memory, zeroed when it ends. Each use holds the gate, so a key never ends half-way through a seal: what is sealed is sealed under the key, never under zeros.
/// </summary>
internal sealed class SecretKey : IDisposable
{
    internal const int Length = 32;

    /// <summary>
    /// Seals by one unlocking of a key. Random nonces of 96 bits bear 2^32 seals of a key (NIST SP 800-38D, section 8.3); this many leaves room for 256 unlockings that each seal sixteen million times.
    /// </summary>
    internal const int MostSeals = 1 << 24;

    private readonly Lock gate = new();
    private readonly byte[] bytes = GC.AllocateArray<byte>(Length, pinned: true);
    private readonly int mostSeals;
    private AesGcm? cipher;
    private int seals;
    private bool ended;

    private SecretKey(int mostSeals) => this.mostSeals = mostSeals;

    internal static SecretKey Random(int mostSeals = MostSeals)
    {
        var key = new SecretKey(mostSeals);
        RandomNumberGenerator.Fill(key.bytes);
        return key;
    }

    internal static SecretKey Of(ReadOnlySpan<byte> secret)
    {
        if (secret.Length != Length) throw new SealBrokenException();

        var key = new SecretKey(MostSeals);
        secret.CopyTo(key.bytes);
        return key;
    }

    /// <summary>HKDF-SHA256 of a shared secret or of another key; the purpose keeps keys of different use apart.</summary>
    internal static SecretKey Derived(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> salt, string purpose)
    {
        var key = new SecretKey(MostSeals);
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key.bytes, salt, Encoding.ASCII.GetBytes(purpose));
        return key;
    }

    internal SecretKey Derive(string purpose, ReadOnlySpan<byte> salt = default)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            return Derived(bytes, salt, purpose);
        }
    }

    internal void Seal(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> plain, Span<byte> sealedBytes, Span<byte> tag, ReadOnlySpan<byte> associated)
    {
        lock (gate)
        {
            if (seals >= mostSeals) throw new InvalidOperationException("This key has sealed as much as one unlocking may.");

            seals++;
            Cipher().Encrypt(nonce, plain, sealedBytes, tag, associated);
        }
    }

    internal void Open(ReadOnlySpan<byte> nonce, ReadOnlySpan<byte> sealedBytes, ReadOnlySpan<byte> tag, Span<byte> plain, ReadOnlySpan<byte> associated)
    {
        lock (gate)
        {
            var open = Cipher();
            try
            {
                open.Decrypt(nonce, sealedBytes, tag, plain, associated);
            }
            catch (AuthenticationTagMismatchException)
            {
                throw new SealBrokenException();
            }
        }
    }

    /// <summary>Shows the key to one call, for wrapping it.</summary>
    internal TResult Lend<TResult>(Func<ReadOnlySpan<byte>, TResult> use)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            return use(bytes);
        }
    }

    internal bool SameAs(SecretKey other)
    {
        using var theirs = new Forms.Scratch(Length);
        other.CopyTo(theirs.Bytes);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            return CryptographicOperations.FixedTimeEquals(bytes, theirs.Bytes);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            CryptographicOperations.ZeroMemory(bytes);
            cipher?.Dispose();
            cipher = null;
        }
    }

    public override string ToString() => "a key";

    private void CopyTo(Span<byte> target)
    {
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(ended, this);
            bytes.CopyTo(target);
        }
    }

    private AesGcm Cipher()
    {
        ObjectDisposedException.ThrowIf(ended, this);
        return cipher ??= new AesGcm(bytes, Forms.Frame.TagLength);
    }
}
