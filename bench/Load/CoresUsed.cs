using System.Globalization;

namespace Cornerstone.Bench.Load;

/// <summary>Processor time spent so far by the program, by its database and by the bench, which shares the cores with both. Linux tells.</summary>
internal sealed record CoresUsed(double Program, double Database, double Bench)
{
    // USER_HZ, in which /proc counts on every Linux .NET runs on.
    private const double TicksPerSecond = 100;

    public static CoresUsed Now(ServedDemonstration server)
    {
        if (!OperatingSystem.IsLinux()) return new(double.NaN, double.NaN, double.NaN);

        var all = Directory.EnumerateDirectories("/proc").Select(f => int.TryParse(Path.GetFileName(f), CultureInfo.InvariantCulture, out var id) ? Spent.Of(id) : null).OfType<Spent>().ToList();
        var first = all.Where(p => p.Parent == server.ProcessId && p.Name == "postgres").ToList();
        // What ended is counted by the process that waited for it.
        var serving = all.Where(p => first.Exists(f => f.Id == p.Parent)).Sum(p => p.Own);
        return new(all.Single(p => p.Id == server.ProcessId).Own, first.Sum(p => p.Own + p.OfEnded) + serving, all.Single(p => p.Id == Environment.ProcessId).Own);
    }

    public static CoresUsed operator +(CoresUsed left, CoresUsed right) => new(left.Program + right.Program, left.Database + right.Database, left.Bench + right.Bench);

    public static CoresUsed operator -(CoresUsed left, CoresUsed right) => new(left.Program - right.Program, left.Database - right.Database, left.Bench - right.Bench);

    // proc(5): /proc/PID/stat, the fields after the name in brackets.
    private sealed record Spent(int Id, string Name, int Parent, double Own, double OfEnded)
    {
        public static Spent? Of(int id)
        {
            try
            {
                var stat = File.ReadAllText($"/proc/{id}/stat");
                var (open, close) = (stat.IndexOf('('), stat.LastIndexOf(')'));
                var fields = stat[(close + 2)..].Split(' ');
                return new(id, stat[(open + 1)..close], int.Parse(fields[1], CultureInfo.InvariantCulture), Seconds(fields[11]) + Seconds(fields[12]), Seconds(fields[13]) + Seconds(fields[14]));
            }
            catch (IOException)
            {
                // It ended meanwhile.
                return null;
            }
        }

        private static double Seconds(string ticks) => long.Parse(ticks, CultureInfo.InvariantCulture) / TicksPerSecond;
    }
}
