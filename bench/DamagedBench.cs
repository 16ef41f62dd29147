using System.Diagnostics;
using System.Globalization;
using System.Text;
using Cornerstone.Features.LibraryImport;
using Cornerstone.Texts;

namespace Cornerstone.Bench;

/// <summary>
/// <c>damaged [--minutes N] [--seed N]</c>: real documents damaged at random are read as an import reads them (security handbook §2, goal 18).
/// Each is read or refused in words; anything else, and anything that takes longer than its limit, fails the bench and is kept.
/// </summary>
internal static class DamagedBench
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
    private static readonly string[] Forms = ["pdf", "xml"];
    private static readonly string[] Numbers = ["0", "-1", "99999999999", "4294967295", "2147483648"];

    internal static int Run(Options options)
    {
        if (options.Folder("01-un-docs") is not { } folder)
        {
            Console.Error.WriteLine("No published documents: name their folder with --data.");
            return 2;
        }

        var minutes = double.Parse(options["--minutes"] ?? "30", CultureInfo.InvariantCulture);
        var chance = new Random(int.Parse(options["--seed"] ?? "20261122", CultureInfo.InvariantCulture));
        var kinds = Forms.Select(kind => new Kind(kind, Sound(folder, kind))).ToList();
        var pdf = new PdfText();
        for (var watch = Stopwatch.StartNew(); watch.Elapsed.TotalMinutes < minutes;)
        {
            foreach (var kind in kinds)
            {
                var bytes = Damaged(kind.Sound, chance);
                if (kind.Try(bytes, pdf) is not { } fault) continue;

                var kept = Path.Combine(Path.GetTempPath(), $"cornerstone-damaged-{Guid.CreateVersion7():N}.{kind.Name}");
                File.WriteAllBytes(kept, bytes);
                Console.Error.WriteLine($"{kind.Name}: {fault}; the file is {kept}");
                return 1;
            }
        }

        kinds.ForEach(kind => Console.WriteLine(kind.Report));
        return 0;
    }

    // As many as fit into memory easily, the same ones each time.
    private static List<byte[]> Sound(string folder, string kind) =>
        [.. Directory.EnumerateFiles(folder, $"*.{kind}", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Where(f => new FileInfo(f).Length < 2_000_000).Take(300).Select(File.ReadAllBytes)];

    private static byte[] Damaged(List<byte[]> sound, Random chance)
    {
        var bytes = (byte[])sound[chance.Next(sound.Count)].Clone();
        for (var blows = 1 + chance.Next(8); blows > 0 && bytes.Length > 16; blows--)
        {
            var at = chance.Next(bytes.Length - 8);
            var length = 1 + chance.Next(Math.Min(4_000, bytes.Length - at - 1));
            bytes = chance.Next(7) switch
            {
                0 => Put(bytes, at, [(byte)(bytes[at] ^ (1 << chance.Next(8)))]),
                1 => bytes[..at],
                2 => [.. bytes[..at], .. bytes[(at + length)..]],
                3 => [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]],
                4 => Put(bytes, at, Random(chance, length)),
                5 => Spliced(bytes, at, sound[chance.Next(sound.Count)], chance),
                _ => Renumbered(bytes, at, chance),
            };
        }

        return bytes;
    }

    private static byte[] Put(byte[] bytes, int at, byte[] other)
    {
        other.AsSpan(0, Math.Min(other.Length, bytes.Length - at)).CopyTo(bytes.AsSpan(at));
        return bytes;
    }

    private static byte[] Random(Random chance, int length)
    {
        var noise = new byte[length];
        chance.NextBytes(noise);
        return noise;
    }

    private static byte[] Spliced(byte[] bytes, int at, byte[] other, Random chance)
    {
        var from = chance.Next(other.Length);
        return [.. bytes[..at], .. other[from..Math.Min(other.Length, from + 20_000)], .. bytes[at..]];
    }

    // Lengths, offsets and counts are what readers believe.
    private static byte[] Renumbered(byte[] bytes, int at, Random chance)
    {
        var digit = bytes.AsSpan(at).IndexOfAnyInRange((byte)'0', (byte)'9');
        if (digit < 0) return bytes;
        var start = at + digit;
        var after = bytes.AsSpan(start).IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return [.. bytes[..start], .. Encoding.ASCII.GetBytes(Numbers[chance.Next(Numbers.Length)]), .. bytes[(after < 0 ? bytes.Length : start + after)..]];
    }

    private sealed class Kind(string name, List<byte[]> sound)
    {
        private readonly Dictionary<string, int> outcomes = [];
        private TimeSpan longest;

        public string Name => name;

        public List<byte[]> Sound => sound;

        public string Report =>
            $"{name}: {sound.Count} real files damaged {outcomes.Values.Sum():N0} times; {string.Join(", ", outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} {o.Value:N0}"))}; longest {longest.TotalSeconds:F1} s";

        /// <summary>What must not be; null when the file was read or refused.</summary>
        public string? Try(byte[] bytes, PdfText pdf)
        {
            var watch = Stopwatch.StartNew();
            string outcome;
            try
            {
                DocumentReader.Read(bytes, $"damaged.{name}", pdf.Extract);
                outcome = "read";
            }
            catch (UnreadableDocumentException refusal)
            {
                outcome = $"{refusal.Rule}";
            }
            catch (Exception fault)
            {
                return fault.ToString();
            }

            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            return watch.Elapsed > Limit ? $"took {watch.Elapsed}" : null;
        }
    }
}
