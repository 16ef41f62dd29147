using System.Diagnostics;
using System.Globalization;

namespace Cornerstone.Tests.Data.Embedded;

public sealed class RefusedStartTests
{
    [Fact]
    public async Task A_second_Cornerstone_on_the_same_folder_is_told_who_has_it()
    {
        using var scratch = new ScratchDatabase();
        await using var postgres = await scratch.StartAsync();

        var refused = await scratch.RefusalAsync();

        Assert.Contains(scratch.DataFolder, refused.Message);
        Assert.Contains(Environment.ProcessId.ToString(CultureInfo.InvariantCulture), refused.Message);
        Assert.Equal("1", await ScratchDatabase.AskAsync(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task A_refused_start_can_be_repeated_when_the_first_has_ended()
    {
        using var scratch = new ScratchDatabase();
        await using (await scratch.StartAsync())
        {
            await scratch.RefusalAsync();
        }

        await using var postgres = await scratch.StartAsync();

        Assert.Equal("1", await ScratchDatabase.AskAsync(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task A_database_of_another_version_is_not_touched()
    {
        using var scratch = new ScratchDatabase();
        await (await scratch.StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Join(scratch.Cluster, "PG_VERSION"), "17\n", TestContext.Current.CancellationToken);

        var refused = await scratch.RefusalAsync();

        Assert.Equal([scratch.Cluster, "17", 18], refused.Facts);
    }

    [Fact]
    public async Task A_folder_named_postgres_that_is_no_database_is_not_touched()
    {
        using var scratch = new ScratchDatabase();
        Directory.CreateDirectory(scratch.Cluster);
        await File.WriteAllTextAsync(Path.Join(scratch.Cluster, "thesis.txt"), "mine", TestContext.Current.CancellationToken);

        var refused = await scratch.RefusalAsync();

        Assert.Contains("holds no PostgreSQL database", refused.Message);
        Assert.True(File.Exists(Path.Join(scratch.Cluster, "thesis.txt")));
    }

    [Fact]
    public async Task A_lost_password_is_named()
    {
        using var scratch = new ScratchDatabase();
        await (await scratch.StartAsync()).DisposeAsync();
        File.Delete(Path.Join(scratch.DataFolder, "postgres-password"));

        var refused = await scratch.RefusalAsync();

        Assert.Contains("postgres-password", refused.Message);
    }

    [Fact]
    public async Task Missing_programs_are_named()
    {
        using var scratch = new ScratchDatabase();

        var refused = await scratch.RefusalAsync(binaries: "/nowhere/native");

        Assert.Contains("/nowhere/native", refused.Message);
        Assert.Contains("npm ci", refused.Message);
    }

    [Fact]
    public async Task Programs_that_do_not_run_are_named_with_what_they_said()
    {
        using var scratch = new ScratchDatabase();
        var programs = Directory.CreateDirectory(Path.Join(Path.GetDirectoryName(scratch.DataFolder), "native", "bin"));
        await File.WriteAllTextAsync(Path.Join(programs.FullName, "postgres"), "#!/bin/sh\necho no such library\nexit 1\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(Path.Join(programs.FullName, "postgres"), UnixFileMode.UserRead | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);

        var refused = await scratch.RefusalAsync(programs.Parent!.FullName);

        Assert.Contains("no such library", refused.Message);
    }

    [Theory]
    [InlineData("/proc/cornerstone")]
    [InlineData("/dev/null/cornerstone")]
    public async Task A_folder_that_cannot_be_made_is_named(string folder)
    {
        var refused = await Assert.ThrowsAsync<Cornerstone.Data.Embedded.EmbeddedPostgresException>(() => Cornerstone.Data.Embedded.EmbeddedPostgres.StartAsync(
            new(folder), TimeProvider.System, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, TestContext.Current.CancellationToken));

        Assert.Contains(folder, refused.Message);
    }

    [Fact]
    public async Task A_full_disk_is_told_before_anything_is_made()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root can mount a small disk.");
        using var scratch = new ScratchDatabase();
        Directory.CreateDirectory(scratch.DataFolder);
        Assert.SkipUnless(Run("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", scratch.DataFolder), "This machine does not let us mount a small disk.");
        try
        {
            var refused = await scratch.RefusalAsync();

            Assert.Contains("8 MB free", refused.Message);
        }
        finally
        {
            Run("umount", scratch.DataFolder);
        }
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
