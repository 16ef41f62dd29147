using System.Security.Cryptography;
using Cornerstone.Backups;

namespace Cornerstone.Tests.Backups;

public sealed class EnvelopeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Envelope.ChunkLength - 1)]
    [InlineData(Envelope.ChunkLength)]
    [InlineData(Envelope.ChunkLength + 1)]
    [InlineData(3 * Envelope.ChunkLength)]
    public void Each_recipient_reads_what_was_written(int length)
    {
        using var first = Key();
        using var second = Key();
        var plain = RandomNumberGenerator.GetBytes(length);

        var file = Seal(plain, first, second);

        Assert.Equal(plain, Open(file, first));
        Assert.Equal(plain, Open(file, second));
    }

    [Fact]
    public void Another_key_and_the_public_half_open_nothing()
    {
        using var recipient = Key();
        using var other = Key();
        using var half = ECDiffieHellman.Create();
        half.ImportSubjectPublicKeyInfo(recipient.ExportSubjectPublicKeyInfo(), out _);
        var file = Seal([1, 2, 3], recipient);

        Assert.Throws<RefusedException>(() => Open(file, other));
        Assert.Throws<RefusedException>(() => Open(file, half));
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        using var key = Key();
        var file = Seal(RandomNumberGenerator.GetBytes(2 * Envelope.ChunkLength), key);
        const int sealedChunk = Envelope.ChunkLength + Envelope.TagLength;

        foreach (var kept in new[] { 0, 5, 40, file.Length - (2 * sealedChunk), file.Length - sealedChunk, file.Length - 1024, file.Length - 1 })
        {
            Assert.Throws<RefusedException>(() => Open(file[..kept], key));
        }
    }

    [Fact]
    public void Chunks_in_another_order_and_bytes_added_are_refused()
    {
        using var key = Key();
        var file = Seal(RandomNumberGenerator.GetBytes(3 * Envelope.ChunkLength), key);
        const int chunk = Envelope.ChunkLength + Envelope.TagLength;
        var head = file.Length - (3 * chunk);
        byte[] swapped = [.. file[..head], .. file[(head + chunk)..(head + (2 * chunk))], .. file[head..(head + chunk)], .. file[(head + (2 * chunk))..]];

        Assert.Throws<RefusedException>(() => Open(swapped, key));
        Assert.Throws<RefusedException>(() => Open([.. file, 0], key));
    }

    [Fact]
    public void Every_bit_of_the_head_counts_for_every_recipient()
    {
        using var first = Key();
        using var second = Key();
        var file = Seal([1, 2, 3], first, second);
        var head = file.Length - 3 - Envelope.TagLength;

        for (var bit = 0; bit < head * 8; bit += 7)
        {
            var flipped = file.ToArray();
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<RefusedException>(() => Open(flipped, first));
        }
    }

    private static ECDiffieHellman Key() => ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    private static byte[] Seal(byte[] plain, params ECDiffieHellman[] recipients)
    {
        using var target = new MemoryStream();
        using var sealing = new SealingStream(target, recipients);
        sealing.Write(plain);
        sealing.Finish();
        return target.ToArray();
    }

    private static byte[] Open(byte[] file, ECDiffieHellman key)
    {
        using var opening = new OpeningStream(new MemoryStream(file), key);
        using var plain = new MemoryStream();
        opening.CopyTo(plain);
        return plain.ToArray();
    }
}
