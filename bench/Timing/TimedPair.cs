using System.Globalization;

namespace Cornerstone.Bench.Timing;

/// <summary>Asks once; not a number when the answer was another one than it should be.</summary>
internal delegate Task<double> Question(CancellationToken ct);

/// <summary>Two questions that must take equally long, asked in random order.</summary>
/// <param name="alike">Where a difference may come from elsewhere: the first question once more, of a place that is alike.</param>
internal sealed class TimedPair(string name, Question first, Question second, Question? alike = null)
{
    internal const string Heading = "| median ms | difference ms, p | of two that are alike | once more | of two that are alike |\n|---|---|---|---|---|---|";

    private const double Doubtful = 0.01;

    // .NET compiles what was asked thirty times a second time.
    private const int WarmUp = 40;
    private readonly Question[] questions = alike is null ? [first, second] : [first, second, alike];
    private Compared once = new(double.NaN, [], []);
    private Compared? again;

    internal double P => once.P(1);

    internal string Name => name;

    internal bool IsAnswered => once.IsAnswered && again?.IsAnswered != false;

    internal bool IsDoubtful => P <= Doubtful;

    /// <summary>Two that are alike came out too: how far to trust the others.</summary>
    internal bool IsControlDoubtful => once.P(2) <= Doubtful;

    /// <summary>Answered, and nothing was seen that would tell the two apart.</summary>
    internal bool IsAlike => IsAnswered && !SeemsTold;

    /// <summary>Twice, in the same direction, and not between two that are alike.</summary>
    internal bool Differs => SeemsTold && again?.P(2) is not <= Doubtful;

    private bool SeemsTold => IsDoubtful && again?.P(1) <= Doubtful && once.Difference(1) * again.Difference(1) > 0;

    internal async Task MeasureAsync(int samples, Random chance, CancellationToken ct) => once = await CompareAsync(samples, chance, ct);

    internal async Task MeasureAgainAsync(int samples, Random chance, CancellationToken ct) => again = await CompareAsync(samples, chance, ct);

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {once.Median:0.00} | {once.Told(1)} | {once.Told(2)} | {again?.Told(1)} | {again?.Told(2)} |{(Differs ? " differs" : SeemsTold ? " cannot be told" : "")}{(IsAnswered ? "" : " ANSWERED OTHERWISE")}");

    private async Task<Compared> CompareAsync(int samples, Random chance, CancellationToken ct)
    {
        var times = questions.Select(_ => new List<double>()).ToArray();
        foreach (var which in InRandomOrder(WarmUp, chance))
        {
            await questions[which](ct);
        }

        foreach (var which in InRandomOrder(samples, chance))
        {
            times[which].Add(await questions[which](ct));
        }

        return new(Median(times[0]), [.. times.Select(t => Median(t) - Median(times[0]))], [.. times.Select(t => MannWhitney.P(times[0], t))]);
    }

    private int[] InRandomOrder(int ofEach, Random chance)
    {
        int[] order = [.. Enumerable.Range(0, questions.Length).SelectMany(which => Enumerable.Repeat(which, ofEach))];
        chance.Shuffle(order);
        return order;
    }

    private static double Median(List<double> times) => times.Exists(double.IsNaN) ? double.NaN : times.Order().Skip((times.Count - 1) / 2).Take(2 - (times.Count % 2)).Average();

    // Each question against the first one.
    private sealed record Compared(double Median, double[] Differences, double[] Ps)
    {
        public bool IsAnswered => Differences.Length > 0 && Array.TrueForAll(Differences, double.IsFinite);

        public double Difference(int which) => Differences[which];

        public double P(int which) => which < Ps.Length ? Ps[which] : 1;

        public string Told(int which) => which < Ps.Length ? string.Create(CultureInfo.InvariantCulture, $"{Differences[which]:+0.000;-0.000}, {Ps[which]:0.0000}") : "";
    }
}
