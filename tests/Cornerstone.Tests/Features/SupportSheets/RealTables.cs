using System.IO.Compression;
using System.Text;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Features.SupportSheets;

/// <summary>Real tables of aid, where the machine has them, and a reader of its own to count them by.</summary>
internal static class RealTables
{
    public const string Senegal = "aiddata/geocoded/SenegalAIMS_GeocodedResearchRelease_Level1_v1.5.1.zip";
    public const string SierraLeone = "aiddata/geocoded/SierraLeoneAIMS_GeocodedResearchRelease_Level1_v1.0.0.zip";
    public const string Uganda = "aiddata/geocoded/UgandaAIMS_GeocodedResearchRelease_Level1_v1.4.1.zip";
    public const string Sums = "dportal-crs/dstore/csv";

    /// <summary>A table, in an archive or a folder; the test is skipped, and says why, where it is absent.</summary>
    public static byte[] Read(string place, string name)
    {
        var path = Path.Combine(Repository.Shared ?? "", "data/03-crs-tossd", place);
        var isArchive = place.EndsWith(".zip", StringComparison.Ordinal);
        Assert.SkipUnless(isArchive ? File.Exists(path) : File.Exists(Path.Combine(path, name)), $"The tables of aid are not on this machine ({place} in ../shared/data/03-crs-tossd, or CORNERSTONE_SHARED).");
        if (!isArchive)
        {
            return File.ReadAllBytes(Path.Combine(path, name));
        }

        using var zip = ZipFile.OpenRead(path);
        using var entry = zip.Entries.Single(e => e.FullName.EndsWith($"data/{name}", StringComparison.Ordinal)).Open();
        using var memory = new MemoryStream();
        entry.CopyTo(memory);
        return memory.ToArray();
    }

    /// <summary>Rows by heading, read without the reader under test: a comma parts, quotes hold together, two quotes are one.</summary>
    public static List<Dictionary<string, string>> Counted(byte[] table)
    {
        var rows = Lines(table);
        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }

    /// <summary>All lines, read the same way.</summary>
    public static List<List<string>> Lines(byte[] table)
    {
        var (rows, row, field, isQuoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        var text = new UTF8Encoding(false).GetString(table).TrimStart('\uFEFF').TrimEnd('\r', '\n') + "\n";
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign == '"')
            {
                if (isQuoted && text[i + 1] == '"') { field.Append('"'); i++; }
                else isQuoted = !isQuoted;
            }
            else if (!isQuoted && (sign is ',' or '\n'))
            {
                row.Add(field.ToString());
                field.Clear();
                if (sign == '\n') { rows.Add(row); row = []; }
            }
            else if (sign != '\r' || isQuoted)
            {
                field.Append(sign);
            }
        }

        return rows;
    }
}
