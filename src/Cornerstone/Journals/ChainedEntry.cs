using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Journals;

/// <summary>
/// One act as the chain knows it: who, when, where, under what name, and a salted digest of what it says and changed.
/// The bytes that are hashed stand in docs/decisions/0020; the database makes the same ones (0050_journal_chain.sql).
/// </summary>
public sealed record ChainedEntry(long Seq, Guid Act, DateTimeOffset At, Guid Person, string Country, int Changes, string Content, string Name)
{
    public const int HashLength = 32;
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
    private const int Fields = 9;

    /// <summary>The hash before the first entry.</summary>
    public static byte[] Beginning => new byte[HashLength];

    public byte[] HashAfter(ReadOnlySpan<byte> previous)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"cornerstone journal entry 1\n{Seq}\n{Act}\n{Text(At)}\n{Person}\n{Country}\n{Changes}\n{Content}\n{Name}");
        var bytes = new byte[HashLength + Encoding.UTF8.GetByteCount(text)];
        previous.CopyTo(bytes);
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(HashLength));
        return SHA256.HashData(bytes);
    }

    /// <summary>The entry and the hash the journal keeps for it, as a line of an export.</summary>
    public string Line(ReadOnlySpan<byte> hash) => string.Create(CultureInfo.InvariantCulture,
        $"{Seq}\t{Act}\t{Text(At)}\t{Person}\t{Country}\t{Changes}\t{Content}\t{Convert.ToHexStringLower(hash)}\t{Name}");

    /// <summary>Reads exactly what <see cref="Line"/> writes: a line in any other spelling is null, so nothing hides in spaces or case.</summary>
    public static (ChainedEntry Entry, byte[] Hash)? Parse(string line)
    {
        var fields = line.Split('\t');
        if (fields.Length != Fields
            || !long.TryParse(fields[0], CultureInfo.InvariantCulture, out var seq)
            || !Guid.TryParse(fields[1], out var act)
            || !DateTimeOffset.TryParseExact(fields[2], Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            || !Guid.TryParse(fields[3], out var person)
            || !int.TryParse(fields[5], CultureInfo.InvariantCulture, out var changes)
            || !IsHash(fields[6]) || !IsHash(fields[7]))
        {
            return null;
        }

        var entry = new ChainedEntry(seq, act, at, person, fields[4], changes, fields[6], fields[8]);
        var hash = Convert.FromHexString(fields[7]);
        return entry.Line(hash) == line ? (entry, hash) : null;
    }

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    public static bool IsHash(string text) => text.Length == 2 * HashLength && text.All(c => c is (>= '0' and <= '9') or (>= 'a' and <= 'f'));
}
