using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Journals;

/// <summary>
/// The lines of a file, byte for byte: only a line feed ends one, anything that is not UTF-8 is refused, and a running digest
/// covers everything read. A framework reader would let a changed line end pass.
/// </summary>
internal sealed class StrictLines(Stream source) : IDisposable
{
    private const int LongestLine = 1 << 20;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] buffer = new byte[1 << 16];
    private int start;
    private int end;

    /// <summary>SHA-256 of all lines read so far, with their ends.</summary>
    public string Digest => Convert.ToHexStringLower(digest.GetCurrentHash());

    /// <summary>The next line; null at the end of the file.</summary>
    /// <exception cref="InvalidDataException">The file ends within a line, a line is too long, or is not UTF-8.</exception>
    public string? Next()
    {
        while (true)
        {
            var length = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = buffer.AsSpan(start, length + 1);
                digest.AppendData(line);
                start += length + 1;
                return Decode(line[..^1]);
            }

            if (!Fill())
            {
                return start == end ? null : throw new InvalidDataException("The file ends within a line.");
            }
        }
    }

    public void Dispose() => digest.Dispose();

    private static string Decode(ReadOnlySpan<byte> line)
    {
        try
        {
            return Strict.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            throw new InvalidDataException("A line is not UTF-8 text.");
        }
    }

    private bool Fill()
    {
        if (start > 0)
        {
            buffer.AsSpan(start, end - start).CopyTo(buffer);
            (start, end) = (0, end - start);
        }

        if (end == buffer.Length)
        {
            if (buffer.Length >= LongestLine)
            {
                throw new InvalidDataException("A line is longer than any this program writes.");
            }

            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = source.Read(buffer, end, buffer.Length - end);
        end += read;
        return read > 0;
    }
}
