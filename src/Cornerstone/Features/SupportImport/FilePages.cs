using System.Buffers;
using System.IO.Compression;
using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportImport;

/// <summary>Records laid one behind the other into pages, packed: what was said stays, at a fraction of its size.</summary>
internal sealed class FilePages(Func<Guid> nextId)
{
    // Large enough to pack well, small enough that reading one record unpacks little.
    private const int FullAt = 128 * 1024;

    private readonly ArrayBufferWriter<byte> open = new(2 * FullAt);
    private readonly List<(Guid Id, byte[] Content)> full = [];
    private Guid id = nextId();

    /// <summary>Where the record will stand.</summary>
    public (Guid Page, int Start) Lay(ReadOnlySpan<byte> record)
    {
        if (open.WrittenCount > 0 && open.WrittenCount + record.Length > FullAt)
        {
            Close();
        }

        var start = open.WrittenCount;
        open.Write(record);
        return (id, start);
    }

    /// <summary>The pages laid so far; the next record begins a new one.</summary>
    public List<(Guid Id, byte[] Content)> Take()
    {
        if (open.WrittenCount > 0)
        {
            Close();
        }

        List<(Guid, byte[])> taken = [.. full];
        full.Clear();
        return taken;
    }

    public static byte[] Unpack(SupportPage page, int start, int length)
    {
        using var packed = new ZLibStream(new MemoryStream(page.Content), CompressionMode.Decompress);
        var skipped = new byte[Math.Min(start, 1 << 16)];
        for (var left = start; left > 0;)
        {
            var step = Math.Min(left, skipped.Length);
            packed.ReadExactly(skipped, 0, step);
            left -= step;
        }

        var record = new byte[length];
        packed.ReadExactly(record);
        return record;
    }

    private void Close()
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(open.WrittenSpan);
        }

        full.Add((id, packed.ToArray()));
        open.ResetWrittenCount();
        id = nextId();
    }
}
