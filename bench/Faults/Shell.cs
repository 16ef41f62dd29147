using System.Diagnostics;

namespace Cornerstone.Bench.Faults;

/// <summary>Programs of the system.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
internal static class Shell
{
    public static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}");
        }
    }

    /// <summary>A library to preload, in a folder of its own that the account of the database may read.</summary>
    public static async Task<string> CompileAsync(string source)
    {
        var made = Path.Combine(Directory.CreateTempSubdirectory("cornerstone-fault-").FullName, Path.ChangeExtension(source, ".so"));
        File.SetUnixFileMode(Path.GetDirectoryName(made)!, (UnixFileMode)0b111_101_101);
        await RunAsync("cc", "-shared", "-fPIC", "-O2", "-o", made, Path.Combine(AppContext.BaseDirectory, "Faults", source), "-ldl");
        return made;
    }
}
