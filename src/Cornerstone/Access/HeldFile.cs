using Cornerstone.Data;

namespace Cornerstone.Access;

/// <summary>A file that is held in memory until it is whole. What is larger than a file of everyday work leaves while it is made.</summary>
internal sealed class HeldFile(Stream answer, int most = 64 << 20) : WriteOnlyStream
{
    private readonly MemoryStream held = new();

    /// <summary>What is held goes out.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        held.Position = 0;
        await held.CopyToAsync(answer, ct);
        held.SetLength(0);
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        held.Write(buffer.Span);
        if (held.Length > most)
        {
            await LeaveAsync(cancellationToken);
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override void Write(byte[] buffer, int offset, int count) => held.Write(buffer, offset, count);

    public override void Flush()
    {
    }

    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
