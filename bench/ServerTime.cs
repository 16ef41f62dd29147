using System.Globalization;

namespace Cornerstone.Bench;

/// <summary>
/// The processor time of a private PostgreSQL: of the server, the processes it has running and those that ended.
/// On a machine that others use too, it says more than the clock. Linux only; zero elsewhere.
/// </summary>
internal static class ServerTime
{
    private const double TicksPerSecond = 100;

    internal static double Seconds(string dataFolder)
    {
        var pidFile = Path.Combine(dataFolder, "postgres", "postmaster.pid");
        if (!OperatingSystem.IsLinux() || !File.Exists(pidFile))
        {
            return 0;
        }

        var server = File.ReadLines(pidFile).First().Trim();
        return Directory.EnumerateDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(name => int.TryParse(name, CultureInfo.InvariantCulture, out _))
            .Select(pid => (Pid: pid, Fields: Fields(pid!)))
            .Where(p => p.Fields.Length > 15 && (p.Pid == server || p.Fields[1] == server))
            .Sum(p => Ticks(p.Fields, ended: p.Pid == server)) / TicksPerSecond;
    }

    // After the name in parentheses, proc(5): state, parent, …, utime and stime at 11 and 12, those of ended children at 13 and 14.
    private static string[] Fields(string pid)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static long Ticks(string[] fields, bool ended) =>
        fields[11..(ended ? 15 : 13)].Sum(f => long.Parse(f, CultureInfo.InvariantCulture));
}
