using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Npgsql;

namespace Cornerstone.Tests.Data.Embedded;

/// <summary>A PostgreSQL as an administrator runs it: its own settings, its own locale, reached over the network of this machine.</summary>
internal sealed class InstalledServer : IAsyncDisposable
{
    // Nothing of it as ours has it; what matters must be asked for by every session.
    private static readonly string[] Settings =
    [
        "listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=100", "timezone=Asia/Tashkent", "datestyle=German, DMY", "intervalstyle=sql_standard", "bytea_output=escape", "xmloption=document",
        "default_text_search_config=pg_catalog.english", "extra_float_digits=0", "default_transaction_isolation=serializable", "jit=on", "random_page_cost=4",
    ];

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

    /// <summary>Programs of a server that is new enough: installed ones, or those that come with Cornerstone.</summary>
    public static string Programs => Installed.FirstOrDefault(p => p.Version >= Database.LowestVersion) is { Folder: { } installed } ? installed : PostgresBinaries.Search();

    /// <param name="programs">Its folder "bin" holds initdb and postgres.</param>
    /// <param name="folder">Where its cluster is made.</param>
    public static async Task<InstalledServer> StartAsync(string programs, string folder, CancellationToken ct)
    {
        var cluster = Directory.CreateDirectory(PostgresCluster.FolderIn(folder)).FullName;
        var account = await ServerAccount.ForAsync(cluster, ct);
        account.Own(cluster);
        var binaries = await PostgresBinaries.PrepareAsync(programs, account, folder, ct);
        var password = Path.Join(folder, "password");
        await File.WriteAllTextAsync(password, "an administrator's", ct);
        account.Own(password);
        var made = await Command.RunAsync(account.Start(binaries.ClusterMaker, cluster, ["-D", cluster, "--username=admin", $"--pwfile={password}", "--auth=scram-sha-256", "--locale=C.UTF-8"]), ct);
        Assert.True(made.Succeeded, made.Output);
        var port = FreePort();
        var process = Command.StartQuietly(account.Start(binaries.Server, cluster, ["-D", cluster, "-p", $"{port}", .. Settings.SelectMany(s => new[] { "-c", s })]));
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var running = Path.Join(cluster, "postmaster.pid");
        for (var waited = Stopwatch.StartNew(); !File.Exists(running) || !(await File.ReadAllTextAsync(running, ct)).Contains("ready", StringComparison.Ordinal); await Task.Delay(20, ct))
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
