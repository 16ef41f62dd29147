using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Cornerstone.Journals;

/// <summary>One act and its changes as they come from the database, on the way to a line of an export.</summary>
internal sealed class ActBeingRead
{
    private readonly IncrementalHash content = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly byte[] hash;
    private readonly ChainedEntry head;
    private int changes;

    private ActBeingRead(ChainedEntry head, byte[] hash, byte[] salt, string? reason)
    {
        (this.head, this.hash) = (head, hash);
        content.AppendData(salt);
        content.AppendData(SHA256.HashData(reason is null ? [0] : [1, .. Encoding.UTF8.GetBytes(reason)]));
    }

    public long Seq => head.Seq;

    /// <summary>An act or a content that is gone leaves its entry behind: it is told as empty, and no longer fits its hash.</summary>
    public static ActBeingRead From(NpgsqlDataReader row)
    {
        var isThere = !row.IsDBNull(3);
        var head = new ChainedEntry(
            row.GetInt64(0), row.GetGuid(2), isThere ? row.GetFieldValue<DateTimeOffset>(3) : DateTimeOffset.UnixEpoch, isThere ? row.GetGuid(4) : Guid.Empty,
            isThere ? row.GetString(5) : "", 0, "", isThere ? row.GetString(6) : "");
        return new(head, row.GetFieldValue<byte[]>(1), row.IsDBNull(8) ? [] : row.GetFieldValue<byte[]>(8), row.IsDBNull(7) ? null : row.GetString(7));
    }

    public void Add(NpgsqlDataReader row)
    {
        if (row.IsDBNull(9))
        {
            return;
        }

        changes++;
        var compartment = row.IsDBNull(15) ? "-" : row.GetGuid(15).ToString();
        var text = string.Create(CultureInfo.InvariantCulture,
            $"{row.GetGuid(9)}\n{row.GetString(10)}\n{row.GetGuid(11)}\n{row.GetString(12)}\n{row.GetString(13)}\n{row.GetInt16(14)}\n{compartment}\n{row.GetString(16)}");
        content.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    public void WriteTo(JournalFile file) => file.Entry(head with { Changes = changes, Content = Convert.ToHexStringLower(content.GetHashAndReset()) }, hash);
}
