using System.Diagnostics;
using System.Globalization;
using Cornerstone.Data.Embedded;

namespace Cornerstone.Tests.Data.Embedded;

public sealed class RecoveryTests
{
    [Fact]
    public async Task A_killed_server_is_back_within_seconds_with_everything_committed()
    {
        using var scratch = new ScratchDatabase();
        await using var postgres = await scratch.StartAsync();
        await ScratchDatabase.AskAsync(postgres, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
        var killed = postgres.ServerProcessId;

        Kill(killed);

        Assert.Equal("1000", await AskWhenBackAsync(postgres, killed, "SELECT count(*) FROM kept"));
    }

    [Fact]
    public async Task A_server_killed_again_and_again_comes_back_every_time()
    {
        using var scratch = new ScratchDatabase();
        await using var postgres = await scratch.StartAsync();
        await ScratchDatabase.AskAsync(postgres, "CREATE TABLE kept (n int)");

        for (var round = 1; round <= 3; round++)
        {
            await ScratchDatabase.AskAsync(postgres, "INSERT INTO kept VALUES (1)");
            var killed = postgres.ServerProcessId;
            Kill(killed);
            Assert.Equal(round.ToString(CultureInfo.InvariantCulture), await AskWhenBackAsync(postgres, killed, "SELECT count(*) FROM kept"));
        }
    }

    // PostgreSQL's own restart hangs for ever when its disk still refuses writes, so that there is only one who starts it again.
    [Fact]
    public async Task A_server_one_of_whose_processes_was_killed_ends_whole_and_is_started_by_us()
    {
        using var scratch = new ScratchDatabase();
        await using var postgres = await scratch.StartAsync();
        await ScratchDatabase.AskAsync(postgres, "CREATE TABLE kept AS SELECT generate_series(1, 1000) AS n");
        var server = postgres.ServerProcessId;
        var writer = await ScratchDatabase.AskAsync(postgres, "SELECT pid FROM pg_stat_activity WHERE backend_type = 'walwriter'");

        Kill(int.Parse(writer!, CultureInfo.InvariantCulture));

        Assert.Equal("1000", await AskWhenBackAsync(postgres, server, "SELECT count(*) FROM kept"));
    }

    [Fact]
    public async Task A_server_whose_Cornerstone_was_killed_is_stopped_in_order_and_replaced()
    {
        using var scratch = new ScratchDatabase();
        using var orphan = await OrphanAsync(scratch);

        await using var postgres = await scratch.StartAsync();

        Assert.True(orphan.WaitForExit(TimeSpan.FromSeconds(1)));
        Assert.Equal(0, orphan.ExitCode);
        Assert.Equal("42", await ScratchDatabase.AskAsync(postgres, "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task A_stranger_that_got_the_old_process_number_is_left_alone()
    {
        using var scratch = new ScratchDatabase();
        await (await scratch.StartAsync()).DisposeAsync();
        using var stranger = Process.Start(new ProcessStartInfo("sleep", ["600"]))!;
        await File.WriteAllLinesAsync(scratch.PidFile, [stranger.Id.ToString(CultureInfo.InvariantCulture), scratch.Cluster], TestContext.Current.CancellationToken);

        await using (var postgres = await scratch.StartAsync())
        {
            Assert.Equal("1", await ScratchDatabase.AskAsync(postgres, "SELECT 1"));
        }

        Assert.False(stranger.HasExited);
        stranger.Kill();
    }

    [Fact]
    public async Task A_first_start_that_was_interrupted_begins_afresh()
    {
        using var scratch = new ScratchDatabase();
        Directory.CreateDirectory(Path.Join(scratch.DataFolder, "postgres.new", "base"));

        await using var postgres = await scratch.StartAsync();

        Assert.Equal("1", await ScratchDatabase.AskAsync(postgres, "SELECT 1"));
        Assert.False(Directory.Exists(Path.Join(scratch.DataFolder, "postgres.new")));
    }

    [Fact]
    public async Task The_socket_folder_of_a_killed_Cornerstone_is_removed()
    {
        using var scratch = new ScratchDatabase();
        var left = Directory.CreateDirectory(Path.Join(Path.GetTempPath(), "cornerstone-left-" + Path.GetFileName(Path.GetDirectoryName(scratch.DataFolder)))).FullName;
        Directory.CreateDirectory(scratch.DataFolder);
        await File.WriteAllLinesAsync(Path.Join(scratch.DataFolder, "cornerstone.pid"), ["1", "2026-01-01 00:00:00Z", left], TestContext.Current.CancellationToken);

        await using var postgres = await scratch.StartAsync();

        Assert.False(Directory.Exists(left));
    }

    private static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    private static async Task<string?> AskWhenBackAsync(EmbeddedPostgres postgres, int killed, string sql)
    {
        for (var waited = Stopwatch.StartNew(); postgres.ServerProcessId == killed; await Task.Delay(10, TestContext.Current.CancellationToken))
        {
            Assert.True(waited.Elapsed < TimeSpan.FromSeconds(20), "The server is not back after 20 seconds.");
        }

        return await ScratchDatabase.AskAsync(postgres, sql);
    }

    // The command line of a server that ran under a Cornerstone, run without one.
    private static async Task<Process> OrphanAsync(ScratchDatabase scratch)
    {
        // Programs of its own: those Cornerstone copies for a run behind a closed folder end with that run.
        var programs = Directory.CreateDirectory(Path.Join(Path.GetDirectoryName(scratch.DataFolder), "package", "native")).FullName;
        ProgramCopies.Copy(programs);
        string[] line;
        await using (var postgres = await scratch.StartAsync(programs))
        {
            await ScratchDatabase.AskAsync(postgres, "CREATE TABLE kept AS SELECT 42 AS answer");
            line = (await File.ReadAllTextAsync($"/proc/{postgres.ServerProcessId}/cmdline", TestContext.Current.CancellationToken)).TrimEnd('\0').Split('\0');
        }

        line = [.. line.Select(a => a.StartsWith("unix_socket_directories=", StringComparison.Ordinal) ? $"unix_socket_directories={scratch.Cluster}" : a)];
        var owner = Environment.IsPrivilegedProcess ? await OwnerAsync(scratch.Cluster) : null;
        string[] command = owner is null ? line : ["setpriv", "--reuid", owner[0], "--regid", owner[1], "--clear-groups", .. line];
        var orphan = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = scratch.Cluster, RedirectStandardError = true })!;
        while (!orphan.HasExited && !(File.Exists(scratch.PidFile) && (await File.ReadAllTextAsync(scratch.PidFile)).Contains("ready", StringComparison.Ordinal)))
        {
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        Assert.False(orphan.HasExited, "The server that should be left behind did not start.");
        return orphan;
    }

    private static async Task<string[]> OwnerAsync(string folder)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%u %g", folder]) { RedirectStandardOutput = true })!;
        return (await stat.StandardOutput.ReadToEndAsync()).Trim().Split(' ');
    }
}
