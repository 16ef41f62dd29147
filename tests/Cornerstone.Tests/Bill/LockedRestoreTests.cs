using System.Diagnostics;
using System.Text.RegularExpressions;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Bill;

/// <summary>Case SO-02: a package whose bytes are not those of the lock file is not built upon.</summary>
public sealed partial class LockedRestoreTests : IDisposable
{
    private const string Project = "src/Cornerstone.Charts";
    private static readonly string[] Settings = ["Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "global.json"];

    private readonly string folder = Directory.CreateTempSubdirectory("cs-locked-").FullName;

    private string LockFile => Path.Join(folder, Project, "packages.lock.json");

    [Fact]
    public async Task One_changed_hash_in_a_lock_file_stops_the_restore()
    {
        Directory.CreateDirectory(Path.Join(folder, Project));
        foreach (var file in Settings.Concat([$"{Project}/Cornerstone.Charts.csproj", $"{Project}/packages.lock.json"]))
        {
            File.Copy(Path.Join(Repository.Root, file), Path.Join(folder, file));
        }

        var asItIs = await RestoreAsync();
        Assert.SkipUnless(asItIs.Code == 0, $"Nothing can be restored on this machine: {asItIs.Said}");
        var locked = await File.ReadAllTextAsync(LockFile, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(LockFile, FirstOfHash().Replace(locked, m => m.Value == "A" ? "B" : "A", 1), TestContext.Current.CancellationToken);
        Directory.Delete(Path.Join(folder, "artifacts"), recursive: true);

        var changed = await RestoreAsync();

        Assert.NotEqual(0, changed.Code);
        Assert.Contains("NU1403", changed.Said, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int Code, string Said)> RestoreAsync()
    {
        using var restore = Process.Start(new ProcessStartInfo(ProgramProcess.Host, ["restore", Project, "--locked-mode"]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var said = restore.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var wrong = restore.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await restore.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (restore.ExitCode, await said + await wrong);
    }

    [GeneratedRegex("(?<=\"contentHash\": \").")]
    private static partial Regex FirstOfHash();
}
