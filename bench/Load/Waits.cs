using System.Globalization;

namespace Cornerstone.Bench.Load;

/// <summary>How long people waited, in milliseconds.</summary>
internal sealed class Waits
{
    public const string Heading = "| | answers | per s | p50 ms | p95 ms | p99 ms | public p95 ms | failed | cores: program | database | bench |\n|---|---|---|---|---|---|---|---|---|---|---|";

    public List<double> People { get; } = [];

    public List<double> Citizens { get; } = [];

    public CoresUsed Cores { get; set; } = new(0, 0, 0);

    public int Failed => People.Count(double.IsNaN) + Citizens.Count(double.IsNaN);

    public double At(double part) => Of(People, part);

    public string Line(string name, int seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {People.Count + Citizens.Count} | {(People.Count + Citizens.Count) / (double)seconds:0} | {At(0.5):0} | {At(0.95):0} | {At(0.99):0} | {Of(Citizens, 0.95):0} | {Failed} | {Cores.Program / seconds:0.00} | {Cores.Database / seconds:0.00} | {Cores.Bench / seconds:0.00} |");

    private static double Of(List<double> waits, double part) => waits.Where(w => !double.IsNaN(w)).Order().ToList() is { Count: > 0 } known ? known[(int)(part * (known.Count - 1))] : double.NaN;
}
