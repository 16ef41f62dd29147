using System.Globalization;
using System.Text;
using System.Xml;
using Cornerstone.Iati;
using Cornerstone.Iati.Bytes;
using Cornerstone.Iati.Reading;
using Cornerstone.Iati.Rules;
using Cornerstone.Iati.Tree;

namespace Cornerstone.Bench;

/// <summary>
/// <c>iati [--size MB] [--rounds N] [--only WORDS]</c>: the published files repeated, with new identifiers, to 300 MB; parse, rules and sums, and beside it
/// .NET's own XmlReader over the same bytes, which builds nothing and checks no rule.
/// </summary>
internal static class IatiBench
{
    private const int Million = 1_000_000;

    internal static int Run(Options options)
    {
        if (options.Folder("02-iati") is not { } source)
        {
            Console.Error.WriteLine("No published IATI files: name their folder with --data.");
            return 2;
        }

        var size = int.Parse(options["--size"] ?? "300", CultureInfo.InvariantCulture) * (long)Million;
        var rounds = int.Parse(options["--rounds"] ?? "3", CultureInfo.InvariantCulture);
        var folder = Directory.CreateTempSubdirectory("cornerstone-bench-").FullName;
        try
        {
            var files = Write(source, folder, size);
            GC.Collect();
            (string Name, Func<string, string> Act)[] lines =
            [
                ("borders of records", Borders),
                ("borders and elements", Elements),
                ("… and values", path => Parts(path, values: true)),
                ("… or the schema", path => Parts(path, schema: true)),
                ("… or the rules", path => Parts(path, rules: true)),
                ("parse, rules, sums", Read),
                ("XmlReader alone", Walk),
            ];
            foreach (var (name, act) in lines.Where(l => l.Name.Contains(options["--only"] ?? "", StringComparison.Ordinal))) Measure(name, files, rounds, act);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    /// <summary>Two files, because records before 2.01 are read otherwise: of each the share it has of the published files.</summary>
    internal static List<string> Write(string source, string folder, long size)
    {
        var records = Directory.EnumerateFiles(source, "*.xml", SearchOption.AllDirectories).Order(StringComparer.Ordinal).SelectMany(Records).ToList();
        var share = (double)size / records.Sum(r => r.Bytes.Length);
        Console.WriteLine($"{records.Count:N0} published activities, {records.Sum(r => r.Bytes.LongLength) / 1e6:F1} MB; repeated to {size / 1e6:F0} MB");
        return [.. records.GroupBy(r => r.IsOld).Select(g => Repeat(Path.Combine(folder, g.Key ? "before-2.01.xml" : "2.03.xml"), g.Key ? "1.05" : "2.03", [.. g.Select(r => r.Bytes)], share))];
    }

    private static IEnumerable<(bool IsOld, byte[] Bytes)> Records(string path)
    {
        // Samples for tests of schemas are not what anybody publishes.
        if (path.Contains("/tests/", StringComparison.Ordinal) || path.Contains("pyiati", StringComparison.Ordinal) || path.Contains("meta_tests", StringComparison.Ordinal) || !IsWellFormed(File.OpenRead(path))) yield break;
        using var stream = File.OpenRead(path);
        var window = new ByteWindow(SourceEncoding.Open(stream, out _));
        var finder = new ExtentFinder(window, 32 * Million);
        while (finder.Next() is { } extent)
        {
            var record = window.Kept[..extent.Length].ToArray();
            // A few publishers declare prefixes at the top of their files: alone, their records are not well-formed.
            if (extent is { Kind: RecordKind.Activity, Fault: ExtentFault.None } && IsWellFormed(new MemoryStream(record)))
            {
                var isOld = !Encoding.UTF8.GetString(finder.RootTag!).Contains("version=\"2", StringComparison.Ordinal);
                yield return (isOld, record);
            }

            window.Skip(extent.Length);
        }
    }

    private static bool IsWellFormed(Stream stream)
    {
        using var owned = stream;
        try
        {
            Walk(owned);
            return true;
        }
        catch (XmlException)
        {
            return false;
        }
    }

    private static string Repeat(string path, string version, List<byte[]> records, double share)
    {
        using var stream = new BufferedStream(File.Create(path), Million);
        stream.Write(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"{version}\">\n"));
        var count = (long)(records.Count * share);
        for (var i = 0L; i < count; i++)
        {
            var record = records[(int)(i % records.Count)];
            var end = record.AsSpan().IndexOf("</iati-identifier>"u8);
            stream.Write(record.AsSpan(0, Math.Max(end, 0)));
            if (end > 0) stream.Write(Encoding.UTF8.GetBytes($"-{i / records.Count}"));
            stream.Write(record.AsSpan(Math.Max(end, 0)));
            stream.WriteByte((byte)'\n');
        }

        stream.Write("</iati-activities>\n"u8);
        return path;
    }

    private static string Read(string path)
    {
        using var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        var summary = FlowSummary.Of(path, stream, new IatiOptions { Now = TimeProvider.System.GetUtcNow() });
        return $"{summary.Activities:N0} activities, {summary.Transactions:N0} transactions, {summary.Sums.Count()} sums, {summary.RuleCounts.Sum(r => r.Count):N0} findings";
    }

    private static string Borders(string path) => Records(path, _ => { });

    private static string Elements(string path)
    {
        var parser = new TreeParser(new ElementTree());
        return Records(path, record => parser.Parse(record));
    }

    private static string Parts(string path, bool values = false, bool schema = false, bool rules = false)
    {
        var tree = new ElementTree();
        var parser = new TreeParser(tree);
        var log = new FindingLog(0);
        var isNew = path.EndsWith("2.03.xml", StringComparison.Ordinal);
        var picker = new Picker(log, new Iati.Tree.Texts()) { HasNarratives = isNew };
        var check = new Check(log, TimeProvider.System.GetUtcNow()) { HasNarratives = isNew };
        var groups = new ShareGroups();
        return Records(path, record =>
        {
            parser.Parse(record);
            if (values) ActivityReading.Read(picker, tree.Root);
            if (schema) SchemaChecks.Run(tree.Root, SchemaGrammar.Of203.Activity, check);
            if (rules) ActivityChecks.Run(tree.Root, check, groups);
        });
    }

    private static string Records(string path, Action<ArraySegment<byte>> see)
    {
        using var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
        var window = new ByteWindow(stream);
        var finder = new ExtentFinder(window, 32 * Million);
        var count = 0;
        while (finder.Next() is { } extent)
        {
            see(window.Keep(extent.Length));
            window.Skip(extent.Length);
            count++;
        }

        return $"{count:N0} records";
    }

    private static string Walk(string path)
    {
        using var stream = File.OpenRead(path);
        return Walk(stream);
    }

    private static string Walk(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        var nodes = 0L;
        while (reader.Read()) nodes++;
        return $"{nodes:N0} nodes";
    }

    private static void Measure(string name, List<string> files, int rounds, Func<string, string> act)
    {
        var bytes = files.Sum(f => new FileInfo(f).Length);
        var (best, peak, said, allocated) = (double.MaxValue, 0L, "", 0L);
        for (var round = 0; round < rounds; round++)
        {
            // Processor time, not the clock: the machine may be doing other things.
            var before = Environment.CpuUsage.TotalTime;
            allocated = GC.GetTotalAllocatedBytes();
            using (new Timer(_ => peak = Math.Max(peak, Environment.WorkingSet), null, 0, 20)) said = string.Join("; ", files.Select(act));
            allocated = GC.GetTotalAllocatedBytes() - allocated;
            best = Math.Min(best, (Environment.CpuUsage.TotalTime - before).TotalSeconds);
        }

        Console.WriteLine($"{name}: best of {rounds}: {best:F2} s of one core, {bytes / 1e6 / best:F0} MB/s; {(double)allocated / bytes:F1} bytes made a byte read; resident memory at most {peak / Million} MB; {said}");
    }
}
