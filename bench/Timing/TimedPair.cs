using System.Globalization;

namespace Cornerstone.Bench.Timing;

/// <summary>Asks once; not a number when the answer was another one than it should be.</summary>
internal delegate Task<double> Question(CancellationToken ct);

/// <summary>Two questions that must take equally long, asked in random order.</summary>
/// <param name="alike">Where a difference may come from elsewhere: the first question once more, of a place that is alike.</param>
internal sealed class TimedPair(string name, Question first, Question second, Question? alike = null)
{
    internal const double Doubtful = 0.01;
    internal const string Heading = "| median ms | difference ms | p | once more: difference ms, p | of two that are alike |\n|---|---|---|---|---|---|";

    // .NET compiles what was asked thirty times a second time.
    private const int WarmUp = 40;
    private Compared once = Compared.Nothing;
    private Compared? again;
    private Compared? control;

    internal double P => once.P;

    internal string Name => name;

    internal bool IsAnswered => double.IsFinite(once.Difference + (again?.Difference ?? 0));

    /// <summary>Answered, and nothing was seen that would tell the two apart.</summary>
    internal bool IsAlike => IsAnswered && !SeemsTold;

    /// <summary>Twice, in the same direction, and not between two that are alike: chance does so with one in twenty thousand pairs.</summary>
    internal bool Differs => SeemsTold && !IsUnfair;

    private bool SeemsTold => once.P <= Doubtful && again?.P <= Doubtful && once.Difference * again.Difference > 0;

    // A busy machine serves two processes unequally; what is asked of both tells nothing then.
    private bool IsUnfair => control?.P <= Doubtful;

    internal async Task MeasureAsync(int samples, Random chance, CancellationToken ct)
    {
        once = await CompareAsync(second, samples, chance, ct);
        if (once.P > Doubtful) return;

        again = await CompareAsync(second, samples, chance, ct);
        control = alike is null ? null : await CompareAsync(alike, samples, chance, ct);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {once.Median:0.00} | {once.Difference:+0.000;-0.000} | {once.P:0.0000} | {again?.ToString() ?? ""} | {control?.ToString() ?? ""} |{(Differs ? " differs" : SeemsTold ? " cannot be told" : "")}{(IsAnswered ? "" : " ANSWERED OTHERWISE")}");

    private async Task<Compared> CompareAsync(Question other, int samples, Random chance, CancellationToken ct)
    {
        Question[] both = [first, other];
        List<double>[] times = [[], []];
        foreach (var which in InRandomOrder(WarmUp, chance))
        {
            await both[which](ct);
        }

        foreach (var which in InRandomOrder(samples, chance))
        {
            times[which].Add(await both[which](ct));
        }

        var median = Median(times[0]);
        return new(median, Median(times[1]) - median, MannWhitney.P(times[0], times[1]));
    }

    private static int[] InRandomOrder(int ofEach, Random chance)
    {
        int[] order = [.. Enumerable.Repeat(0, ofEach), .. Enumerable.Repeat(1, ofEach)];
        chance.Shuffle(order);
        return order;
    }

    private static double Median(List<double> times) => times.Exists(double.IsNaN) ? double.NaN : times.Order().Skip((times.Count - 1) / 2).Take(2 - (times.Count % 2)).Average();

    private sealed record Compared(double Median, double Difference, double P)
    {
        public static readonly Compared Nothing = new(double.NaN, double.NaN, 1);

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Difference:+0.000;-0.000}, {P:0.0000}");
    }
}
