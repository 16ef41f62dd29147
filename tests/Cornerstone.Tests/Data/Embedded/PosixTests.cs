using System.Diagnostics;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Data.Embedded;

/// <summary>Case CR-10: what the program holds in memory is written to no file and shown to no other process.</summary>
public sealed class PosixTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cs-memory-").FullName;

    [Fact]
    public async Task From_its_first_line_on_the_program_leaves_no_dump_of_its_memory()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "How a process is limited is read from /proc.");
        // Opening it waits for somebody who writes: the program stands still after its first lines.
        var pipe = Path.Join(folder, "never.txt");
        await Process.Start("mkfifo", [pipe]).WaitForExitAsync(TestContext.Current.CancellationToken);
        using var program = ProgramProcess.Start(["library", "parse", pipe, "--json"]);

        var limit = "";
        for (var waited = Stopwatch.StartNew(); !IsNone(limit) && waited.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(20, TestContext.Current.CancellationToken))
        {
            Assert.False(program.HasEnded, "The program ended instead of waiting.");
            limit = (await File.ReadAllLinesAsync($"/proc/{program.Id}/limits", TestContext.Current.CancellationToken)).Single(l => l.StartsWith("Max core file size", StringComparison.Ordinal));
        }

        Assert.True(IsNone(limit), limit);
        await AssertClosedAsync(program.Id);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static bool IsNone(string limit) => limit.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, _, "0", "0", ..];

    // The kernel gives what it shows of a process to root when nobody may look into it; of root's own it shows no difference.
    private static async Task AssertClosedAsync(int id)
    {
        if (Environment.IsPrivilegedProcess) return;

        for (var tries = 0; OwnerOf(id) != "0" && tries < 100; tries++)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        Assert.Equal("0", OwnerOf(id));
    }

    private static string OwnerOf(int id)
    {
        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%u", $"/proc/{id}/environ"]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim();
    }
}
