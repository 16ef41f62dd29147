using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Journals;

/// <summary>The text of an export, line by line: head, entries, checkpoints, keys, and a last line with the digest of all before it.</summary>
internal sealed class JournalFile(Stream target) : IDisposable
{
    public const string FirstLine = "cornerstone journal export 1";
    private readonly IncrementalHash digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Begin(Guid origin, DateTimeOffset at, long entries)
    {
        Line(FirstLine);
        Line($"origin {origin}");
        Line($"exported {ChainedEntry.Text(at)}");
        Line(string.Create(CultureInfo.InvariantCulture, $"entries {entries}"));
    }

    public void Entry(ChainedEntry entry, ReadOnlySpan<byte> hash) => Line(entry.Line(hash));

    /// <param name="outside">Acts that stand in the journal without an entry in its chain.</param>
    public void End(long outside, IReadOnlyCollection<string> checkpoints, IReadOnlyCollection<string> keys)
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"outside {outside}"));
        Line(string.Create(CultureInfo.InvariantCulture, $"checkpoints {checkpoints.Count}"));
        foreach (var text in checkpoints)
        {
            Line(text.TrimEnd('\n'));
        }

        Line(string.Create(CultureInfo.InvariantCulture, $"keys {keys.Count}"));
        foreach (var key in keys)
        {
            Line($"key {key}");
        }

        Line($"end {Convert.ToHexStringLower(digest.GetCurrentHash())}");
    }

    public void Dispose() => digest.Dispose();

    private void Line(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text + "\n");
        digest.AppendData(bytes);
        target.Write(bytes);
    }
}
