using System.Diagnostics;

namespace Cornerstone.Data.Embedded;

/// <summary>A program run to its end: its exit code and everything it wrote.</summary>
internal sealed record Command(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    public static async Task<Command> RunAsync(ProcessStartInfo start, CancellationToken ct)
    {
        using var process = StartQuietly(start);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(ct);
            var errors = process.StandardError.ReadToEndAsync(ct);
            await process.WaitForExitAsync(ct);
            return new(process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    public static Process StartQuietly(ProcessStartInfo start)
    {
        start.RedirectStandardInput = true;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        try
        {
            var process = Process.Start(start)!;
            process.StandardInput.Close();
            return process;
        }
        catch (System.ComponentModel.Win32Exception fault)
        {
            throw new EmbeddedPostgresException("Cannot run {0}: {1}.", start.FileName, fault.Message);
        }
    }

    /// <summary>The last line that says something, for a message to a person.</summary>
    public string LastWords => Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? $"exit code {ExitCode}";

    /// <summary>The line a PostgreSQL program calls an error; what follows it is mostly housekeeping.</summary>
    public string FirstError => Output.Split('\n', StringSplitOptions.TrimEntries)
        .FirstOrDefault(l => l.Contains("error:", StringComparison.Ordinal) || l.Contains("FATAL:", StringComparison.Ordinal)) ?? LastWords;
}
