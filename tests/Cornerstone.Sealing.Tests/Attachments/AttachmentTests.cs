using System.Security.Cryptography;
using Cornerstone.Sealing.Attachments;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Attachments;

public sealed class AttachmentTests
{
    private static readonly SealedPlace Place = Given.Place("file");

    private readonly DossierKey key = Given.DossierKey();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(300)]
    [InlineData(65_513)]
    [InlineData(65_514)]
    [InlineData(65_515)]
    [InlineData(131_038)]
    [InlineData(131_039)]
    [InlineData(1_000_000)]
    public async Task A_file_comes_back_as_it_was_with_its_name(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);

        var (name, opened) = await OpenAsync(await SealAsync(content, "scan.pdf"));

        Assert.Equal("scan.pdf", name);
        Assert.Equal(content, opened);
    }

    [Theory]
    [InlineData(10, 256)]
    [InlineData(200, 256)]
    [InlineData(242, 512)]
    [InlineData(65_521, 65_536)]
    [InlineData(65_522, 131_072)]
    [InlineData(200_000, 262_144)]
    [InlineData(300_000, 524_288)]
    public async Task Outside_it_has_the_length_of_a_power_of_two(int length, int shown)
    {
        var stored = await SealAsync(new byte[length], "a");

        var chunks = Math.Max(1, shown / ChunkForm.ChunkLength);
        Assert.Equal(ChunkForm.HeaderLength + shown + (chunks * 16), stored.Length);
    }

    [Fact]
    public async Task The_name_and_the_content_are_nowhere_in_the_bytes()
    {
        var stored = await SealAsync("canary-7f3a of the content"u8.ToArray(), "canary-9c1b.docx");

        Assert.Equal(-1, stored.AsSpan().IndexOf("canary"u8));
    }

    [Fact]
    public async Task Each_byte_altered_is_found()
    {
        var stored = await SealAsync(new byte[100], "a");

        for (var at = 0; at < stored.Length; at++)
        {
            byte[] altered = [.. stored];
            altered[at] ^= 0x10;
            await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(altered));
        }
    }

    [Fact]
    public async Task Cut_at_any_chunk_or_inside_one_it_is_found()
    {
        var stored = await SealAsync(RandomNumberGenerator.GetBytes(200_000), "a");

        foreach (var length in Enumerable.Range(0, 4).SelectMany(c => new[] { At(c), At(c) + 1, At(c) + 40_000 }).Prepend(0).Prepend(20))
        {
            await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync(stored[..length]));
        }

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync([.. stored, 0]));
    }

    [Fact]
    public async Task Chunks_in_another_order_doubled_or_left_out_are_found()
    {
        var stored = await SealAsync(RandomNumberGenerator.GetBytes(200_000), "a");
        var orders = new[] { [1, 0, 2, 3], [0, 2, 1, 3], [0, 1, 1, 3], [0, 1, 3], [0, 1, 2, 3, 3], [0, 1, 2, 2, 3], new[] { 3 } };

        foreach (var order in orders)
        {
            await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync([.. stored[..At(0)], .. order.SelectMany(c => stored[At(c)..At(c + 1)])]));
        }
    }

    [Fact]
    public async Task A_chunk_of_the_same_file_sealed_another_time_is_found()
    {
        var content = RandomNumberGenerator.GetBytes(200_000);
        var (one, other) = (await SealAsync(content, "a"), await SealAsync(content, "a"));

        await Assert.ThrowsAsync<SealBrokenException>(() => OpenAsync([.. one[..At(2)], .. other[At(2)..At(3)], .. one[At(3)..]]));
    }

    [Fact]
    public async Task At_another_place_or_version_it_is_refused()
    {
        var stored = await SealAsync(new byte[10], "a");

        foreach (var other in Given.Neighbours(Place))
        {
            await Assert.ThrowsAsync<SealBrokenException>(() => AttachmentStream.OpenAsync(new MemoryStream(stored), key, other, Stop));
        }
    }

    [Fact]
    public async Task After_a_broken_chunk_it_never_looks_finished()
    {
        var stored = await SealAsync(RandomNumberGenerator.GetBytes(100_000), "a");
        stored[^1] ^= 1;
        await using var opened = await AttachmentStream.OpenAsync(new MemoryStream(stored), key, Place, Stop);

        await Assert.ThrowsAsync<SealBrokenException>(() => opened.CopyToAsync(Stream.Null, Stop));
        await Assert.ThrowsAsync<SealBrokenException>(() => opened.CopyToAsync(Stream.Null, Stop));
    }

    [Fact]
    public async Task Sixty_megabytes_pass_in_bounded_memory()
    {
        await SealAsync(new byte[1000], "warm");
        var before = GC.GetAllocatedBytesForCurrentThread();

        using var stored = new Endless(60_000_000);
        await SealedAttachment.SealAsync(stored, Stream.Null, key, Place, "long.bin", Stop);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 5_000_000);
    }

    private static int At(int chunk) => ChunkForm.HeaderLength + (chunk * ChunkForm.SealedChunkLength);

    private async Task<byte[]> SealAsync(byte[] content, string name)
    {
        using var target = new MemoryStream();
        await SealedAttachment.SealAsync(new MemoryStream(content), target, key, Place, name, Stop);
        return target.ToArray();
    }

    private async Task<(string Name, byte[] Content)> OpenAsync(byte[] stored)
    {
        await using var opened = await AttachmentStream.OpenAsync(new MemoryStream(stored), key, Place, Stop);
        using var content = new MemoryStream();
        await opened.CopyToAsync(content, Stop);
        return (opened.Name, content.ToArray());
    }

    /// <summary>So many zeros, in pieces, as from a network.</summary>
    private sealed class Endless(long length) : MemoryStream
    {
        private long left = length;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = (int)Math.Min(Math.Min(left, 8_000), buffer.Length);
            buffer.Span[..read].Clear();
            left -= read;
            return ValueTask.FromResult(read);
        }
    }
}
