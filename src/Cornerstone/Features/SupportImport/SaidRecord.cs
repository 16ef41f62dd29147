using System.Security.Cryptography;
using Cornerstone.Iati;

namespace Cornerstone.Features.SupportImport;

/// <summary>One activity as its publisher told it, with its own bytes, which tell whether it is the same as before.</summary>
internal sealed record SaidRecord(Cornerstone.Iati.Activity Activity, ReadOnlyMemory<byte> Bytes, long Line)
{
    private const string Unnamed = "?";

    private static readonly IatiOptions Again = new() { Now = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero), FindingsOfARule = 0 };

    public byte[] Hash { get; } = SHA256.HashData(Bytes.Span);

    public string Identifier => Activity.Identifier!;

    /// <summary>Who publishes it: its identifier, else its name.</summary>
    public string Publisher => (Activity.ReportingOrganisation?.Ref ?? SaidWords.First(Activity.ReportingOrganisation?.Name ?? default))?.Trim() is { Length: > 0 } publisher ? publisher : Unnamed;

    public bool Names(string country) =>
        Activity.Countries.Count == 0 && Activity.Transactions.All(t => t.Country is null)
        || Activity.Countries.Any(c => Is(c.Code, country))
        || Activity.Transactions.Any(t => Is(t.Country?.Code, country));

    /// <summary>Reads what was kept of an earlier file as it would be read today. Null where it cannot be.</summary>
    public static Cornerstone.Iati.Activity? Reread(ReadOnlySpan<byte> record, string? standard)
    {
        var whole = new MemoryStream(record.Length + 100);
        // All a record needs to know of its file: whether texts stand in narratives. What else the file called its version stays outside.
        whole.Write(standard?.StartsWith('2') == true ? "<iati-activities version=\"2.03\">"u8 : "<iati-activities>"u8);
        whole.Write(record);
        whole.Write("</iati-activities>"u8);
        whole.Position = 0;
        return new IatiReader(whole, Again).Read().FirstOrDefault()?.Activity;
    }

    private static bool Is(string? code, string country) => string.Equals(code, country, StringComparison.OrdinalIgnoreCase);
}
