using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Access.Passwords;

/// <summary>
/// Passwords that stood in published breaches, from a list the operator keeps (ASVS 5.0, 6.2.12): one line for each, its SHA-1 in
/// hexadecimal digits, sorted, perhaps with a colon and a count. It may have a billion lines: a few dozen are read for each question.
/// </summary>
public sealed class BreachedPasswords
{
    public const string PlaceSetting = "CORNERSTONE_BREACHED_PASSWORDS";

    private const int Digits = 40;
    private const int LongestLine = 128;
    private readonly string? file;

    /// <param name="file">Null: nothing is known of breaches.</param>
    /// <exception cref="RefusedException">It is no such list.</exception>
    public BreachedPasswords(string? file)
    {
        this.file = file;
        if (file is null) return;
        if (!File.Exists(file)) throw new RefusedException($"{PlaceSetting} is \"{file}\": there is no such file.");

        using var list = Open(file);
        if (list.Length > 0 && HashAt(list, 0) is null) throw new RefusedException($"{PlaceSetting} is \"{file}\": its first line is no SHA-1 in 40 hexadecimal digits, as in 5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8:3.");
    }

    [SuppressMessage("Security", "CA5350", Justification = "The published lists name passwords by it; nothing is kept or protected with it.")]
    public bool Knows(string password)
    {
        if (file is null) return false;

        var wanted = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
        using var list = Open(file);
        var (from, to) = (0L, list.Length);
        // The line that begins at or after the middle tells which half holds it; a line begins in [from, to).
        while (from < to)
        {
            var middle = from + ((to - from) / 2);
            var start = StartOfLine(list, middle);
            var order = start >= to ? -1 : string.CompareOrdinal(wanted, HashAt(list, start));
            if (order == 0) return true;
            (from, to) = order < 0 ? (from, middle) : (start + 1, to);
        }

        return false;
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);

    // Where the first line begins that begins at this place or after it.
    private static long StartOfLine(FileStream list, long place)
    {
        if (place == 0) return 0;
        Span<byte> bytes = stackalloc byte[LongestLine];
        list.Position = place - 1;
        var read = list.ReadAtLeast(bytes, LongestLine, throwOnEndOfStream: false);
        return bytes[..read].IndexOf((byte)'\n') is >= 0 and var end ? place + end : list.Length;
    }

    private static string? HashAt(FileStream list, long place)
    {
        Span<byte> digits = stackalloc byte[Digits];
        list.Position = place;
        return list.ReadAtLeast(digits, Digits, throwOnEndOfStream: false) == Digits && Encoding.ASCII.GetString(digits) is var hash && hash.All(char.IsAsciiHexDigit) ? hash.ToUpperInvariant() : null;
    }
}
