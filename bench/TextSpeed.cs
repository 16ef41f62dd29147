using Cornerstone.Bench.Accuracy;
using Cornerstone.Texts;

namespace Cornerstone.Bench;

/// <summary><c>speed [--rounds N]</c>: all English documents parsed one after another, on one core, from memory.</summary>
internal static class TextSpeed
{
    internal static int Run(Options options)
    {
        if (options.Folder("01-un-docs/akn4un") is not { } folder)
        {
            Console.Error.WriteLine("No published documents: name their folder with --data.");
            return 2;
        }

        var documents = AccuracyBench.Files(folder, "en").Select(TrueDocument.Of).Where(document => document.Lines.Count > 0).ToList();
        var rounds = int.Parse(options["--rounds"] ?? "12", System.Globalization.CultureInfo.InvariantCulture);
        Measure("clean", [.. documents.Select(PlainForm.Clean)], rounds);
        Measure("layout", [.. documents.Select(PlainForm.Layout)], rounds);
        return 0;
    }

    private static void Measure(string name, string[] texts, int rounds)
    {
        var bytes = texts.Sum(text => (long)System.Text.Encoding.UTF8.GetByteCount(text));
        var best = double.MaxValue;
        var provisions = 0;
        for (var round = 0; round < rounds; round++)
        {
            provisions = 0;
            // Processor time, not the clock: the machine may be doing other things.
            var before = Environment.CpuUsage.TotalTime;
            foreach (var text in texts) provisions += UnText.Parse(text).Provisions.Count;
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        var allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);
        foreach (var text in texts) provisions += UnText.Parse(text).Provisions.Count;
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - allocatedBefore;
        GC.Collect();
        Console.WriteLine($"{name,-7} {texts.Length} documents, {bytes / 1e6:F1} MB: best of {rounds}: {best * 1000:F0} ms of one core, {bytes / 1e6 / best:F1} MB/s; {(double)allocated / bytes:F1} bytes allocated a byte read; {GC.GetTotalMemory(true) / 1e6:F0} MB held at the end (texts included), {provisions / 2} provisions");
    }
}
