using System.IO.Compression;
using System.Text;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>Looks for the secret word in bytes, however they hold it: plain, UTF-16, base64, hexadecimal, compressed, inside an archive.</summary>
internal static class Canaries
{
    private const int Deepest = 3;

    private static readonly IReadOnlyList<(string Form, byte[] Bytes)> Forms = [.. FormsOf(Worlds.Canary)];

    /// <summary>In which form it is there; null when it is not.</summary>
    public static string? FormIn(ReadOnlySpan<byte> bytes) => FormIn(bytes, Deepest);

    private static string? FormIn(ReadOnlySpan<byte> bytes, int depth)
    {
        foreach (var (form, looked) in Forms)
        {
            if (bytes.IndexOf(looked) >= 0)
            {
                return form;
            }
        }

        try
        {
            return depth == 0 ? null : bytes switch
            {
                [0x1F, 0x8B, ..] => Inside(bytes, "gzip", b => new GZipStream(b, CompressionMode.Decompress), depth),
                [0x50, 0x4B, 0x03, 0x04, ..] => InArchive(bytes, depth),
                _ => null,
            };
        }
        catch (InvalidDataException)
        {
            // It only began like one.
            return null;
        }
    }

    private static string? Inside(ReadOnlySpan<byte> bytes, string name, Func<Stream, Stream> open, int depth)
    {
        using var opened = open(new MemoryStream(bytes.ToArray()));
        return FormIn(Read(opened), depth - 1) is { } form ? $"{name}: {form}" : null;
    }

    private static string? InArchive(ReadOnlySpan<byte> bytes, int depth)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes.ToArray()));
        foreach (var member in archive.Entries)
        {
            using var opened = member.Open();
            if (FormIn(Encoding.UTF8.GetBytes(member.FullName), 0) is not null || FormIn(Read(opened), depth - 1) is not null)
            {
                return $"zip: {member.FullName}";
            }
        }

        return null;
    }

    private static byte[] Read(Stream stream)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }

    private static IEnumerable<(string Form, byte[] Bytes)> FormsOf(string word)
    {
        foreach (var said in new[] { word, word.ToLowerInvariant() })
        {
            yield return ("UTF-8", Encoding.UTF8.GetBytes(said));
            foreach (var (name, bytes) in new[] { ("UTF-8", Encoding.UTF8.GetBytes(said)), ("UTF-16", Encoding.Unicode.GetBytes(said)), ("UTF-16, big end first", Encoding.BigEndianUnicode.GetBytes(said)) })
            {
                yield return (name, bytes);
                yield return ($"hexadecimal of {name}", Encoding.ASCII.GetBytes(Convert.ToHexString(bytes)));
                yield return ($"hexadecimal of {name}", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(bytes)));
                foreach (var coded in Base64Of(bytes))
                {
                    yield return ($"base64 of {name}", Encoding.ASCII.GetBytes(coded));
                    yield return ($"base64 of {name}", Encoding.ASCII.GetBytes(coded.Replace('+', '-').Replace('/', '_')));
                }
            }
        }
    }

    // Whatever stands before it, one of three: the letters that depend on the word alone.
    private static IEnumerable<string> Base64Of(byte[] bytes) => Enumerable.Range(0, 3).Select(before =>
    {
        var (coded, length) = (Convert.ToBase64String([.. new byte[before], .. bytes]), before + bytes.Length);
        return coded[((before * 8) + 5) / 6 is var from && from > 0 ? from..(length * 8 / 6) : 0..(length * 8 / 6)];
    });
}
