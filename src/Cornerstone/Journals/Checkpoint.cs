using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Journals;

/// <summary>
/// A signed statement that the journal of one installation had this many entries and this last hash. Nine lines of text, so that
/// it can be copied by hand, sent by mail, scanned from the minutes, and compared by eye.
/// </summary>
/// <param name="Previous">SHA-256 of the checkpoint before it, without its signature; zeros for the first.</param>
/// <param name="Key">SHA-256 of the public key it is signed with.</param>
public sealed record Checkpoint(Guid Origin, int Number, long Size, string Head, DateTimeOffset At, string Previous, string Key, string Signature)
{
    public const int Lines = 9;
    public const string FirstLine = "cornerstone journal checkpoint 1";
    private const string Moment = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string NoPrevious { get; } = new('0', 2 * ChainedEntry.HashLength);

    /// <summary>What is signed.</summary>
    public string Body => string.Create(CultureInfo.InvariantCulture,
        $"{FirstLine}\norigin {Origin}\nnumber {Number}\nsize {Size}\nhead {Head}\nat {At.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture)}\nprevious {Previous}\nkey {Key}\n");

    public string Text => $"{Body}signature {Signature}\n";

    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Body)));

    public Checkpoint SignedBy(ECDsa key)
    {
        var named = this with { Key = FingerprintOf(key), At = Seconds(At) };
        return named with { Signature = Convert.ToBase64String(key.SignData(Encoding.UTF8.GetBytes(named.Body), HashAlgorithmName.SHA256)) };
    }

    public bool IsSignedBy(ECDsa key)
    {
        var signature = new byte[64];
        return Key == FingerprintOf(key)
            && Convert.TryFromBase64String(Signature, signature, out var length) && length == signature.Length
            && Convert.ToBase64String(signature) == Signature
            && key.VerifyData(Encoding.UTF8.GetBytes(Body), signature, HashAlgorithmName.SHA256);
    }

    public static string FingerprintOf(ECDsa key) => Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo()));

    /// <summary>Reads exactly what <see cref="Text"/> writes, line by line; null for anything else.</summary>
    public static Checkpoint? Parse(IReadOnlyList<string> lines)
    {
        if (lines.Count != Lines || lines[0] != FirstLine)
        {
            return null;
        }

        string Value(int line, string name) => lines[line].StartsWith(name + " ", StringComparison.Ordinal) ? lines[line][(name.Length + 1)..] : "";
        if (!Guid.TryParse(Value(1, "origin"), out var origin)
            || !int.TryParse(Value(2, "number"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !long.TryParse(Value(3, "size"), NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !DateTimeOffset.TryParseExact(Value(5, "at"), Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at))
        {
            return null;
        }

        var read = new Checkpoint(origin, number, size, Value(4, "head"), at, Value(6, "previous"), Value(7, "key"), Value(8, "signature"));
        return read.Text == string.Join('\n', lines) + "\n" && ChainedEntry.IsHash(read.Head) && ChainedEntry.IsHash(read.Previous) ? read : null;
    }

    /// <summary>All checkpoints of a text, among lines of any other kind (a mail has some); null where one begins and is spoilt.</summary>
    public static IEnumerable<Checkpoint?> ParseAll(IReadOnlyList<string> lines)
    {
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Trim() == FirstLine)
            {
                yield return Parse([.. lines.Skip(at).Take(Lines).Select(l => l.Trim())]);
            }
        }
    }

    private static DateTimeOffset Seconds(DateTimeOffset at) => DateTimeOffset.FromUnixTimeSeconds(at.ToUnixTimeSeconds());
}
