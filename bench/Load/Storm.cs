using System.Net;
using System.Net.Sockets;

namespace Cornerstone.Bench.Load;

/// <summary>Slow clients, fifty people who export without a pause and twenty who try passwords without a pause; or one of these alone.</summary>
internal sealed class Storm(ServedDemonstration server, IReadOnlyList<LoadVisitor> visitors, string? part) : IDisposable
{
    private const int Exports = 50;
    private const int SlowClients = 100;
    private const int Sprayers = 20;

    private readonly List<LoadVisitor> sprayers = [.. Enumerable.Range(0, Sprayers).Select(_ => new LoadVisitor(server.Root))];

    public Task RageAsync(CancellationToken ct) => Task.WhenAll(
    [
        .. Has("exports") ? visitors.Take(Exports).Select(v => v.ExportForEverAsync(ct)) : [],
        .. Has("slow") ? Enumerable.Range(0, SlowClients).Select(_ => DripAsync(server.Port, ct)) : [],
        .. Has("spray") ? sprayers.Select((s, i) => s.SprayAsync(i, ct)) : [],
    ]);

    public override string ToString() => $"{visitors.Sum(v => v.Done)} files were made and {sprayers.Sum(s => s.Done)} passwords answered";

    public void Dispose() => sprayers.ForEach(s => s.Dispose());

    private bool Has(string wanted) => (part ?? wanted) == wanted;

    // A request of which one letter comes each second.
    private static async Task DripAsync(int port, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, port, ct);
                foreach (var letter in "GET /sign-in HTTP/1.1\r\nHost: localhost\r\nX-Slow: "u8.ToArray().Concat(Enumerable.Repeat((byte)'x', 1_000)))
                {
                    await socket.GetStream().WriteAsync(new[] { letter }, ct);
                    await Task.Delay(1_000, ct);
                }
            }
            catch (Exception ended) when (ended is IOException or SocketException or OperationCanceledException)
            {
                // The server hung up, or the time is over.
            }
        }
    }
}
