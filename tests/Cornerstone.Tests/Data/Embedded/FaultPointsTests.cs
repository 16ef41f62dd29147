using System.Diagnostics;
using Cornerstone.Data.Embedded;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Data.Embedded;

/// <summary>Cases RL-02 and RL-04, a point or two of each on each run, by the program that tries two hundred: <c>bench -- faults</c>.</summary>
public sealed class FaultPointsTests
{
    private static readonly string Bench = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "../../Cornerstone.Bench/release/Cornerstone.Bench.dll"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("power", 2)]
    [InlineData("full", 1)]
    [InlineData("broken", 1)]
    [InlineData("readonly", 1)]
    public async Task Nothing_acknowledged_is_lost_and_the_program_writes_again_by_itself(string kind, int points)
    {
        await SkipWhereItCannotBeTriedAsync(kind);

        var tried = await TryAsync("--kind", kind, "--points", $"{points}");

        Assert.True(tried.Succeeded, tried.Output);
        Assert.Matches($"{kind}: {points} points, [1-9][0-9,]* acknowledged acts, 0 lost, 0 half stored, journal of [0-9,]+ entries intact; ", tried.Output);
    }

    // The attempt must be able to fail: a copy of the disk without what makes commits last.
    [Fact]
    public async Task A_power_cut_that_takes_the_log_of_the_database_is_found_out()
    {
        await SkipWhereItCannotBeTriedAsync("power");

        var tried = await TryAsync("--kind", "power", "--points", "1", "--blind", "yes");

        Assert.True(tried.ExitCode == 1, tried.Output);
        Assert.DoesNotContain(" 0 lost", tried.Output, StringComparison.Ordinal);
    }

    private static async Task<Command> TryAsync(params string[] options)
    {
        using var scratch = new ScratchDatabase();
        var start = new ProcessStartInfo(ProgramProcess.Host, [Bench, "faults", .. options]);
        // What it leaves behind when it fails goes with the test.
        start.Environment["TMPDIR"] = Directory.CreateDirectory(scratch.DataFolder).FullName;
        return await Command.RunAsync(start, Ct);
    }

    private static async Task SkipWhereItCannotBeTriedAsync(string kind)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && File.Exists(Bench), "The benchmarks are not built beside the tests.");
        if (kind == "full")
        {
            Assert.SkipUnless(await MayMountAsync(), "This account may not mount a disk in memory that can be filled.");
        }
        else
        {
            Assert.SkipUnless(ServerAccount.Find("cc") is not null, "There is no compiler of C on this machine: the library that breaks a disk cannot be made.");
        }
    }

    private static async Task<bool> MayMountAsync()
    {
        if (!Environment.IsPrivilegedProcess) return false;

        var folder = Directory.CreateTempSubdirectory("cs-mount-").FullName;
        var mounted = await Command.RunAsync(new ProcessStartInfo("mount", ["-t", "tmpfs", "-o", "size=1m", "cornerstone-test", folder]), Ct);
        if (mounted.Succeeded) await Command.RunAsync(new ProcessStartInfo("umount", [folder]), Ct);
        Directory.Delete(folder);
        return mounted.Succeeded;
    }
}
