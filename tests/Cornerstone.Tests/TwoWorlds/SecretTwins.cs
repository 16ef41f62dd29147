using System.Security.Cryptography;
using System.Text;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>Where the secret records of the second world stand (secrets.sql).</summary>
internal static class SecretTwins
{
    public const string Compartment = "00000000-0000-7000-8000-0000000c0001";

    /// <summary>From a record everybody sees to the hidden ones beside it: one among its like, one that hangs on what everybody sees.</summary>
    public static IReadOnlyList<Func<string, string>> Ids { get; } = [id => Beside(id, "twin"), id => Beside(id, "guest")];

    /// <summary>Addresses of the secret records beside the one this address leads to; none when it names no record.</summary>
    public static IEnumerable<string> Of(string address) => Guids.Record().IsMatch(address)
        ? Ids.Select(twin => Guids.Record().Replace(address, id => twin(id.Value)))
        : [];

    /// <summary>An id made of another one as secrets.sql makes it; of a kind of which it makes none, that of no record.</summary>
    public static string Beside(string id, string kind) => new Guid(SHA256.HashData(Encoding.ASCII.GetBytes(id + kind)).AsSpan(0, 16), bigEndian: true).ToString();
}
