using System.Buffers.Binary;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Cornerstone.Sheets;

/// <summary>
/// Judges a package by its directory before anything is unpacked (security handbook, cases ZX-01 to ZX-06), and again
/// while parts are read: a directory may lie.
/// </summary>
internal static partial class PackageBounds
{
    private const int MostEntries = 2_000;
    private const long MostBytes = 200_000_000;
    private const long MostRatio = 100;

    // A few highly repetitive kilobytes compress further than any bomb worth the name.
    private const long RatioMattersFrom = 1_000_000;

    // End of central directory: signature, ten bytes further the number of entries; a comment of up to 65,535 bytes may follow.
    private const uint EndSignature = 0x06054B50;
    private const int EndLength = 22;

    // The file type bits of a Unix mode, which zip keeps in the upper half of the external attributes.
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymlink = 0xA000;

    public static ZipArchive Open(Stream stream)
    {
        if (EntriesClaimed(stream) > MostEntries)
        {
            throw Hostile("", $"The package has more than {MostEntries} entries.");
        }

        ZipArchive? archive = null;
        try
        {
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            Judge(archive, stream.Length);
            return archive;
        }
        catch (InvalidDataException fault)
        {
            archive?.Dispose();
            throw new UnreadableSheetException(UnreadableSheet.Damaged, "", "The package is cut off or damaged.", fault);
        }
        catch
        {
            archive?.Dispose();
            throw;
        }
    }

    /// <summary>The part, never giving more bytes than the directory said.</summary>
    public static Stream Part(ZipArchiveEntry entry)
    {
        try
        {
            return new BoundedStream(entry.Open(), entry.Length, entry.FullName);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException)
        {
            throw new UnreadableSheetException(UnreadableSheet.Damaged, $"entry {entry.FullName}", $"The part {entry.FullName} is damaged or encrypted.", fault);
        }
    }

    // Reads the last bytes only: a directory of a million entries is not worth loading to count it.
    private static int EntriesClaimed(Stream stream)
    {
        var tail = new byte[Math.Min(stream.Length, EndLength + ushort.MaxValue)];
        stream.Position = stream.Length - tail.Length;
        stream.ReadExactly(tail);
        stream.Position = 0;
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            if (BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(at)) == EndSignature)
            {
                return BinaryPrimitives.ReadUInt16LittleEndian(tail.AsSpan(at + 10));
            }
        }

        throw new UnreadableSheetException(UnreadableSheet.Damaged, "", "The package has no directory: it is cut off or damaged.");
    }

    private static void Judge(ZipArchive archive, long packedLength)
    {
        if (archive.Entries.Count > MostEntries)
        {
            throw Hostile("", $"The package has more than {MostEntries} entries.");
        }

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        foreach (var entry in archive.Entries)
        {
            Judge(entry, names);
            total += entry.Length;
        }

        if (total > MostBytes)
        {
            throw Hostile("", $"The package would unpack to {total} bytes; up to {MostBytes} are read.");
        }

        if (total > RatioMattersFrom && total / Math.Max(1, packedLength) > MostRatio)
        {
            throw Hostile("", $"The package would unpack to more than {MostRatio} times its size.");
        }
    }

    private static void Judge(ZipArchiveEntry entry, HashSet<string> names)
    {
        if (OutsidePath().IsMatch(entry.FullName) || (entry.ExternalAttributes >> 16 & UnixTypeMask) == UnixSymlink)
        {
            throw Hostile(entry.FullName, "An entry of the package points outside it.");
        }

        if (!names.Add(entry.FullName))
        {
            throw Hostile(entry.FullName, $"The entry {entry.FullName} stands twice in the package.");
        }

        if (entry.Length is < 0 or > MostBytes)
        {
            throw Hostile(entry.FullName, $"The entry {entry.FullName} would unpack to {entry.Length} bytes.");
        }

        var isProgram = entry.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase)
            || entry.FullName.Contains("/macrosheets/", StringComparison.OrdinalIgnoreCase);
        if (isProgram)
        {
            throw new UnreadableSheetException(UnreadableSheet.Macros, $"entry {entry.FullName}", "The workbook contains macros. Save it as .xlsx without them.");
        }
    }

    private static UnreadableSheetException Hostile(string entry, string message) =>
        new(UnreadableSheet.HostilePackage, entry.Length == 0 ? "" : $"entry {entry}", message);

    [GeneratedRegex(@"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\\|\0", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OutsidePath();
}
