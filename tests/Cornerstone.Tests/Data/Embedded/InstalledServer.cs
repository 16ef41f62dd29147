using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cornerstone.Data.Embedded;
using Npgsql;

namespace Cornerstone.Tests.Data.Embedded;

/// <summary>A PostgreSQL as an administrator runs it: its own settings, its own locale, reached over the network of this machine.</summary>
internal sealed class InstalledServer : IAsyncDisposable
{
    private readonly Process process;

    private InstalledServer(Process process, string admin) => (this.process, AdminConnectionString) = (process, admin);

    public string AdminConnectionString { get; }

    /// <summary>Folders with PostgreSQL's programs installed on this machine, and their versions, the newest first.</summary>
    public static IReadOnlyList<(string Folder, int Version)> Installed { get; } =
    [
        .. (Directory.Exists("/usr/lib/postgresql") ? Directory.EnumerateDirectories("/usr/lib/postgresql") : [])
            .Where(d => File.Exists(Path.Join(d, "bin", "initdb")) && int.TryParse(Path.GetFileName(d), out _))
            .Select(d => (d, int.Parse(Path.GetFileName(d), CultureInfo.InvariantCulture)))
            .OrderByDescending(d => d.Item2),
    ];

    public static async Task<InstalledServer> StartAsync(string programs, ScratchDatabase scratch, CancellationToken ct)
    {
        var folder = Directory.CreateDirectory(scratch.Cluster).FullName;
        var account = await ServerAccount.ForAsync(folder, ct);
        account.Own(folder);
        var password = Path.Join(scratch.DataFolder, "password");
        await File.WriteAllTextAsync(password, "an administrator's", ct);
        account.Own(password);
        var made = await Command.RunAsync(account.Start(Path.Join(programs, "bin", "initdb"), folder, ["-D", folder, "--username=admin", $"--pwfile={password}", "--auth=scram-sha-256", "--locale=C.UTF-8"]), ct);
        Assert.True(made.Succeeded, made.Output);
        var port = FreePort();
        var process = Command.StartQuietly(account.Start(Path.Join(programs, "bin", "postgres"), folder, ["-D", folder, "-p", $"{port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "timezone=Asia/Tashkent", "-c", "default_text_search_config=pg_catalog.english"]));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        for (var waited = Stopwatch.StartNew(); !File.Exists(scratch.PidFile) || !(await File.ReadAllTextAsync(scratch.PidFile, ct)).Contains("ready", StringComparison.Ordinal); await Task.Delay(20, ct))
        {
            Assert.True(!process.HasExited && waited.Elapsed < TimeSpan.FromSeconds(60), "The installed PostgreSQL does not start.");
        }

        return new(process, new NpgsqlConnectionStringBuilder { Host = "127.0.0.1", Port = port, Username = "admin", Password = "an administrator's", Database = "postgres", Pooling = false }.ConnectionString);
    }

    public async ValueTask DisposeAsync()
    {
        Posix.Signal(process.Id, Posix.Interrupt);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
