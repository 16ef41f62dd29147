using System.Globalization;
using Cornerstone.Data.Embedded;

namespace Cornerstone.Bench.Faults;

/// <summary>The processes of PostgreSQL whose folder is this cluster: it is started inside it.</summary>
internal sealed class ClusterProcesses(string cluster)
{
    private const int Terminate = 15;

    /// <summary>The server's first process, or one that serves somebody.</summary>
    public void Kill(bool first)
    {
        var master = int.Parse(File.ReadLines(Path.Combine(cluster, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        Posix.Signal(first ? master : All().Where(p => p != master).OrderDescending().First(), Posix.Kill);
    }

    /// <summary>Whom it serves is cut off, as when a network is.</summary>
    public void CutOff()
    {
        foreach (var serving in All().Where(p => TitleOf(p).Contains("cornerstone_app", StringComparison.Ordinal)))
        {
            Posix.Signal(serving, Terminate);
        }
    }

    public async Task KillAllAsync()
    {
        while (All() is { Count: > 0 } alive)
        {
            alive.ForEach(p => Posix.Signal(p, Posix.Kill));
            await Task.Delay(5);
        }
    }

    private List<int> All() =>
        [.. Directory.EnumerateDirectories("/proc").Select(p => int.TryParse(Path.GetFileName(p), CultureInfo.InvariantCulture, out var id) ? id : 0).Where(id => id > 0 && FolderOf(id) == cluster)];

    private static string? FolderOf(int id)
    {
        try
        {
            return new FileInfo($"/proc/{id}/cwd").LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string TitleOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
