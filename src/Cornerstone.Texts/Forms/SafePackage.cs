using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Cornerstone.Texts;

/// <summary>
/// A zip package whose directory is judged before anything is unpacked, and whose parts are unpacked in memory, checked against their
/// checksums (security handbook §5.8, ZX cases). Nothing is ever written to disk.
/// </summary>
internal sealed partial class SafePackage : IDisposable
{
    private const int MostEntries = 2_000;
    private const long MostBytes = 200_000_000;
    private const long MostRatio = 100;

    // A part is held in memory while it is read.
    private const long MostPartBytes = 32_000_000;

    // A few highly repetitive kilobytes may compress further than any bomb worth the name.
    private const long RatioMattersFrom = 1_000_000;

    private readonly ZipArchive _archive;

    internal SafePackage(ReadOnlyMemory<byte> bytes)
    {
        _archive = Open(bytes);
        try
        {
            Judge(bytes.Length);
        }
        catch
        {
            _archive.Dispose();
            throw;
        }
    }

    public void Dispose() => _archive.Dispose();

    internal IEnumerable<string> Names => _archive.Entries.Select(entry => entry.FullName);

    /// <summary>One part, whole and with the right checksum; null when the package has none of this name.</summary>
    internal MemoryStream? Part(string name)
    {
        if (_archive.GetEntry(name) is not { } entry) return null;

        try
        {
            return Unpacked(entry);
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException or NotSupportedException)
        {
            throw new UnreadableDocumentException(UnreadableRule.Damaged, $"entry {name}", $"The part {name} is damaged or encrypted.", fault);
        }
    }

    private static MemoryStream Unpacked(ZipArchiveEntry entry)
    {
        if (entry.Length > MostPartBytes) throw new UnreadableDocumentException(UnreadableRule.TooLarge, $"entry {entry.FullName}", $"The part {entry.FullName} unpacks to {entry.Length} bytes; parts up to {MostPartBytes} are read.");

        var memory = new MemoryStream();
        using var packed = entry.Open();
        var buffer = new byte[81920];
        for (var count = packed.Read(buffer); count > 0; count = packed.Read(buffer))
        {
            memory.Write(buffer, 0, count);
            if (memory.Length > entry.Length) throw Lying(entry);
        }

        // The framework stops quietly at the declared length; only the checksum shows that there was more.
        if (memory.Length != entry.Length || Crc32.Of(memory.GetBuffer().AsSpan(0, (int)memory.Length)) != entry.Crc32) throw Lying(entry);

        memory.Position = 0;
        return memory;
    }

    private static ZipArchive Open(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            var archive = new ZipArchive(new MemoryStream(bytes.ToArray(), writable: false), ZipArchiveMode.Read);
            _ = archive.Entries.Count;
            return archive;
        }
        catch (InvalidDataException fault)
        {
            throw new UnreadableDocumentException(UnreadableRule.Damaged, "", "The package is cut off or damaged.", fault);
        }
    }

    private void Judge(long packedLength)
    {
        if (_archive.Entries.Count > MostEntries) throw Hostile("", $"The package has {_archive.Entries.Count} entries; up to {MostEntries} are read.");

        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        long total = 0;
        foreach (var entry in _archive.Entries)
        {
            if (IsOutside(entry)) throw Hostile(entry.FullName, $"The entry {entry.FullName} points outside the package.");
            if (!names.Add(entry.FullName)) throw Hostile(entry.FullName, $"The entry {entry.FullName} stands twice in the package.");
            if (entry.Length is < 0 or > MostBytes) throw Hostile(entry.FullName, $"The entry {entry.FullName} would unpack to {entry.Length} bytes.");
            total += entry.Length;
        }

        if (total > MostBytes) throw Hostile("", $"The package would unpack to {total} bytes; up to {MostBytes} are read.");
        if (total > RatioMattersFrom && total / Math.Max(1, packedLength) > MostRatio) throw Hostile("", $"The package would unpack to more than {MostRatio} times its size.");
    }

    private static bool IsOutside(ZipArchiveEntry entry) =>
        OutsidePath().IsMatch(entry.FullName) || (entry.ExternalAttributes >> 16 & UnixTypeMask) == UnixSymlink;

    // The file type bits of a Unix mode, which zip keeps in the upper half of the external attributes.
    private const int UnixTypeMask = 0xF000;
    private const int UnixSymlink = 0xA000;

    private static UnreadableDocumentException Lying(ZipArchiveEntry entry) =>
        Hostile(entry.FullName, $"The entry {entry.FullName} is not what the package's directory says of it.");

    private static UnreadableDocumentException Hostile(string entry, string message) =>
        new(UnreadableRule.HostileArchive, entry == "" ? "" : $"entry {entry}", message);

    [GeneratedRegex(@"(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\\|\0", RegexOptions.CultureInvariant)]
    private static partial Regex OutsidePath();
}
