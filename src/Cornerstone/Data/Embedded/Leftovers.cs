using System.Diagnostics;
using System.Globalization;

namespace Cornerstone.Data.Embedded;

/// <summary>
/// PostgreSQL processes that outlived a killed Cornerstone or a killed parent. They are known by working in our cluster's folder:
/// the number in postmaster.pid alone may belong to a stranger by now.
/// </summary>
internal static class Leftovers
{
    private static readonly TimeSpan Orderly = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Hasty = TimeSpan.FromSeconds(5);

    /// <summary>Returns how many were found; when it returns, none is left and the folder may be started again.</summary>
    public static async Task<int> StopAsync(PostgresCluster cluster, ServerAccount account, CancellationToken ct)
    {
        if (!File.Exists(cluster.PidFile))
        {
            return 0;
        }

        var found = await WorkingInAsync(cluster.Folder, account, ct);
        var parent = int.TryParse((await File.ReadAllLinesAsync(cluster.PidFile, ct)).FirstOrDefault(), CultureInfo.InvariantCulture, out var id) ? id : 0;
        IEnumerable<int> head = found.Contains(parent) ? [parent] : [];
        _ = await EndAsync(head, found, Posix.Interrupt, head.Any() ? Orderly : Hasty, ct)
            || await EndAsync(found, found, Posix.Quit, Hasty, ct)
            || await EndAsync(found, found, Posix.Kill, Hasty, ct);

        // Safe only because no server process works in this folder any more and we hold its lock.
        File.Delete(cluster.PidFile);
        return found.Count;
    }

    private static async Task<bool> EndAsync(IEnumerable<int> signalled, IReadOnlyList<int> all, int signal, TimeSpan patience, CancellationToken ct)
    {
        foreach (var process in signalled.Where(Posix.Exists))
        {
            Posix.Signal(process, signal);
        }

        for (var waited = Stopwatch.StartNew(); waited.Elapsed < patience; await Task.Delay(20, ct))
        {
            if (!all.Any(Posix.Exists))
            {
                return true;
            }
        }

        return false;
    }

    // Asked under the server's account: in a container even root may not look into another account's processes.
    private static async Task<IReadOnlyList<int>> WorkingInAsync(string folder, ServerAccount account, CancellationToken ct)
    {
        var real = (await Command.RunAsync(new ProcessStartInfo("realpath", ["-z", "--", folder]), ct)).Output.TrimEnd('\0');
        var listing = await Command.RunAsync(
            account.Start("find", "/", "/proc", "-mindepth", "2", "-maxdepth", "2", "-path", "/proc/[0-9]*/cwd", "-printf", "%h\\t%l\\0"), ct);
        return
        [
            .. from entry in listing.Output.Split('\0')
               let parts = entry.Split('\t', 2)
               where parts.Length == 2 && parts[1] == real
               let id = int.Parse(parts[0].AsSpan("/proc/".Length), CultureInfo.InvariantCulture)
               where IsServer(id)
               select id,
        ];
    }

    // An operator's shell may stand in the folder too.
    private static bool IsServer(int process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/comm").Trim() == "postgres";
        }
        catch (IOException)
        {
            return false;
        }
    }
}
