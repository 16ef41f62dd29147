using System.Diagnostics;

namespace Cornerstone.Tests.TestKit;

/// <summary>The program as a process of its own, to be looked at from outside or killed.</summary>
internal sealed class ProgramProcess : IDisposable
{
    private readonly Process process;

    private ProgramProcess(Process process) => this.process = process;

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    /// <summary>What runs .NET programs: the one that runs these tests where it is that.</summary>
    public static string Host => Environment.ProcessPath is { } running && Path.GetFileNameWithoutExtension(running) == "dotnet" ? running : "dotnet";

    public static ProgramProcess Start(string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(Host, [typeof(Web).Assembly.Location, .. arguments]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        // Nobody reads what it says, and it must not wait for that.
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new(process);
    }

    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }
}
