using System.Collections.Frozen;

namespace Cornerstone.Features.Traceability;

/// <summary>What one paragraph calls for in this system, in our words (domain handbook §2).</summary>
/// <param name="Strength">"0" to "5", "H" for the closing formula, empty in reports.</param>
/// <param name="Rooms">Rooms that answer it, by name.</param>
/// <param name="Addressees">Codes of Addressees, where the paragraph addresses somebody.</param>
/// <param name="After">The paragraph that a recommendation follows.</param>
public sealed record CapabilityLine(
    string Symbol, string Provision, string Strength, IReadOnlyList<string> Rooms, IReadOnlyList<string> Addressees, string? After,
    IReadOnlyDictionary<string, string> Capability)
{
    public string CapabilityIn(string language) => Capability.GetValueOrDefault(language) ?? Capability["en"];
}

/// <summary>The traceability matrix that ships with the program: every paragraph of S/RES/2553 (2020) and S/2022/280.</summary>
public static class TraceabilityMatrix
{
    public static IReadOnlyList<CapabilityLine> Lines { get; } = [.. ReferenceFile.Read("Traceability/traceability.csv").Select(Line)];

    private static readonly FrozenDictionary<(string Symbol, string Provision), CapabilityLine> ByAddress =
        Lines.ToFrozenDictionary(l => (l.Symbol, l.Provision));

    public static CapabilityLine? Of(string? symbol, string provision) => symbol is null ? null : ByAddress.GetValueOrDefault((symbol, provision));

    public static bool Knows(string? symbol) => Lines.Any(l => l.Symbol == symbol);

    private static CapabilityLine Line(IReadOnlyDictionary<string, string> row) => new(
        row["symbol"], row["provision"], row["strength"], ReferenceFile.Words(row["rooms"]), ReferenceFile.Words(row["addressees"]),
        row["after"] is { Length: > 0 } after ? after : null,
        new Dictionary<string, string> { ["en"] = row["capability"], ["fr"] = row["capability_fr"], ["ar"] = row["capability_ar"] });
}
