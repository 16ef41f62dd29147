using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cornerstone.Bench.Load;

/// <summary>"cornerstone demo" as a process of its own, as an operator runs it.</summary>
internal sealed class ServedDemonstration : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly Process process;

    private ServedDemonstration(Process process, int port) => (this.process, Port) = (process, port);

    public int Port { get; }

    public int ProcessId => process.Id;

    public Uri Root => new($"http://127.0.0.1:{Port}");

    public static async Task<ServedDemonstration> StartAsync(string folder)
    {
        var port = FreePort();
        var start = new ProcessStartInfo("dotnet", [Path.Join(AppContext.BaseDirectory, "cornerstone.dll"), "demo", "--data", folder, "--port", port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        };
        var server = new ServedDemonstration(Process.Start(start)!, port);
        try
        {
            await server.ReadyAsync();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        // As Ctrl+C does: PostgreSQL writes everything out and ends with it.
        using (var stop = Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            stop.WaitForExit();
        }

        process.WaitForExit();
        process.Dispose();
    }

    private async Task ReadyAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
        {
            if (line.Contains("is ready", StringComparison.Ordinal))
            {
                // Whatever else it says is read away, so that it never waits for a reader.
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return;
            }
        }

        throw new InvalidOperationException("The demonstration did not start.");
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
