namespace Cornerstone.Bench.Accuracy;

/// <summary><c>accuracy [--form clean|layout] [--lang en|fr|ar] [--data DIR] [--failures N]</c></summary>
internal static class AccuracyBench
{
    private static readonly Dictionary<string, string> Folders = new() { ["en"] = "English", ["fr"] = "French", ["ar"] = "Arabic", ["es"] = "Spanish" };

    internal static int Run(Options options)
    {
        if (options.Folder("01-un-docs/akn4un") is not { } folder)
        {
            Console.Error.WriteLine("No published documents: name their folder with --data.");
            return 2;
        }

        var language = options["--lang"] ?? "en";
        var forms = options["--form"] is { } form ? [form] : new[] { "clean", "layout" };
        var isMet = true;
        foreach (var name in forms)
        {
            var run = new AccuracyRun(name == "layout", language);
            foreach (var file in Files(folder, language)) run.Add(file);
            Print(run, $"{name}, {language}", int.Parse(options["--failures"] ?? "3", System.Globalization.CultureInfo.InvariantCulture));
            isMet &= run.Scores.All(score => score.IsMet);
        }

        return isMet ? 0 : 1;
    }

    /// <summary>Adopted resolutions in one language; the oldest years stand apart and are in English.</summary>
    internal static IEnumerable<string> Files(string folder, string language) =>
        Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories)
            .Where(file => IsIn(Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar), language))
            .Order(StringComparer.Ordinal);

    private static bool IsIn(string[] path, string language) =>
        (path[0].StartsWith("20", StringComparison.Ordinal) && path[1] == Folders[language]) || (language == "en" && path[0].StartsWith("Pre-", StringComparison.Ordinal));

    private static void Print(AccuracyRun run, string title, int examples)
    {
        Console.WriteLine($"== {title}: {run.Numbering.Total} documents; left out: {string.Join(", ", run.Excluded.Select(pair => $"{pair.Value} {pair.Key}"))}");
        foreach (var score in run.Scores) Console.WriteLine(score);
        foreach (var score in run.Scores)
        {
            foreach (var (kind, failures) in score.Failures)
            {
                Console.WriteLine($"-- {score.Name}, {kind}: {failures.Count}");
                foreach (var failure in failures.Take(examples)) Console.WriteLine($"     {failure}");
            }
        }
    }
}
